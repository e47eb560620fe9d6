using Crm.Domain;
using Crm.Domain.Purchases;

namespace Crm.Application.Purchases;

/// <summary>What a customer bought, and what came back of it.</summary>
/// <param name="Id">The purchase's id.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="PurchasedAt">When.</param>
/// <param name="Total">What was paid, discounts taken off.</param>
/// <param name="Discount">What was taken off in all.</param>
/// <param name="Margin">What it earned the company, where that is known.</param>
/// <param name="Returned">How much of total has come back.</param>
/// <param name="Lines">What was bought; empty after the customer was erased.</param>
/// <param name="Channel">The code of where it was bought.</param>
/// <param name="Returns">What came back, in order.</param>
/// <param name="RecordedById">The member of staff who recorded it.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="UpdatedAt">When something last came back.</param>
/// <param name="Version">Grows by one with every return; the ETag.</param>
public sealed record PurchaseDetails(
    PurchaseId Id, CustomerId CustomerId, DateTimeOffset PurchasedAt, Money Total, Money Discount, Money? Margin, Money Returned, IReadOnlyList<PurchaseLine> Lines, string? Channel,
    IReadOnlyList<ReturnDetails> Returns, StaffId? RecordedById, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly PurchaseId ExampleId = PurchaseId.Parse("purchase_01j00000000000000000000000", null);
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 8, 31, 0, TimeSpan.Zero);

    public static readonly PurchaseDetails Example = new(
        ExampleId, PurchaseContent.Example.CustomerId, PurchaseContent.Example.PurchasedAt, PurchaseContent.Example.Total, PurchaseContent.Example.Discount!,
        PurchaseContent.Example.Margin, new(500_000, "IRR"), PurchaseContent.Example.Lines!, "web", [ReturnDetails.Example], null, null, Morning, Morning.AddDays(3), 2);

    public static PurchaseDetails Of(Purchase p) => new(
        p.Id, p.CustomerId, p.PurchasedAt, new Money(p.Amount, p.Currency), new Money(p.DiscountAmount, p.Currency), MoneyOf(p.MarginAmount, p.Currency),
        new Money(p.ReturnedAmount, p.Currency), p.Lines, p.ChannelCode,
        [.. p.Returns.OrderBy(r => r.Number).Select(r => new ReturnDetails(
            r.Number, r.ReturnedAt, new Money(r.Amount, p.Currency), MoneyOf(r.MarginAmount, p.Currency), r.Lines, r.By, r.ExternalId, r.At))],
        p.RecordedById, p.ExternalId, p.CreatedAt, p.UpdatedAt, p.Version);

    internal static Money? MoneyOf(long? amount, string currency) => amount is { } known ? new(known, currency) : null;
}

/// <summary>What came back of a purchase at one time.</summary>
/// <param name="Number">Its place among the returns, from 1.</param>
/// <param name="ReturnedAt">When it came back.</param>
/// <param name="Amount">How much money goes back.</param>
/// <param name="Margin">How much of the margin goes with it, where that is known.</param>
/// <param name="Lines">How many of which lines, where that was told.</param>
/// <param name="By">The member of staff who recorded it.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReturnDetails(
    int Number, DateTimeOffset ReturnedAt, Money Amount, Money? Margin, IReadOnlyList<ReturnedLine> Lines, StaffId? By, string? ExternalId, DateTimeOffset At)
{
    public static readonly ReturnDetails Example = new(
        1, new(2026, 3, 24, 8, 30, 0, TimeSpan.Zero), new(500_000, "IRR"), new(138_888, "IRR"), [new(2, 1)], null, "R-77", new(2026, 3, 24, 8, 31, 0, TimeSpan.Zero));
}
