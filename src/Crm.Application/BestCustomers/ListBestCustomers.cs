using Crm.Domain;
using Crm.Domain.BestCustomers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.BestCustomers;

/// <summary>As of when, and how many.</summary>
public sealed record ListBestCustomers : IQuery<BestCustomerList>
{
    public const int MinLimit = 1;
    public const int MaxLimit = 200;
    public const int MaxDays = 3660;

    /// <summary>As of this instant; now where absent.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>How many days before it count, 1 to 3660; 365 where absent.</summary>
    public int? Days { get; init; }

    /// <summary>ISO 4217 code of the currency whose purchases count; the tenant's where absent.</summary>
    public string? Currency { get; init; }

    /// <summary>Only those of the group with this name, as rfmSegments of the settings has it; at most 40 characters.</summary>
    public string? Segment { get; init; }

    /// <summary>How many customers to answer, 1 to 200; 50 where absent.</summary>
    public int? Limit { get; init; }
}

/// <summary>The best customers as of an instant (S5-BEST-1).</summary>
/// <param name="AsOf">The instant.</param>
/// <param name="Days">How many days before it count.</param>
/// <param name="Currency">The currency of the amounts.</param>
/// <param name="Customers">How many customers bought in that time: those who are ranked.</param>
/// <param name="Segments">How many of them each group has, in the order of rfmSegments of the settings; whom no group takes is counted in none.</param>
/// <param name="Data">The best of them, by the sum of the scores, then by money, then by id.</param>
public sealed record BestCustomerList(DateTimeOffset AsOf, int Days, string Currency, int Customers, IReadOnlyList<RfmSegmentSize> Segments, IReadOnlyList<BestCustomer> Data)
{
    public static readonly BestCustomerList Example = new(Programmes.ProgrammeDetails.ExampleTime, 365, "IRR", 1200, [new("champions", 96)], [BestCustomer.Example]);
}

/// <summary>How many customers a group has.</summary>
/// <param name="Name">The name of the group.</param>
/// <param name="Customers">How many.</param>
public sealed record RfmSegmentSize(string Name, int Customers);

/// <summary>How a customer stands among all who bought.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Recency">The quintile by days since the last purchase, 1 to 5; 5 is the most recent. Equal values share the lower one.</param>
/// <param name="Frequency">The quintile by the number of purchases.</param>
/// <param name="Money">The quintile by what was paid, returns taken off.</param>
/// <param name="Segment">The group that takes these scores; null where none does.</param>
/// <param name="DaysSinceLast">Whole days since the last purchase of which something was kept.</param>
/// <param name="Purchases">How many purchases something was kept of.</param>
/// <param name="Net">What was paid in all, returns taken off, in the minor unit.</param>
public sealed record BestCustomer(CustomerId CustomerId, int Recency, int Frequency, int Money, string? Segment, int DaysSinceLast, int Purchases, long Net)
{
    public static readonly BestCustomer Example = new(Members.MemberDetails.Example.CustomerId, 5, 5, 4, "champions", 3, 41, 88_000_000);

    internal static BestCustomer Of(RfmScore s, RfmSegment? segment) => new(
        s.Bought.CustomerId, s.Recency, s.Frequency, s.Money, segment?.Name, s.Days, s.Bought.Purchases, s.Bought.Net);
}

public static class BestCustomerErrors
{
    public static readonly Error WindowInvalid = new Error(ErrorKind.Invalid, "window_invalid", "A window has 1 to 3660 days.").About("/days");

    public static readonly Error SegmentUnknown = new Error(ErrorKind.Invalid, "rfm_segment_unknown", "The settings have no group of this name among rfmSegments.").About("/segment");
}

internal sealed class ListBestCustomersHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<ListBestCustomers, BestCustomerList>
{
    public async Task<Result<BestCustomerList>> Handle(ListBestCustomers query, CancellationToken ct)
    {
        var (days, limit) = (query.Days ?? 365, query.Limit ?? 50);
        if (days is < 1 or > ListBestCustomers.MaxDays)
        {
            return BestCustomerErrors.WindowInvalid;
        }
        if (limit is < ListBestCustomers.MinLimit or > ListBestCustomers.MaxLimit)
        {
            return ListErrors.LimitOutOfRange.About("/limit");
        }
        var (asOf, currency) = (query.AsOf?.Value ?? clock.GetUtcNow(), query.Currency ?? caller.Tenant.Settings.Currency);
        var map = caller.Tenant.Settings.RfmSegments;
        if (query.Segment is { } name && !map.Any(s => s.Name == name))
        {
            return BestCustomerErrors.SegmentUnknown;
        }
        var scores = Rfm.Of(await db.BoughtBefore(asOf, days, currency).ToListAsync(ct), asOf).Select(s => (Score: s, Segment: map.FirstOrDefault(g => g.Takes(s)))).ToList();
        var sizes = scores.CountBy(s => s.Segment?.Name ?? "").ToDictionary();
        return new BestCustomerList(
            asOf, days, currency, scores.Count, [.. map.Select(s => new RfmSegmentSize(s.Name, sizes.GetValueOrDefault(s.Name)))],
            [.. scores.Where(s => query.Segment is null || s.Segment?.Name == query.Segment).Take(limit).Select(s => BestCustomer.Of(s.Score, s.Segment))]);
    }
}

internal static class Buying
{
    public static DateTimeOffset Back(DateTimeOffset from, int days) => from - DateTimeOffset.MinValue > TimeSpan.FromDays(days) ? from.AddDays(-days) : DateTimeOffset.MinValue;

    /// <summary>What customers kept of what they bought in the days before an instant, as it stood then: a later return takes nothing away from it.</summary>
    public static IQueryable<BoughtInWindow> BoughtBefore(this ICrmDb db, DateTimeOffset asOf, int days, string currency)
    {
        var from = Back(asOf, days);
        return db.Purchases.Where(p => p.PurchasedAt >= from && p.PurchasedAt < asOf && p.Currency == currency)
            .Select(p => new { p.CustomerId, p.PurchasedAt, Net = p.Amount - (db.PurchaseReturns.Where(r => r.PurchaseId == p.Id && r.ReturnedAt < asOf).Sum(r => (long?)r.Amount) ?? 0) })
            .Where(p => p.Net > 0).GroupBy(p => p.CustomerId)
            .Select(g => new BoughtInWindow(g.Key, g.Max(p => p.PurchasedAt), g.Count(), g.Sum(p => p.Net)));
    }
}
