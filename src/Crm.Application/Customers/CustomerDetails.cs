using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>A customer, whole.</summary>
public sealed record CustomerDetails : CustomerProfile, IVersioned
{
    [JsonConstructor]
    public CustomerDetails() { }

    [SetsRequiredMembers]
    public CustomerDetails(
        CustomerId id, CustomerState state, CustomerProfile profile, string displayName, Lifecycle lifecycle, CustomerId? survivorId,
        DateTimeOffset createdAt, DateTimeOffset updatedAt, int version)
        : base(profile)
    {
        (Id, State, DisplayName, Lifecycle, SurvivorId) = (id, state, displayName, lifecycle, survivorId);
        (CreatedAt, UpdatedAt, Version) = (createdAt, updatedAt, version);
    }

    /// <summary>The customer's id.</summary>
    public CustomerId Id { get; init; }

    /// <summary>Active, or the sort of tombstone that is left.</summary>
    public CustomerState State { get; init; }

    /// <summary>The name to show in lists.</summary>
    public string DisplayName { get; init; } = "";

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
        "Maryam Ahmadi", Lifecycle.Lead, null, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), new(2026, 3, 22, 6, 15, 0, TimeSpan.Zero), 3);

    public static readonly Expression<Func<Customer, CustomerDetails>> Projection = c =>
        new CustomerDetails(c.Id, c.State, c.Profile, c.DisplayName, c.Lifecycle, c.SurvivorId, c.CreatedAt, c.UpdatedAt, c.Version);

    private static readonly Func<Customer, CustomerDetails> Compiled = Projection.Compile();

    public static CustomerDetails Of(Customer customer) => Compiled(customer);
}
