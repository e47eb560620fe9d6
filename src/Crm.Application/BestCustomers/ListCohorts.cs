using Crm.Application.Segments;
using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.BestCustomers;
using Crm.Domain.Purchases;
using Crm.Domain.Segments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.BestCustomers;

/// <summary>Of which months, and of whom.</summary>
public sealed record ListCohorts : IQuery<CohortList>
{
    /// <summary>The first day of the first month, such as 2026-01-01; so that the present month is the last one where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How many months, 1 to 12; 12 where absent.</summary>
    public int? Months { get; init; }

    /// <summary>Only of customers who belong to this segment now.</summary>
    public SegmentId? SegmentId { get; init; }
}

/// <summary>How many customers stay, by the month in which they first bought (S5-RET-1).</summary>
/// <param name="Definition">Who counts as active in a month: boughtInMonth.</param>
/// <param name="SegmentId">The segment that they belong to; null for all.</param>
/// <param name="Formula">How retention is reckoned.</param>
/// <param name="Data">The cohorts, the oldest first.</param>
public sealed record CohortList(string Definition, SegmentId? SegmentId, string Formula, IReadOnlyList<Cohort> Data)
{
    public static readonly CohortList Example = new("boughtInMonth", null, CohortCount.Formula, [new(new(2026, 1, 1), 200, [new(new(2026, 2, 1), 120, 0, 0.6m, 0.4m), new(new(2026, 3, 1), 90, 14, 0.45m, 0.55m)])]);
}

/// <summary>The customers who bought something for the first time in a month.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Months">What they did in each month after it.</param>
public sealed record Cohort(DateOnly Month, int Size, IReadOnlyList<CohortMonth> Months);

/// <summary>A month of a cohort.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Active">How many of the cohort bought something in it.</param>
/// <param name="WonBack">How many of those bought nothing in the month before.</param>
/// <param name="Retention">active / size, 0 to 1 with 4 decimals; null for a cohort of nobody.</param>
/// <param name="Churn">1 - retention.</param>
public sealed record CohortMonth(DateOnly Month, int Active, int WonBack, decimal? Retention, decimal? Churn);

internal sealed class ListCohortsHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<ListCohorts, CohortList>
{
    public async Task<Result<CohortList>> Handle(ListCohorts query, CancellationToken ct)
    {
        if (Months.Of(query.From, query.Months, caller.Today(clock), caller.Tenant.Settings.TimeZone).Failed(out var error, out var months)
            || (await db.Chosen(query.SegmentId, clock.GetUtcNow(), ct)).Failed(out error, out var chosen))
        {
            return error;
        }
        var (from, to) = (months.From, months.To);
        // One number for each customer that says in which months they bought, and of the numbers only how many have which.
        var patterns = await chosen.Of(db.Purchases, p => p.CustomerId).Where(p => p.PurchasedAt >= from && p.PurchasedAt < to && !db.Purchases.Any(e => e.CustomerId == p.CustomerId && e.PurchasedAt < from))
            .GroupBy(p => p.CustomerId).Select(months.BitsOf<CustomerId, Purchase>(p => p.PurchasedAt))
            .GroupBy(bits => bits).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var counts = CohortCount.Of([.. patterns.Select(p => (p.Key, p.Count))], months.Count);
        return new CohortList("boughtInMonth", query.SegmentId, CohortCount.Formula, [.. counts.Select(c => new Cohort(
            months[c.Month], c.Size, [.. c.Later.Select((m, i) => new CohortMonth(months[c.Month + 1 + i], m.Active, m.WonBack, c.Retention(m.Active), 1 - c.Retention(m.Active)))]))]);
    }
}

/// <summary>Whom a statistic is about: those who belong to a segment now, or all.</summary>
internal sealed class ChosenCustomers(IQueryable<CustomerId>? ids)
{
    /// <summary>The rows that are of them.</summary>
    public IQueryable<T> Of<T>(IQueryable<T> rows, Expression<Func<T, CustomerId>> customer) =>
        ids is null ? rows : rows.Where(Expression.Lambda<Func<T, bool>>(Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(CustomerId)], ids.Expression, customer.Body), customer.Parameters));
}

internal static class ChoosingCustomers
{
    /// <summary>Refused where the segment is unknown.</summary>
    public static async Task<Result<ChosenCustomers>> Chosen(this ICrmDb db, SegmentId? segment, DateTimeOffset now, CancellationToken ct) =>
        segment is not { } id ? new ChosenCustomers(null)
        : await db.RuleOf(id, ct) is { } rule ? new ChosenCustomers(db.MembersOf(rule, now).Select(c => c.Id)) : SegmentErrors.Unknown;
}
