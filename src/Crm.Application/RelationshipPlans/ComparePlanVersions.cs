using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

/// <summary>Which versions to compare.</summary>
public sealed record ComparePlanVersions : IQuery<PlanDiff>
{
    /// <summary>The plan.</summary>
    public RelationshipPlanId Id { get; init; }

    /// <summary>The number of one version; that before the other where absent.</summary>
    public int? From { get; init; }

    /// <summary>The number of the other version; the newest where absent.</summary>
    public int? To { get; init; }
}

/// <summary>A part of a plan.</summary>
public enum PlanPart { Title, Situation, Goal, Prerequisites, Milestones, Resources, Risks, StartOn, ReviewOn, EndOn, InternalNotes }

/// <summary>A milestone that both versions have and that is not the same.</summary>
/// <param name="Before">As the one version has it.</param>
/// <param name="After">As the other has it.</param>
public sealed record MilestoneChange(PlanMilestone Before, PlanMilestone After);

/// <summary>What is different between two versions of a plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="From">The number of the one version.</param>
/// <param name="To">The number of the other.</param>
/// <param name="Changed">The parts that are different.</param>
/// <param name="Before">The one version.</param>
/// <param name="After">The other.</param>
/// <param name="MilestonesAdded">Milestones that only the other version has.</param>
/// <param name="MilestonesRemoved">Milestones that only the one version has.</param>
/// <param name="MilestonesChanged">Milestones of the same key that are not equal.</param>
public sealed record PlanDiff(
    RelationshipPlanId PlanId, int From, int To, IReadOnlyList<PlanPart> Changed, PlanContent Before, PlanContent After, IReadOnlyList<PlanMilestone> MilestonesAdded,
    IReadOnlyList<PlanMilestone> MilestonesRemoved, IReadOnlyList<MilestoneChange> MilestonesChanged)
{
    public static readonly PlanDiff Example = Of(PlanDetails.ExampleId, 1, PlanContent.Example, 2, PlanContent.Example with { Goal = "Sole supplier of three plants" });

    public static PlanDiff Of(RelationshipPlanId id, int from, PlanContent a, int to, PlanContent b)
    {
        var (before, after) = (a.Milestones.ToDictionary(m => m.Key, StringComparer.Ordinal), b.Milestones.ToDictionary(m => m.Key, StringComparer.Ordinal));
        (PlanPart Part, bool Differs)[] parts =
        [
            (PlanPart.Title, a.Title != b.Title), (PlanPart.Situation, a.Situation != b.Situation), (PlanPart.Goal, a.Goal != b.Goal),
            (PlanPart.Prerequisites, !a.Prerequisites.SequenceEqual(b.Prerequisites)), (PlanPart.Milestones, !a.Milestones.SequenceEqual(b.Milestones)),
            (PlanPart.Resources, !a.Resources.SequenceEqual(b.Resources)), (PlanPart.Risks, !a.Risks.SequenceEqual(b.Risks)), (PlanPart.StartOn, a.StartOn != b.StartOn),
            (PlanPart.ReviewOn, a.ReviewOn != b.ReviewOn), (PlanPart.EndOn, a.EndOn != b.EndOn), (PlanPart.InternalNotes, a.InternalNotes != b.InternalNotes),
        ];
        return new(id, from, to, [.. parts.Where(p => p.Differs).Select(p => p.Part)], a, b,
            [.. b.Milestones.Where(m => !before.ContainsKey(m.Key))], [.. a.Milestones.Where(m => !after.ContainsKey(m.Key))],
            [.. a.Milestones.Where(m => after.TryGetValue(m.Key, out var other) && other != m).Select(m => new MilestoneChange(m, after[m.Key]))]);
    }
}

public static class PlanVersionErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "plan.version_not_found", "The plan has no version with this number.");
}

internal sealed class ComparePlanVersionsHandler(ICrmDb db) : IQueryHandler<ComparePlanVersions, PlanDiff>
{
    public async Task<Result<PlanDiff>> Handle(ComparePlanVersions query, CancellationToken ct)
    {
        var versions = db.PlanVersions.Where(v => v.PlanId == query.Id);
        var last = await versions.OrderByDescending(v => v.Number).Select(v => (int?)v.Number).FirstOrDefaultAsync(ct);
        if (last is null)
        {
            return Error.NotFound<RelationshipPlan>();
        }
        var to = query.To ?? last.Value;
        var from = query.From ?? Math.Max(1, to - 1);
        var both = await versions.Where(v => v.Number == from || v.Number == to).Select(v => new { v.Number, v.Content }).ToListAsync(ct);
        return both.Find(v => v.Number == from) is { } a && both.Find(v => v.Number == to) is { } b
            ? PlanDiff.Of(query.Id, from, a.Content, to, b.Content) : PlanVersionErrors.NotFound;
    }
}
