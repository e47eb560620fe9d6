using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Crm.Domain.Customers;
using Crm.Domain.Tenants;

namespace Crm.Application.Customers;

/// <summary>A customer, whole.</summary>
public sealed record CustomerDetails : CustomerProfile, IVersioned
{
    [JsonConstructor]
    public CustomerDetails() { }

    [SetsRequiredMembers]
    public CustomerDetails(
        CustomerId id, CustomerState state, CustomerProfile profile, string displayName, Lifecycle lifecycle, DoNotContact? doNotContact,
        CustomerId? survivorId, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version)
        : base(profile)
    {
        (Id, State, DisplayName, Lifecycle, DoNotContact, SurvivorId) = (id, state, displayName, lifecycle, doNotContact, survivorId);
        (CreatedAt, UpdatedAt, Version) = (createdAt, updatedAt, version);
    }

    /// <summary>The customer's id.</summary>
    public CustomerId Id { get; init; }

    /// <summary>Active, or the sort of tombstone that is left.</summary>
    public CustomerState State { get; init; }

    /// <summary>The name to show in lists.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>How to begin a letter or a call: by the customer's language, formality, honorific and preferred name (S4-NAME-1).</summary>
    public string Salutation { get; init => field = value ?? ""; } = "";

    /// <summary>The customer's wish to be left alone; null where there is none. It may have an end that has passed.</summary>
    public DoNotContact? DoNotContact { get; init; }

    /// <summary>Where the customer stands with us. POST …/lifecycle changes it, with a reason.</summary>
    public Lifecycle Lifecycle { get; init; }

    /// <summary>The record that this one was merged into.</summary>
    public CustomerId? SurvivorId { get; init; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Grows by one with every change; the ETag.</summary>
    public int Version { get; init; }

    public static new readonly CustomerDetails Example = new(
        CustomerId.Parse("customer_01j00000000000000000000000", null), CustomerState.Active, CustomerProfile.Example with
        {
            ContactPoints = [new(ContactPointKind.Phone, "+98 912 123 4567", "mobile", true, "+989121234567")],
        },
        "Maryam Ahmadi", Lifecycle.Lead, null, null, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), new(2026, 3, 22, 6, 15, 0, TimeSpan.Zero), 3)
    { Salutation = "Dear Ms Ahmadi" };

    public static readonly Expression<Func<Customer, CustomerDetails>> Projection = c =>
        new CustomerDetails(c.Id, c.State, c.Profile, c.DisplayName, c.Lifecycle, c.DoNotContact, c.SurvivorId, c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<Customer, CustomerDetails> Compiled = Projection.Compile();

    /// <summary>The answer of a command, addressed by the customs of the tenant.</summary>
    public static CustomerDetails Of(Customer customer, TenantSettings customs) => Compiled(customer).AddressedBy(customs);

    public CustomerDetails AddressedBy(TenantSettings customs) => this with { Salutation = Domain.Customers.Salutation.Of(this, customs) };
}
