using Crm.Domain;
using Crm.Domain.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

/// <summary>Of which period, and of whom, to tell.</summary>
public sealed record GetCallbackStatistics : IQuery<CallbackStatistics>
{
    /// <summary>What was asked for at or after this instant; 30 days before to where absent.</summary>
    public Instant? From { get; init; }

    /// <summary>What was asked for before this instant; now where absent. At most 366 days after from.</summary>
    public Instant? To { get; init; }
}

/// <summary>What became of the callbacks that were asked for in a period.</summary>
/// <param name="From">The beginning of the period.</param>
/// <param name="To">Its end, not included.</param>
/// <param name="Made">How many were asked for.</param>
/// <param name="Open">How many are open.</param>
/// <param name="Reached">How many reached the customer without their present window having been missed.</param>
/// <param name="ReachedLate">How many reached the customer after their window was missed.</param>
/// <param name="Missed">How many stand missed.</param>
/// <param name="Cancelled">How many were cancelled.</param>
/// <param name="MissedWindows">How many windows of them passed without an attempt, those included that were followed by another.</param>
/// <param name="ByOwner">The same for each member of staff who has any; those without an owner stand under null.</param>
public sealed record CallbackStatistics(
    DateTimeOffset From, DateTimeOffset To, int Made, int Open, int Reached, int ReachedLate, int Missed, int Cancelled, int MissedWindows, IReadOnlyList<StaffCallbacks> ByOwner)
{
    public static readonly CallbackStatistics Example = new(
        new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), 20, 1, 16, 1, 1, 1, 3, [new(CallbackDetails.ExampleStaff, 20, 1, 16, 1, 1, 1, 3)]);
}

/// <summary>What became of the callbacks of a member of staff.</summary>
/// <param name="OwnerId">Who makes them.</param>
/// <param name="Made">How many were asked for.</param>
/// <param name="Open">How many are open.</param>
/// <param name="Reached">How many reached the customer without their present window having been missed.</param>
/// <param name="ReachedLate">How many reached the customer after their window was missed.</param>
/// <param name="Missed">How many stand missed.</param>
/// <param name="Cancelled">How many were cancelled.</param>
/// <param name="MissedWindows">How many windows of them passed without an attempt.</param>
public sealed record StaffCallbacks(StaffId? OwnerId, int Made, int Open, int Reached, int ReachedLate, int Missed, int Cancelled, int MissedWindows);

internal sealed class GetCallbackStatisticsHandler(ICrmDb db, TimeProvider time) : IQueryHandler<GetCallbackStatistics, CallbackStatistics>
{
    public async Task<Result<CallbackStatistics>> Handle(GetCallbackStatistics query, CancellationToken ct)
    {
        if (StatisticsPeriod.Of(query.From, query.To, time.GetUtcNow()).Failed(out var error, out var period))
        {
            return error;
        }
        var (from, to) = period;
        var all = await db.Callbacks.Where(c => c.CreatedAt >= from && c.CreatedAt < to).GroupBy(c => c.OwnerId).Select(g => new
        {
            OwnerId = g.Key,
            Made = g.Count(),
            Open = g.Count(c => c.State == CallbackState.Open),
            Reached = g.Count(c => c.State == CallbackState.Reached),
            ReachedLate = g.Count(c => c.State == CallbackState.ReachedLate),
            Missed = g.Count(c => c.State == CallbackState.Missed),
            Cancelled = g.Count(c => c.State == CallbackState.Cancelled),
            MissedWindows = g.Sum(c => c.MissedWindows),
        }).ToListAsync(ct);
        return new CallbackStatistics(
            from, to, all.Sum(s => s.Made), all.Sum(s => s.Open), all.Sum(s => s.Reached), all.Sum(s => s.ReachedLate), all.Sum(s => s.Missed), all.Sum(s => s.Cancelled),
            all.Sum(s => s.MissedWindows),
            [.. all.OrderBy(s => s.OwnerId).Select(s => new StaffCallbacks(s.OwnerId, s.Made, s.Open, s.Reached, s.ReachedLate, s.Missed, s.Cancelled, s.MissedWindows))]);
    }
}
