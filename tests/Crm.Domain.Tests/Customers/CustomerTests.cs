using Crm.Domain.Customers;

namespace Crm.Domain.Tests.Customers;

public sealed class CustomerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    private static CustomerProfile Maryam => new() { Kind = CustomerKind.Person, GivenName = " Maryam ", FamilyName = "Ahmadi", ExternalId = "C-1" };

    private static Customer Registered(CustomerProfile? profile = null) => Customer.Register(profile ?? Maryam, Lifecycle.Prospect, "IR", null, Now).Value;

    [Fact]
    public void Is_registered_with_trimmed_names_and_a_first_stage()
    {
        var customer = Registered();
        Assert.Equal("Maryam Ahmadi", customer.DisplayName);
        Assert.Equal(1, customer.Version);
        Assert.Equal(Lifecycle.Prospect, Assert.Single(customer.LifecycleChanges).To);
        Assert.IsType<CustomerRegistered>(Assert.Single(customer.Events));
    }

    [Theory]
    [InlineData(CustomerKind.Person, "/givenName")]
    [InlineData(CustomerKind.Organisation, "/organisationName")]
    public void Needs_a_name(CustomerKind kind, string pointer)
    {
        Assert.True(Customer.Register(new() { Kind = kind, GivenName = " ", OrganisationName = "" }, Lifecycle.Lead, "IR", null, Now).Failed(out var error));
        Assert.Equal((pointer, "name_required"), (error.Fields[0].Pointer, error.Fields[0].Code));
    }

    [Fact]
    public void Names_every_contact_point_that_is_wrong()
    {
        var profile = Maryam with { ContactPoints = [new(ContactPointKind.Phone, "abc"), new(ContactPointKind.Email, "no at"), new(ContactPointKind.Post, "Tehran")] };
        Assert.True(Customer.Register(profile, Lifecycle.Lead, "IR", null, Now).Failed(out var error));
        Assert.Equal(["phone_invalid", "email_invalid"], error.Fields.Select(f => f.Code));
    }

    [Fact]
    public void Keeps_one_contact_point_of_two_spellings_and_makes_it_primary()
    {
        var profile = Maryam with { ContactPoints = [new(ContactPointKind.Phone, "0912 123 4567"), new(ContactPointKind.Phone, "+98 912 1234567")] };
        Assert.True(Assert.Single(Registered(profile).Profile.ContactPoints).Primary);
    }

    [Fact]
    public void Refuses_two_primaries_of_a_kind()
    {
        var profile = Maryam with { ContactPoints = [new(ContactPointKind.Email, "a@b.ir", null, true), new(ContactPointKind.Email, "c@d.ir", null, true)] };
        Assert.True(Customer.Register(profile, Lifecycle.Lead, "IR", null, Now).Failed(out var error));
        Assert.Equal("primary_ambiguous", error.Fields[0].Code);
    }

    [Fact]
    public void Keeps_its_kind()
    {
        Assert.True(Registered().Revise(Maryam with { Kind = CustomerKind.Organisation, OrganisationName = "X" }, "IR", Now).Failed(out var error));
        Assert.Equal(CustomerErrors.KindIsFixed, error);
    }

    [Fact]
    public void Keeps_when_and_why_it_moved()
    {
        var customer = Registered();
        Assert.False(customer.MoveTo(Lifecycle.Customer, "first order", null, Now.AddDays(1)).Failed(out _));
        Assert.Equal((Lifecycle.Prospect, Lifecycle.Customer, "first order"), (customer.LifecycleChanges[1].From, customer.LifecycleChanges[1].To, customer.LifecycleChanges[1].Reason));
        customer.MoveTo(Lifecycle.Customer, "again", null, Now.AddDays(2));
        Assert.Equal(2, customer.LifecycleChanges.Count);
    }

    [Fact]
    public void Releases_its_external_id_when_deleted_and_takes_nothing_more()
    {
        var customer = Registered();
        customer.Delete(Now);
        Assert.Null(customer.ExternalId);
        Assert.True(customer.TakesRecords().Failed(out var error));
        Assert.Equal(ErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public void May_be_contacted_for_service_without_consent_but_for_nothing_else()
    {
        var customer = Registered();
        Assert.False(customer.MayBeContacted(ContactChannel.Email, ConsentContent.Service, [], Now).Failed(out _));
        Assert.True(customer.MayBeContacted(ContactChannel.Email, "marketing", [], Now).Failed(out var error));
        Assert.Equal(CustomerErrors.ConsentMissing, error);
    }

    [Fact]
    public void May_be_contacted_as_the_last_decision_says()
    {
        var customer = Registered();
        var everywhere = Decided(customer, null, ConsentDecision.Granted, Now);
        var notByPhone = Decided(customer, ContactChannel.Phone, ConsentDecision.Withdrawn, Now.AddDays(1));
        Assert.False(customer.MayBeContacted(ContactChannel.Phone, "marketing", [everywhere], Now).Failed(out _));
        Assert.True(customer.MayBeContacted(ContactChannel.Phone, "marketing", [notByPhone, everywhere], Now).Failed(out _));
        Assert.False(customer.MayBeContacted(ContactChannel.Email, "marketing", [notByPhone, everywhere], Now).Failed(out _));
        Assert.True(customer.MayBeContacted(ContactChannel.Email, "survey", [notByPhone, everywhere], Now).Failed(out _));
    }

    [Fact]
    public void May_not_be_contacted_against_a_wish_until_it_ends()
    {
        var customer = Registered();
        var granted = Decided(customer, null, ConsentDecision.Granted, Now);
        customer.ForbidContact([ContactChannel.Phone], "asked not to call", Now.AddDays(7), null, Now);
        Assert.True(customer.MayBeContacted(ContactChannel.Phone, ConsentContent.Service, [granted], Now).Failed(out var error));
        Assert.Equal(CustomerErrors.WishesNoContact, error);
        Assert.False(customer.MayBeContacted(ContactChannel.Email, "marketing", [granted], Now).Failed(out _));
        Assert.False(customer.MayBeContacted(ContactChannel.Phone, "marketing", [granted], Now.AddDays(7)).Failed(out _));
        customer.ForbidContact([], "leave me alone", null, null, Now);
        Assert.True(customer.MayBeContacted(ContactChannel.Email, "marketing", [granted], Now).Failed(out _));
        customer.AllowContact(Now);
        Assert.False(customer.MayBeContacted(ContactChannel.Email, "marketing", [granted], Now).Failed(out _));
    }

    private static Consent Decided(Customer customer, ContactChannel? channel, ConsentDecision decision, DateTimeOffset at) =>
        Consent.Record(customer.Id, new() { Purpose = "marketing", Channel = channel, Decision = decision, At = at }, null, at).Value;
}
