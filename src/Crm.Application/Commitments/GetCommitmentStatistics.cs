using Crm.Domain;
using Crm.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

/// <summary>Of which period, and of whom, to tell.</summary>
public sealed record GetCommitmentStatistics : IQuery<CommitmentStatistics>
{
    /// <summary>What was due at or after this instant; 30 days before to where absent.</summary>
    public Instant? From { get; init; }

    /// <summary>What was due before this instant; now where absent. At most 366 days after from.</summary>
    public Instant? To { get; init; }

    /// <summary>Only what this member of staff answers for: the promises of a team.</summary>
    public StaffId? AccountableId { get; init; }
}

/// <summary>How promises were kept that were due in a period.</summary>
/// <param name="From">The beginning of the period.</param>
/// <param name="To">Its end, not included.</param>
/// <param name="Open">How many are open.</param>
/// <param name="Kept">How many were kept in time.</param>
/// <param name="KeptLate">How many were broken and kept later.</param>
/// <param name="Broken">How many are broken.</param>
/// <param name="Withdrawn">How many were taken back in time.</param>
/// <param name="KeptRate">kept by kept, keptLate and broken together, 0 to 1 with 4 decimals; null where there are none of them.</param>
/// <param name="ByResponsible">The same for each member of staff who had promises to keep.</param>
public sealed record CommitmentStatistics(
    DateTimeOffset From, DateTimeOffset To, int Open, int Kept, int KeptLate, int Broken, int Withdrawn, decimal? KeptRate, IReadOnlyList<StaffCommitments> ByResponsible)
{
    public static readonly CommitmentStatistics Example = new(
        new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), 0, 18, 1, 1, 2, 0.9m,
        [new(CommitmentDetails.ExampleStaff, 0, 18, 1, 1, 2, 0.9m)]);
}

/// <summary>How a member of staff kept promises.</summary>
/// <param name="ResponsibleId">Who was to keep them.</param>
/// <param name="Open">How many are open.</param>
/// <param name="Kept">How many were kept in time.</param>
/// <param name="KeptLate">How many were broken and kept later.</param>
/// <param name="Broken">How many are broken.</param>
/// <param name="Withdrawn">How many were taken back in time.</param>
/// <param name="KeptRate">kept by kept, keptLate and broken together, 0 to 1 with 4 decimals; null where there are none of them.</param>
public sealed record StaffCommitments(StaffId ResponsibleId, int Open, int Kept, int KeptLate, int Broken, int Withdrawn, decimal? KeptRate);

internal sealed class GetCommitmentStatisticsHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<GetCommitmentStatistics, CommitmentStatistics>
{
    public async Task<Result<CommitmentStatistics>> Handle(GetCommitmentStatistics query, CancellationToken ct)
    {
        if (StatisticsPeriod.Of(query.From, query.To, clock.GetUtcNow()).Failed(out var error, out var period))
        {
            return error;
        }
        var (from, to) = period;
        var due = db.Commitments.Where(c => c.DueAt >= from && c.DueAt < to);
        if (query.AccountableId is { } accountable)
        {
            due = due.Where(c => c.AccountableId == accountable);
        }
        var all = await due.GroupBy(c => c.ResponsibleId).Select(g => new
        {
            ResponsibleId = g.Key,
            Open = g.Count(c => c.State == CommitmentState.Open),
            Kept = g.Count(c => c.State == CommitmentState.Kept),
            KeptLate = g.Count(c => c.State == CommitmentState.KeptLate),
            Broken = g.Count(c => c.State == CommitmentState.Broken),
            Withdrawn = g.Count(c => c.State == CommitmentState.Withdrawn),
        }).ToListAsync(ct);
        var (kept, late, broken) = (all.Sum(s => s.Kept), all.Sum(s => s.KeptLate), all.Sum(s => s.Broken));
        return new CommitmentStatistics(
            from, to, all.Sum(s => s.Open), kept, late, broken, all.Sum(s => s.Withdrawn), Rate(kept, late, broken),
            [.. all.OrderBy(s => s.ResponsibleId).Select(s =>
                new StaffCommitments(s.ResponsibleId, s.Open, s.Kept, s.KeptLate, s.Broken, s.Withdrawn, Rate(s.Kept, s.KeptLate, s.Broken)))]);
    }

    private static decimal? Rate(int kept, int late, int broken) =>
        kept + late + broken == 0 ? null : Math.Round((decimal)kept / (kept + late + broken), 4);
}
