using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Purchases;

namespace Crm.Application.Purchases;

/// <summary>Which purchases to list.</summary>
public sealed record ListPurchases : ListQuery, IQuery<Page<PurchaseRow>>
{
    /// <summary>Only those of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only what was bought at or after this instant.</summary>
    public Instant? PurchasedAfter { get; init; }

    /// <summary>Only what was bought before this instant.</summary>
    public Instant? PurchasedBefore { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A purchase in a list; its lines and returns are read by its id.</summary>
/// <param name="Id">The purchase's id.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="PurchasedAt">When.</param>
/// <param name="Total">What was paid, discounts taken off.</param>
/// <param name="Discount">What was taken off in all.</param>
/// <param name="Margin">What it earned the company, where that is known.</param>
/// <param name="Returned">How much of total has come back.</param>
/// <param name="Channel">The code of where it was bought.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="UpdatedAt">When something last came back.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record PurchaseRow(
    PurchaseId Id, CustomerId CustomerId, DateTimeOffset PurchasedAt, Money Total, Money Discount, Money? Margin, Money Returned, string? Channel, string? ExternalId,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly PurchaseRow Example = new(
        PurchaseDetails.ExampleId, PurchaseDetails.Example.CustomerId, PurchaseDetails.Example.PurchasedAt, PurchaseDetails.Example.Total, PurchaseDetails.Example.Discount,
        PurchaseDetails.Example.Margin, PurchaseDetails.Example.Returned, "web", null, PurchaseDetails.Example.CreatedAt, PurchaseDetails.Example.UpdatedAt, 2);

    public static readonly Expression<Func<Purchase, PurchaseRow>> Projection = p => new PurchaseRow(
        p.Id, p.CustomerId, p.PurchasedAt, new Money(p.Amount, p.Currency), new Money(p.DiscountAmount, p.Currency), PurchaseDetails.MoneyOf(p.MarginAmount, p.Currency),
        new Money(p.ReturnedAmount, p.Currency), p.ChannelCode, p.ExternalId, p.CreatedAt, p.UpdatedAt, p.Version);
}

internal sealed class ListPurchasesHandler(ICrmDb db) : IQueryHandler<ListPurchases, Page<PurchaseRow>>
{
    private static readonly Order<Purchase, PurchaseRow>[] Orders =
    [
        Order<Purchase, PurchaseRow>.By("purchasedAt", p => p.PurchasedAt, r => r.PurchasedAt, r => r.Id),
        Order<Purchase, PurchaseRow>.ByCreation(r => r.Id),
        Order<Purchase, PurchaseRow>.By("updatedAt", p => p.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<PurchaseRow>>> Handle(ListPurchases query, CancellationToken ct)
    {
        IQueryable<Purchase> rows = db.Purchases;
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(p => p.CustomerId == customer);
        }
        if (query.PurchasedAfter is { } after)
        {
            rows = rows.Where(p => p.PurchasedAt >= after.Value);
        }
        if (query.PurchasedBefore is { } before)
        {
            rows = rows.Where(p => p.PurchasedAt < before.Value);
        }
        return query.UpdatedSince is { } since
            ? rows.Where(p => p.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, PurchaseRow.Projection, ct)
            : rows.ToPage(query, Orders, PurchaseRow.Projection, ct);
    }
}
