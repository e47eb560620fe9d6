using Crm.Domain;
using Crm.Domain.Channels;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Of which period, and of whom, to tell.</summary>
public sealed record GetWorkStatistics : IQuery<WorkStatistics>
{
    /// <summary>Hand-overs and transfers at or after this instant; 30 days before to where absent.</summary>
    public Instant? From { get; init; }

    /// <summary>Hand-overs and transfers before this instant; now where absent. At most 366 days after from.</summary>
    public Instant? To { get; init; }

    /// <summary>Only the work of a team: for which this member of staff answers.</summary>
    public StaffId? AccountableId { get; init; }
}

/// <summary>How the work lies on the shoulders of staff now, and how it went from one to another in a period.</summary>
/// <param name="From">The beginning of the period.</param>
/// <param name="To">Its end, not included.</param>
/// <param name="Open">How much is open now.</param>
/// <param name="Unowned">How much of it has no owner, because the tenant has no active member of staff.</param>
/// <param name="Overdue">How much of it was due before now.</param>
/// <param name="DueToday">How much of it is due from now to the end of the day in the tenant's zone.</param>
/// <param name="Transfers">How often work changed its owner in the period: accepted hand-overs and assignments.</param>
/// <param name="Returns">How many hand-overs came back in the period, declined or unanswered: bounces.</param>
/// <param name="BounceRate">returns by returns and accepted hand-overs together, 0 to 1 with 4 decimals; null where there were none of them.</param>
/// <param name="ByOwner">The same for each member of staff who has open work or handed over some.</param>
public sealed record WorkStatistics(
    DateTimeOffset From, DateTimeOffset To, int Open, int Unowned, int Overdue, int DueToday, int Transfers, int Returns, decimal? BounceRate, IReadOnlyList<StaffWorkload> ByOwner)
{
    public static readonly WorkStatistics Example = new(
        new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), 7, 0, 1, 2, 5, 1, 0.2m,
        [new(WorkDetails.ExampleOwner, 1, 4, 1, 1, 17, 1, 2, 4, 1, 1, 0.2m)]);
}

/// <summary>The work of a member of staff.</summary>
/// <param name="OwnerId">Who.</param>
/// <param name="Low">How much of low priority they have open now.</param>
/// <param name="Normal">How much of normal priority.</param>
/// <param name="High">How much of high priority.</param>
/// <param name="Urgent">How much that is urgent.</param>
/// <param name="Load">Its weight: 1 for low, 2 for normal, 3 for high and 5 for urgent.</param>
/// <param name="Overdue">How much of it was due before now.</param>
/// <param name="DueToday">How much of it is due from now to the end of the day in the tenant's zone.</param>
/// <param name="HandedOver">How much others accepted from them in the period.</param>
/// <param name="Reassigned">How much went from them by order, or because they left.</param>
/// <param name="Returned">How many of their hand-overs came back, declined or unanswered.</param>
/// <param name="BounceRate">returned by returned and handedOver together; null where there were none of them.</param>
public sealed record StaffWorkload(
    StaffId OwnerId, int Low, int Normal, int High, int Urgent, int Load, int Overdue, int DueToday, int HandedOver, int Reassigned, int Returned, decimal? BounceRate);

internal sealed class GetWorkStatisticsHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<GetWorkStatistics, WorkStatistics>
{
    private static readonly WorkEventKind[] Told =
        [WorkEventKind.HandOverAccepted, WorkEventKind.Assigned, WorkEventKind.Reassigned, WorkEventKind.HandOverDeclined, WorkEventKind.HandOverTimedOut];

    public async Task<Result<WorkStatistics>> Handle(GetWorkStatistics query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (StatisticsPeriod.Of(query.From, query.To, now).Failed(out var error, out var period))
        {
            return error;
        }
        var (open, moved) = (await Open(query, now, ct), await Moved(query, period.From, period.To, ct));
        var all = open.Select(o => o.Owner).Concat(moved.Select(m => (StaffId?)m.Owner)).OfType<StaffId>().Distinct().Order()
            .Select(owner => Of(owner, open.Find(o => o.Owner == owner), moved.Find(m => m.Owner == owner))).ToList();
        var (accepted, returned) = (moved.Sum(m => m.HandedOver), moved.Sum(m => m.Returned));
        return new WorkStatistics(
            period.From, period.To, open.Sum(o => o.Count), open.Where(o => o.Owner is null).Sum(o => o.Count), open.Sum(o => o.Overdue), open.Sum(o => o.DueToday),
            accepted + moved.Sum(m => m.Reassigned), returned, Rate(returned, accepted), all);
    }

    private Task<List<OpenWork>> Open(GetWorkStatistics query, DateTimeOffset now, CancellationToken ct)
    {
        var endOfDay = Opening.Today(now, null, caller.Tenant.Settings.TimeZone)[^1].ClosesAt;
        var rows = db.WorkItems.Where(w => w.State == WorkState.Open);
        rows = query.AccountableId is { } accountable ? rows.Where(w => w.AccountableId == accountable) : rows;
        return rows.GroupBy(w => w.OwnerId).Select(g => new OpenWork
        {
            Owner = g.Key,
            Count = g.Count(),
            Low = g.Count(w => w.Priority == WorkPriority.Low),
            Normal = g.Count(w => w.Priority == WorkPriority.Normal),
            High = g.Count(w => w.Priority == WorkPriority.High),
            Urgent = g.Count(w => w.Priority == WorkPriority.Urgent),
            Overdue = g.Count(w => w.RankAt < now),
            DueToday = g.Count(w => w.RankAt >= now && w.RankAt < endOfDay),
        }).ToListAsync(ct);
    }

    private Task<List<MovedWork>> Moved(GetWorkStatistics query, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var rows = db.WorkEvents.Where(e => Told.Contains(e.Kind) && e.At >= from && e.At < to && e.From != null);
        rows = query.AccountableId is { } accountable ? rows.Where(e => db.WorkItems.Any(w => w.Id == e.WorkId && w.AccountableId == accountable)) : rows;
        return rows.GroupBy(e => e.From).Select(g => new MovedWork
        {
            Owner = g.Key!.Value,
            HandedOver = g.Count(e => e.Kind == WorkEventKind.HandOverAccepted),
            Reassigned = g.Count(e => e.Kind == WorkEventKind.Assigned || e.Kind == WorkEventKind.Reassigned),
            Returned = g.Count(e => e.Kind == WorkEventKind.HandOverDeclined || e.Kind == WorkEventKind.HandOverTimedOut),
        }).ToListAsync(ct);
    }

    private static StaffWorkload Of(StaffId owner, OpenWork? open, MovedWork? moved) => new(
        owner, open?.Low ?? 0, open?.Normal ?? 0, open?.High ?? 0, open?.Urgent ?? 0,
        open is null ? 0 : open.Low * Assignment.Low + open.Normal * Assignment.Normal + open.High * Assignment.High + open.Urgent * Assignment.Urgent,
        open?.Overdue ?? 0, open?.DueToday ?? 0, moved?.HandedOver ?? 0, moved?.Reassigned ?? 0, moved?.Returned ?? 0, Rate(moved?.Returned ?? 0, moved?.HandedOver ?? 0));

    private static decimal? Rate(int returned, int accepted) => returned + accepted == 0 ? null : Math.Round((decimal)returned / (returned + accepted), 4);

    private sealed record OpenWork
    {
        public required StaffId? Owner { get; init; }
        public required int Count { get; init; }
        public required int Low { get; init; }
        public required int Normal { get; init; }
        public required int High { get; init; }
        public required int Urgent { get; init; }
        public required int Overdue { get; init; }
        public required int DueToday { get; init; }
    }

    private sealed record MovedWork
    {
        public required StaffId Owner { get; init; }
        public required int HandedOver { get; init; }
        public required int Reassigned { get; init; }
        public required int Returned { get; init; }
    }
}
