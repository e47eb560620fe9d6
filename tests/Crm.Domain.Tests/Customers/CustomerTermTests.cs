using Crm.Domain.Customers;

namespace Crm.Domain.Tests.Customers;

public sealed class CustomerTermTests
{
    [Theory]
    [InlineData("Mohammad Ahmadi", "Ahmady Muhamad")]
    [InlineData("Mohammad Ahmadi", "محمد احمدی")]
    [InlineData("Maryam Karimi", "مریم کریمی")]
    [InlineData("علي رضايي", "علی رضایی")]
    [InlineData("Fatemeh Shirazi", "فاطمه شیرازی")]
    [InlineData("Fateme", "Fatemeh")]
    [InlineData("Ebrahim", "ابراهیم")]
    [InlineData("Khosrow", "خسرو")]
    [InlineData("علی‌رضا", "علیرضا")]
    public void Close_names_have_one_skeleton(string one, string other) => Assert.Equal(SkeletonOf(one), SkeletonOf(other));

    [Theory]
    [InlineData("Maryam Ahmadi", "Maryam Karimi")]
    [InlineData("Ali Rezaei", "Reza Moradi")]
    [InlineData("مریم", "مهدی")]
    public void Other_names_have_another(string one, string other) => Assert.NotEqual(SkeletonOf(one), SkeletonOf(other));

    [Fact]
    public void A_customer_is_found_by_names_contact_points_tags_and_its_own_key()
    {
        var customer = Customer.Register(new()
        {
            Kind = CustomerKind.Person, GivenName = "علی‌رضا", FamilyName = "O'Neill", Tags = ["VIP"], ExternalId = "CRM-0042",
            ContactPoints = [new(ContactPointKind.Phone, "0912 123 4567"), new(ContactPointKind.Email, "Ali.Oneill@Example.com"), new(ContactPointKind.Social, "@ali_o")],
        }, Lifecycle.Lead, "IR", null, DateTimeOffset.UnixEpoch.AddYears(56)).Value;
        var terms = customer.AddedTerms.Select(t => t.Term.ToString()).ToHashSet(StringComparer.Ordinal);
        string[] words = ["wعلیرضا", "wعلی", "wرضا", "wneill", "wvip", "w989121234567", "w09121234567", "w9121234567", "wali.oneill@example.com", "wali", "w@ali_o", "wcrm-0042", "wcrm", "w0042", "tvip", "xCRM-0042"];
        Assert.Superset(words.ToHashSet(StringComparer.Ordinal), terms);
    }

    [Fact]
    public void Only_the_difference_of_a_revision_is_written()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        var profile = new CustomerProfile { Kind = CustomerKind.Person, GivenName = "Ali" };
        var customer = Customer.Register(profile, Lifecycle.Lead, "IR", null, now).Value;
        var before = customer.AddedTerms.Count;
        customer.Revise(profile with { Tags = ["new"] }, "IR", now);
        Assert.Equal(["wnew", "tnew"], customer.AddedTerms.Skip(before).Select(t => t.Term.ToString()));
        Assert.Empty(customer.RemovedTerms);
    }

    private static string SkeletonOf(string name) => NameSkeleton.Of(new() { Kind = CustomerKind.Person, GivenName = name });
}
