using Crm.Domain.Customers;
using Crm.Domain.Tenants;

namespace Crm.Domain.Tests;

[Trait("Requirement", "S4-CULT-1")]
public sealed class BidiTextTests
{
    [Theory]
    [InlineData("رضا", "رضا")]
    [InlineData("می‌روم — “x”", "می‌روم — “x”")]
    [InlineData("\u202ex", "\u202ex\u202c")]
    [InlineData("\u202bرضا\u202c", "\u202bرضا\u202c")]
    [InlineData("\u202ba\u202eb", "\u202ba\u202eb\u202c\u202c")]
    [InlineData("\u2067a\u202bb\u2069c", "\u2067a\u202bb\u2069c")]
    [InlineData("\u202ba\u2067b\u202c", "\u202ba\u2067b\u202c\u2069\u202c")]
    [InlineData("\u2069\u202cx", "\u2069\u202cx")]
    [InlineData("\u202ex\ny", "\u202ex\ny")]
    public void What_turns_the_direction_is_ended_where_it_is_left_open(string text, string closed)
    {
        Assert.Equal(closed, BidiText.Closed(text));
        Assert.Equal(closed, BidiText.Closed(closed));
    }

    [Fact]
    public void A_name_turns_nothing_of_the_salutation_around_it()
    {
        var profile = new CustomerProfile { Kind = CustomerKind.Person, GivenName = "رضا", FamilyName = "\u202ex", Honorific = "\u2067دکتر" };
        Assert.Equal("\u2067دکتر\u2069 \u202ex\u202c گرامی", Salutation.Of(profile, TenantSettings.For("fa-IR", null, null, "IR")));
    }
}
