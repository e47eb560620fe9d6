using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>Which customers to list.</summary>
public sealed record ListCustomers : ListQuery, IQuery<Page<CustomerRow>>
{
    /// <summary>Only these stages, separated by commas.</summary>
    public Choices<Lifecycle>? Lifecycle { get; init; }

    /// <summary>Only customers with this tag, in any spelling.</summary>
    public string? Tag { get; init; }

    /// <summary>Only customers whom this member of staff cares for.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>Only customers with this value of one of the tenant's attributes, as key=value or key:value.</summary>
    public string? Attribute { get; init; }

    /// <summary>Only the customer with this key of yours.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Only what was recorded at or after this instant.</summary>
    public Instant? CreatedAfter { get; init; }

    /// <summary>Only what was recorded before this instant.</summary>
    public Instant? CreatedBefore { get; init; }

    /// <summary>Only what changed at or after this instant; tombstones are left out.</summary>
    public Instant? UpdatedAfter { get; init; }

    /// <summary>Only what last changed before this instant.</summary>
    public Instant? UpdatedBefore { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in the order of change, tombstones included.</summary>
    public Instant? UpdatedSince { get; init; }

    /// <summary>Words of a name, contact point, tag or external id, by prefix and in any spelling; exact words come first.</summary>
    public string? Q { get; init; }

    private static readonly ListCustomers Whole = new();

    /// <summary>Whether it is the whole list, in whatever order and pages.</summary>
    internal bool IsUnfiltered => this with { Limit = null, Cursor = null, Fields = null, Sort = null, Count = null } == Whole;

    /// <summary>Whether nothing but the words decides.</summary>
    internal bool IsSearchOnly => (this with { Q = null }).IsUnfiltered;
}

/// <summary>A customer in a list.</summary>
/// <param name="Id">The customer's id.</param>
/// <param name="State">Active, or the sort of tombstone that is left.</param>
/// <param name="Kind">A person or an organisation.</param>
/// <param name="DisplayName">The name to show.</param>
/// <param name="Lifecycle">Where the customer stands with us.</param>
/// <param name="OwnerId">The member of staff who cares for the customer.</param>
/// <param name="ExternalId">Your own key for the customer.</param>
/// <param name="ContactPoints">Ways to reach the customer.</param>
/// <param name="Tags">Free labels.</param>
/// <param name="CreatedAt">When the record was made.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
[method: JsonConstructor]
public sealed record CustomerRow(
    CustomerId Id, CustomerState State, CustomerKind Kind, string DisplayName, Lifecycle Lifecycle, StaffId? OwnerId, string? ExternalId,
    StoredJson<IReadOnlyList<ContactPoint>> ContactPoints, StoredJson<IReadOnlyList<string>> Tags, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int Version)
{
    public static readonly CustomerRow Example = new(
        CustomerDetails.Example.Id, CustomerState.Active, CustomerKind.Person, CustomerDetails.Example.DisplayName, Lifecycle.Lead, null, null,
        new(CustomerDetails.Example.ContactPoints), new(CustomerDetails.Example.Tags), CustomerDetails.Example.CreatedAt, CustomerDetails.Example.UpdatedAt, 3);

    /// <summary>A row of what the store holds, with the profile as its stored text.</summary>
    public CustomerRow(
        CustomerId id, CustomerState state, string profile, string displayName, Lifecycle lifecycle, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version)
        : this(id, state, ListedProfile.Of(profile), displayName, lifecycle, createdAt, updatedAt, version)
    {
    }

    private CustomerRow(
        CustomerId id, CustomerState state, ListedProfile profile, string displayName, Lifecycle lifecycle, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version)
        : this(id, state, profile.Kind, displayName, lifecycle, profile.OwnerId, profile.ExternalId, profile.ContactPoints, profile.Tags, createdAt, updatedAt, version)
    {
    }

    public static readonly Expression<Func<Customer, CustomerRow>> Projection = c =>
        new CustomerRow(c.Id, c.State, StoredJson.TextOf(EF.Property<string>(c, nameof(Customer.Profile))), c.DisplayName, c.Lifecycle, c.CreatedAt, c.UpdatedAt, c.Version);
}

internal sealed class ListCustomersHandler(ICrmDb db) : IQueryHandler<ListCustomers, Page<CustomerRow>>
{
    private static readonly Error AttributeInvalid =
        new Error(ErrorKind.Invalid, "attribute_filter_invalid", "attribute has the form key=value.").About("/attribute");

    private static readonly Error OrderIsGiven = new(ErrorKind.Invalid, "order_is_given",
        "q orders by rank and updatedSince by the time of change: give one of the two, and no sort.");

    private static readonly Order<Customer, CustomerRow>[] Orders =
    [
        Order<Customer, CustomerRow>.ByCreation(r => r.Id),
        Order<Customer, CustomerRow>.By("updatedAt", c => c.UpdatedAt, r => r.UpdatedAt, r => r.Id),
        Order<Customer, CustomerRow>.By("displayName", c => c.NameKey, r => ByteKey.Of(FoldedText.SortKey(r.DisplayName)), r => r.Id),
    ];

    private static readonly Read<PageBefore, CustomerRow> NewestFirst = new((db, page) => db.Customers
        .Where(c => c.State == CustomerState.Active && c.Id < page.Id).OrderByDescending(c => c.Id).Select(CustomerRow.Projection).Take(page.Rows));

    public Task<Result<Page<CustomerRow>>> Handle(ListCustomers query, CancellationToken ct)
    {
        if (query.Attribute is { } attribute && !attribute.AsSpan().ContainsAny('=', ':'))
        {
            return Task.FromResult<Result<Page<CustomerRow>>>(AttributeInvalid);
        }
        if ((query.Q is not null && query.Sort is not null) || (query.UpdatedSince is not null && (query.Q ?? query.Sort) is not null))
        {
            return Task.FromResult<Result<Page<CustomerRow>>>(OrderIsGiven);
        }
        var rows = Filter(query);
        if (query.UpdatedSince is { } since)
        {
            return rows.Where(c => c.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, CustomerRow.Projection, ct);
        }
        rows = rows.Where(c => c.State == CustomerState.Active);
        return query.Q is { } words ? CustomerSearch.Page(db, rows, words, query, ct)
            : rows.ToPage(query, Orders, CustomerRow.Projection, ct, query.IsUnfiltered ? (id, take) => db.All(NewestFirst, new(id, take), ct) : null);
    }

    private IQueryable<Customer> Filter(ListCustomers query)
    {
        IQueryable<Customer> rows = db.Customers;
        if (query.Lifecycle is { } stages)
        {
            rows = rows.Where(c => stages.Values.Contains(c.Lifecycle));
        }
        if (query.OwnerId is { } owner)
        {
            rows = rows.Where(c => c.OwnerId == owner);
        }
        if (query.Tag is { } tag)
        {
            rows = Having(rows, CustomerTerm.Tag(tag));
        }
        if (query.Attribute?.Split(['=', ':'], 2) is [var key, var value])
        {
            rows = Having(rows, CustomerTerm.Attribute(key, value));
        }
        if (query.ExternalId is { } externalId)
        {
            rows = Having(rows, CustomerTerm.Own(FoldedText.Nfc(externalId.Trim())));
        }
        if (query.CreatedAfter is { } createdAfter)
        {
            var first = CustomerId.FirstAt(createdAfter.Value);
            rows = rows.Where(c => c.Id >= first);
        }
        if (query.CreatedBefore is { } createdBefore)
        {
            var first = CustomerId.FirstAt(createdBefore.Value);
            rows = rows.Where(c => c.Id < first);
        }
        if (query.UpdatedAfter is { } updatedAfter)
        {
            rows = rows.Where(c => c.UpdatedAt >= updatedAfter.Value);
        }
        return query.UpdatedBefore is { } updatedBefore ? rows.Where(c => c.UpdatedAt < updatedBefore.Value) : rows;
    }

    /// <summary>Seeks in the index of terms; a customer has a term once.</summary>
    private IQueryable<Customer> Having(IQueryable<Customer> rows, ByteKey term) =>
        rows.Join(db.CustomerTerms.Where(t => t.Term == term), c => c.Id, t => t.CustomerId, (c, t) => c);

    private sealed record PageBefore(CustomerId Id, int Rows);
}
