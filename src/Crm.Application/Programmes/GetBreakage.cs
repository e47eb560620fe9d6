using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>Of which months.</summary>
public sealed record GetBreakage : IQuery<ProgrammeBreakage>
{
    /// <summary>The programme.</summary>
    public ProgrammeId Id { get; init; }

    /// <summary>The first day of the first month, such as 2026-01-01; so that the present month is the last one where absent.</summary>
    public DateOnly? From { get; init; }

    /// <summary>How many months, 1 to 12; 12 where absent.</summary>
    public int? Months { get; init; }
}

/// <summary>How many points were never used, by the month in which they were earned.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Expired">How many of the points of these months have expired, as far as nights have written it.</param>
/// <param name="Redeemed">How many were redeemed and not given back to where they came from.</param>
/// <param name="Breakage">expired / (expired + redeemed), 0 to 1 with 4 decimals; null where neither happened.</param>
/// <param name="Formula">How it is reckoned.</param>
/// <param name="Cohorts">The same of each month, the oldest first.</param>
public sealed record ProgrammeBreakage(ProgrammeId ProgrammeId, long Expired, long Redeemed, decimal? Breakage, string Formula, IReadOnlyList<BreakageCohort> Cohorts)
{
    public const string Reckoning = "breakage = expired / (expired + redeemed)";

    public static readonly ProgrammeBreakage Example = new(ProgrammeDetails.ExampleId, 200, 800, 0.2m, Reckoning, [new(new(2026, 1, 1), 200, 800, 0.2m)]);

    internal static decimal? Of(long expired, long redeemed) => expired + redeemed == 0 ? null : Math.Round((decimal)expired / (expired + redeemed), 4);
}

/// <summary>What became of the points that were earned in a month.</summary>
/// <param name="Month">The first day of the month, in the programme's zone.</param>
/// <param name="Expired">How many have expired.</param>
/// <param name="Redeemed">How many were redeemed.</param>
/// <param name="Breakage">expired / (expired + redeemed); null where neither happened.</param>
public sealed record BreakageCohort(DateOnly Month, long Expired, long Redeemed, decimal? Breakage);

internal sealed class GetBreakageHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : IQueryHandler<GetBreakage, ProgrammeBreakage>
{
    public async Task<Result<ProgrammeBreakage>> Handle(GetBreakage query, CancellationToken ct)
    {
        if (await programmes.Find(db, caller.Tenant.Number, query.Id, ct) is not { } programme)
        {
            return Error.NotFound<Programme>();
        }
        if (Months.Of(query.From, query.Months, programme.Content.DayOf(clock.GetUtcNow()), programme.Content.TimeZone!).Failed(out var error, out var months))
        {
            return error;
        }
        var used = (await db.UsedOf(query.Id, months, ct)).ToDictionary(u => u.Place);
        var cohorts = Enumerable.Range(0, months.Count).Select(i => (Month: months[i], Used: used.GetValueOrDefault(i) ?? new(i, 0, 0)))
            .Select(c => new BreakageCohort(c.Month, c.Used.Expired, c.Used.Redeemed, ProgrammeBreakage.Of(c.Used.Expired, c.Used.Redeemed))).ToList();
        var (expired, redeemed) = (cohorts.Sum(c => c.Expired), cohorts.Sum(c => c.Redeemed));
        return new ProgrammeBreakage(query.Id, expired, redeemed, ProgrammeBreakage.Of(expired, redeemed), ProgrammeBreakage.Reckoning, cohorts);
    }
}

/// <summary>What an entry took of points that were earned at a time.</summary>
internal sealed record UsedPoints
{
    public required DateTimeOffset EarnedAt { get; init; }
    public required EntryKind Kind { get; init; }
    public required long Points { get; init; }
}

internal sealed record UsedOfMonth(int Place, long Expired, long Redeemed);

internal static class BreakageReading
{
    /// <summary>From the entries that expire, redeem and give back, by their allocations to the lots of these months; what was given back to a lot is not redeemed of it.</summary>
    public static Task<List<UsedOfMonth>> UsedOf(this ICrmDb db, ProgrammeId id, Months months, CancellationToken ct)
    {
        var (since, until) = (months.From, months.To);
        var used = from m in db.Members
                   where m.ProgrammeId == id
                   join e in db.LedgerEntries on m.Id equals e.MemberId
                   where e.Kind == EntryKind.Expire || e.Kind == EntryKind.Redeem || e.Kind == EntryKind.Reverse
                   join a in db.LotAllocations on new { e.MemberId, e.Number } equals new { a.MemberId, Number = a.EntryNumber }
                   join l in db.Lots on new { a.MemberId, Number = a.LotNumber } equals new { l.MemberId, l.Number }
                   where l.EarnedAt >= since && l.EarnedAt < until && (e.Kind != EntryKind.Reverse || a.Points < 0)
                   select new UsedPoints { EarnedAt = l.EarnedAt, Kind = e.Kind, Points = a.Points };
        return used.GroupBy(months.PlaceOf<UsedPoints>(u => u.EarnedAt))
            .Select(g => new UsedOfMonth(g.Key, g.Sum(u => u.Kind == EntryKind.Expire ? u.Points : 0), g.Sum(u => u.Kind != EntryKind.Expire ? u.Points : 0))).ToListAsync(ct);
    }
}
