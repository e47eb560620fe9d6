using Crm.Domain.Customers;
using Crm.Domain.Tenants;

namespace Crm.Domain.Tests.Customers;

[Trait("Requirement", "S4-NAME-1")]
public sealed class SalutationTests
{
    private static readonly TenantSettings Persian = TenantSettings.For("fa-IR", null, null, null);

    [Theory]
    [InlineData("آقای", "علی", "احمدی", "جناب آقای احمدی")]
    [InlineData("آقای دکتر", "علی", "احمدی", "جناب آقای دکتر احمدی")]
    [InlineData("خانم", "مریم", "احمدی", "سرکار خانم احمدی")]
    [InlineData("Mrs.", "مریم", "احمدی", "سرکار خانم احمدی")]
    [InlineData("دکتر", "مریم", "احمدی", "دکتر احمدی گرامی")]
    [InlineData(null, "مریم", "احمدی", "مریم احمدی گرامی")]
    [InlineData("خانم", "مریم", null, "سرکار خانم مریم")]
    [InlineData(null, null, null, "مشتری گرامی")]
    public void Is_polite_in_Persian(string? honorific, string? given, string? family, string expected) =>
        Assert.Equal(expected, Salutation.Of(Person(honorific, given, family, "fa"), Persian));

    [Theory]
    [InlineData("Dr", "Maryam", "Ahmadi", "Dear Dr Ahmadi")]
    [InlineData("خانم", "Maryam", "Ahmadi", "Dear Ms Ahmadi")]
    [InlineData(null, "Maryam", "Ahmadi", "Dear Maryam Ahmadi")]
    [InlineData(null, null, null, "Dear customer")]
    public void Is_polite_in_English(string? honorific, string? given, string? family, string expected) =>
        Assert.Equal(expected, Salutation.Of(Person(honorific, given, family, "en-GB"), Persian));

    [Fact]
    public void Is_friendly_where_the_customer_likes_it()
    {
        var friend = Person("خانم", "Maryam", "Ahmadi", "en") with { Formality = Formality.Informal, PreferredName = "Mary" };
        Assert.Equal("Dear Mary", Salutation.Of(friend, Persian));
        Assert.Equal("Mary عزیز", Salutation.Of(friend with { Language = "fa" }, Persian));
        Assert.Equal("Dear Ms Ahmadi", Salutation.Of(friend with { PreferredName = null, GivenName = null }, Persian));
    }

    [Fact]
    public void Follows_the_tenant_where_the_customer_has_said_nothing()
    {
        var customer = Person(null, "مریم", "احمدی", null);
        Assert.Equal("مریم احمدی گرامی", Salutation.Of(customer, Persian));
        Assert.Equal("مریم عزیز", Salutation.Of(customer, Persian with { DefaultFormality = Formality.Informal }));
    }

    [Fact]
    public void Addresses_an_organisation_and_a_language_without_rules_politely()
    {
        var shop = new CustomerProfile { Kind = CustomerKind.Organisation, OrganisationName = "پارس" };
        Assert.Equal("مدیریت محترم پارس", Salutation.Of(shop, Persian));
        Assert.Equal("Dear پارس team", Salutation.Of(shop with { Language = "en" }, Persian));
        Assert.Equal("Dr Schmidt", Salutation.Of(Person("Dr", "Eva", "Schmidt", "de-DE"), Persian));
    }

    private static CustomerProfile Person(string? honorific, string? given, string? family, string? language) =>
        new() { Kind = CustomerKind.Person, Honorific = honorific, GivenName = given, FamilyName = family, Language = language };
}
