using Crm.Domain;
using Crm.Domain.BestCustomers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.BestCustomers;

/// <summary>Of which period, and who counts as active.</summary>
public sealed record GetRetention : IQuery<CustomerRetention>
{
    /// <summary>The start; 30 days before to where absent.</summary>
    public Instant? From { get; init; }

    /// <summary>The end; now where absent. At most 366 days after from.</summary>
    public Instant? To { get; init; }

    /// <summary>Active is who bought something in so many days before, 1 to 3660; 90 where absent.</summary>
    public int? ActiveDays { get; init; }

    /// <summary>Only of customers who belong to this segment now.</summary>
    public SegmentId? SegmentId { get; init; }
}

/// <summary>How many customers stayed over a period (S5-RET-1).</summary>
/// <param name="From">The start.</param>
/// <param name="To">The end.</param>
/// <param name="Definition">Who counts as active: boughtWithinDays.</param>
/// <param name="ActiveDays">The days of the definition.</param>
/// <param name="AtStart">S: active at the start.</param>
/// <param name="AtEnd">E: active at the end, those who stayed and those who are new.</param>
/// <param name="New">N: active at the end, and never a buyer before the start.</param>
/// <param name="WonBack">Active at the end and not at the start, but a buyer once before; they are in neither E nor N.</param>
/// <param name="Retention">(E - N) / S, 0 to 1 with 4 decimals; null where nobody was active at the start.</param>
/// <param name="Churn">1 - retention.</param>
public sealed record CustomerRetention(
    DateTimeOffset From, DateTimeOffset To, string Definition, int ActiveDays, int AtStart, int AtEnd, int New, int WonBack, decimal? Retention, decimal? Churn)
{
    public static readonly CustomerRetention Example = new(
        new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), "boughtWithinDays", 90, 200, 210, 30, 4, 0.9m, 0.1m);
}

internal sealed class GetRetentionHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<GetRetention, CustomerRetention>
{
    public async Task<Result<CustomerRetention>> Handle(GetRetention query, CancellationToken ct)
    {
        if (StatisticsPeriod.Of(query.From, query.To, clock.GetUtcNow()).Failed(out var error, out var period))
        {
            return error;
        }
        var days = query.ActiveDays ?? 90;
        if (days is < 1 or > ListBestCustomers.MaxDays)
        {
            return BestCustomerErrors.WindowInvalid.About("/activeDays");
        }
        var (from, to) = period;
        if ((await db.PurchasesOf(query.SegmentId, clock.GetUtcNow(), ct)).Failed(out error, out var purchases))
        {
            return error;
        }
        var (before, since) = (Buying.Back(from, days), Buying.Back(to, days));
        // Everybody who bought in one of the two windows, each once: one query.
        var buyers = await purchases.Rows.Where(p => (p.PurchasedAt >= before && p.PurchasedAt < from) || (p.PurchasedAt >= since && p.PurchasedAt < to)).GroupBy(p => p.CustomerId)
            .Select(g => new
            {
                AtStart = g.Any(p => p.PurchasedAt >= before && p.PurchasedAt < from),
                AtEnd = g.Any(p => p.PurchasedAt >= since && p.PurchasedAt < to),
                Earlier = db.Purchases.Any(p => p.CustomerId == g.Key && p.PurchasedAt < from),
            }).GroupBy(b => b).Select(g => new { g.Key.AtStart, g.Key.AtEnd, g.Key.Earlier, Count = g.Count() }).ToListAsync(ct);
        var (stayed, fresh) = (buyers.Where(b => b.AtStart && b.AtEnd).Sum(b => b.Count), buyers.Where(b => b.AtEnd && !b.AtStart && !b.Earlier).Sum(b => b.Count));
        var count = new RetentionCount(
            buyers.Where(b => b.AtStart).Sum(b => b.Count), stayed + fresh, fresh, buyers.Where(b => b.AtEnd && !b.AtStart && b.Earlier).Sum(b => b.Count));
        return new CustomerRetention(from, to, "boughtWithinDays", days, count.AtStart, count.AtEnd, count.New, count.WonBack, count.Retention, count.Churn);
    }
}
