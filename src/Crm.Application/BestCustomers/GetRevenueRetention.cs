using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.BestCustomers;

/// <summary>Between which instants, of whom, and in which currency.</summary>
public sealed record GetRevenueRetention : IQuery<RevenueRetention>
{
    /// <summary>The start; 30 days before to where absent.</summary>
    public Instant? From { get; init; }

    /// <summary>The end; now where absent. At most 366 days after from.</summary>
    public Instant? To { get; init; }

    /// <summary>What was bought in so many days before each counts, 1 to 3660; 90 where absent.</summary>
    public int? Days { get; init; }

    /// <summary>ISO 4217 code of the currency that counts; the tenant's where absent.</summary>
    public string? Currency { get; init; }

    /// <summary>Only of customers who belong to this segment now.</summary>
    public SegmentId? SegmentId { get; init; }
}

/// <summary>How much of what customers spent before they spend still, returns taken off (S5-RET-1).</summary>
/// <param name="From">The start.</param>
/// <param name="To">The end.</param>
/// <param name="Days">How many days before each count.</param>
/// <param name="Currency">The currency; amounts are in its minor unit.</param>
/// <param name="SegmentId">The segment that the customers belong to; null for all.</param>
/// <param name="AtStart">What was spent in the days before the start.</param>
/// <param name="Churned">How much of it is of customers who spent nothing in the days before the end.</param>
/// <param name="Contracted">How much less those spent who spent less.</param>
/// <param name="Expanded">How much more those spent who spent more.</param>
/// <param name="Gross">GRR, 0 to 1 with 4 decimals; null where nothing was spent at the start.</param>
/// <param name="Net">NRR; above 1 where customers grew.</param>
/// <param name="Formula">How both are reckoned.</param>
public sealed record RevenueRetention(
    DateTimeOffset From, DateTimeOffset To, int Days, string Currency, SegmentId? SegmentId, long AtStart, long Churned, long Contracted, long Expanded, decimal? Gross, decimal? Net, string Formula)
{
    public const string Reckoning = "gross = (atStart - churned - contracted) / atStart; net = gross + expanded / atStart";

    public static readonly RevenueRetention Example = new(
        new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), 90, "IRR", null, 1000, 100, 50, 200, 0.85m, 1.05m, Reckoning);
}

internal sealed class GetRevenueRetentionHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetRevenueRetention, RevenueRetention>
{
    public async Task<Result<RevenueRetention>> Handle(GetRevenueRetention query, CancellationToken ct)
    {
        var (now, days, currency) = (clock.GetUtcNow(), query.Days ?? 90, query.Currency ?? caller.Tenant.Settings.Currency);
        if (StatisticsPeriod.Of(query.From, query.To, now).Failed(out var error, out var period))
        {
            return error;
        }
        if (days is < 1 or > ListBestCustomers.MaxDays)
        {
            return BestCustomerErrors.WindowInvalid;
        }
        if ((await db.Chosen(query.SegmentId, now, ct)).Failed(out error, out var chosen))
        {
            return error;
        }
        var (from, to) = period;
        var (before, since) = (Buying.Back(from, days), Buying.Back(to, days));
        var sums = await chosen.Of(db.Purchases, p => p.CustomerId).Where(p => p.Currency == currency && ((p.PurchasedAt >= before && p.PurchasedAt < from) || (p.PurchasedAt >= since && p.PurchasedAt < to))).GroupBy(p => p.CustomerId)
            .Select(g => new
            {
                Start = g.Sum(p => p.PurchasedAt >= before && p.PurchasedAt < from ? p.Amount - p.ReturnedAmount : 0),
                End = g.Sum(p => p.PurchasedAt >= since && p.PurchasedAt < to ? p.Amount - p.ReturnedAmount : 0),
            })
            .Where(c => c.Start > 0).GroupBy(c => 1).Select(g => new
            {
                AtStart = g.Sum(c => c.Start),
                Churned = g.Sum(c => c.End == 0 ? c.Start : 0),
                Contracted = g.Sum(c => c.End > 0 && c.End < c.Start ? c.Start - c.End : 0),
                Expanded = g.Sum(c => c.End > c.Start ? c.End - c.Start : 0),
            }).FirstOrDefaultAsync(ct);
        var (atStart, churned, contracted, expanded) = sums is null ? (0, 0, 0, 0) : (sums.AtStart, sums.Churned, sums.Contracted, sums.Expanded);
        decimal? Part(decimal of) => atStart == 0 ? null : Math.Round(of / atStart, 4);
        return new RevenueRetention(
            from, to, days, currency, query.SegmentId, atStart, churned, contracted, expanded, Part((decimal)atStart - churned - contracted), Part((decimal)atStart - churned - contracted + expanded),
            RevenueRetention.Reckoning);
    }
}
