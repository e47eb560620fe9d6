using Crm.Domain.Customers;

namespace Crm.Domain.Tests.Customers;

public sealed class ContactPointTests
{
    [Theory]
    [InlineData(ContactPointKind.Email, " Ali@Example.COM ", "ali@example.com")]
    [InlineData(ContactPointKind.Phone, "۰۲۱-۸۸۰۰۱۲۳۴", "+982188001234")]
    [InlineData(ContactPointKind.Post, "Tehran, Valiasr St", "tehran, valiasr st")]
    [InlineData(ContactPointKind.Social, "@Ali", "@ali")]
    public void Is_compared_in_one_spelling(ContactPointKind kind, string value, string normalized) =>
        Assert.Equal(normalized, Assert.Single(Register(kind, value).Value.Profile.ContactPoints).Normalized);

    [Theory]
    [InlineData("ali")]
    [InlineData("ali@")]
    [InlineData("@example.com")]
    [InlineData("ali@example")]
    [InlineData("ali@@example.com")]
    [InlineData("ali @example.com")]
    [InlineData("ali@example..com")]
    public void Refuses_what_is_no_address(string value)
    {
        Assert.True(Register(ContactPointKind.Email, value).Failed(out var error));
        Assert.Equal(("/contactPoints/0/value", "email_invalid"), (error.Fields[0].Pointer, error.Fields[0].Code));
    }

    private static Result<Customer> Register(ContactPointKind kind, string value) => Customer.Register(
        new() { Kind = CustomerKind.Person, GivenName = "A", ContactPoints = [new(kind, value)] }, Lifecycle.Lead, "IR", null, DateTimeOffset.UnixEpoch.AddYears(56));
}
