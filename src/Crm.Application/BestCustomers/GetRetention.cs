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

    /// <summary>Who counts as active: who bought something within activeDays (behavioural, where absent), or who has an agreement (contractual).</summary>
    public Choice<RetentionActivity>? Activity { get; init; }

    /// <summary>Active by behaviour is who bought something in so many days before, 1 to 3660; 90 where absent. Not together with contractual.</summary>
    public int? ActiveDays { get; init; }

    /// <summary>Only of customers who belong to this segment now.</summary>
    public SegmentId? SegmentId { get; init; }
}

/// <summary>By what a customer counts as active.</summary>
public enum RetentionActivity { Behavioural, Contractual }

/// <summary>How many customers stayed over a period (S5-RET-1).</summary>
/// <param name="From">The start.</param>
/// <param name="To">The end.</param>
/// <param name="Definition">Who counts as active: boughtWithinDays, or agreementLive: a member of a programme, or a key account.</param>
/// <param name="ActiveDays">The days of the definition; null where an agreement counts.</param>
/// <param name="AtStart">S: active at the start.</param>
/// <param name="AtEnd">E: active at the end, those who stayed and those who are new.</param>
/// <param name="New">N: active at the end, and never active before the start.</param>
/// <param name="WonBack">Active at the end and not at the start, but once before; they are in neither E nor N.</param>
/// <param name="Retention">(E - N) / S, 0 to 1 with 4 decimals; null where nobody was active at the start.</param>
/// <param name="Churn">1 - retention.</param>
public sealed record CustomerRetention(
    DateTimeOffset From, DateTimeOffset To, string Definition, int? ActiveDays, int AtStart, int AtEnd, int New, int WonBack, decimal? Retention, decimal? Churn)
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
        if (query is { Activity.Value: RetentionActivity.Contractual, ActiveDays: not null } or { ActiveDays: < 1 or > ListBestCustomers.MaxDays })
        {
            return BestCustomerErrors.WindowInvalid.About("/activeDays");
        }
        var (from, to) = period;
        if ((await db.Chosen(query.SegmentId, clock.GetUtcNow(), ct)).Failed(out error, out var chosen))
        {
            return error;
        }
        int? days = query.Activity?.Value == RetentionActivity.Contractual ? null : query.ActiveDays ?? 90;
        var customers = await (days is { } window ? Buyers(chosen, Buying.Back(from, window), from, Buying.Back(to, window), to) : Parties(chosen, from, to))
            .GroupBy(c => c).Select(g => new { g.Key.AtStart, g.Key.AtEnd, g.Key.Earlier, Count = g.Count() }).ToListAsync(ct);
        var (stayed, fresh) = (customers.Where(c => c.AtStart && c.AtEnd).Sum(c => c.Count), customers.Where(c => c.AtEnd && !c.AtStart && !c.Earlier).Sum(c => c.Count));
        var count = new RetentionCount(
            customers.Where(c => c.AtStart).Sum(c => c.Count), stayed + fresh, fresh, customers.Where(c => c.AtEnd && !c.AtStart && c.Earlier).Sum(c => c.Count));
        return new CustomerRetention(from, to, days is null ? "agreementLive" : "boughtWithinDays", days, count.AtStart, count.AtEnd, count.New, count.WonBack, count.Retention, count.Churn);
    }

    /// <summary>Everybody who bought in one of the two windows, each once.</summary>
    private IQueryable<Activity> Buyers(ChosenCustomers chosen, DateTimeOffset before, DateTimeOffset from, DateTimeOffset since, DateTimeOffset to) =>
        chosen.Of(db.Purchases, p => p.CustomerId).Where(p => (p.PurchasedAt >= before && p.PurchasedAt < from) || (p.PurchasedAt >= since && p.PurchasedAt < to)).GroupBy(p => p.CustomerId)
            .Select(g => new Activity
            {
                AtStart = g.Any(p => p.PurchasedAt >= before && p.PurchasedAt < from),
                AtEnd = g.Any(p => p.PurchasedAt >= since && p.PurchasedAt < to),
                Earlier = db.Purchases.Any(p => p.CustomerId == g.Key && p.PurchasedAt < from),
            });

    /// <summary>Everybody who had an agreement before the end, each once. It lives from the instant on at which it was made, until that at which it ended.</summary>
    private IQueryable<Activity> Parties(ChosenCustomers chosen, DateTimeOffset from, DateTimeOffset to) =>
        chosen.Of(db.Members.Where(m => m.MergedIntoId == null), m => m.CustomerId).Select(m => new { m.CustomerId, Made = m.CreatedAt, Ended = m.LeftAt })
            .Concat(chosen.Of(db.KeyAccounts, a => a.CustomerId).Select(a => new { a.CustomerId, Made = a.CreatedAt, Ended = a.EndedAt }))
            .Where(a => a.Made < to).GroupBy(a => a.CustomerId).Select(g => new Activity
            {
                AtStart = g.Any(a => a.Made < from && (a.Ended == null || a.Ended >= from)),
                AtEnd = g.Any(a => a.Ended == null || a.Ended >= to),
                Earlier = g.Any(a => a.Made < from),
            });

    private sealed record Activity
    {
        public bool AtStart { get; init; }
        public bool AtEnd { get; init; }
        public bool Earlier { get; init; }
    }
}
