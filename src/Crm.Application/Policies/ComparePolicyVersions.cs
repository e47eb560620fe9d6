using Crm.Domain;
using Crm.Domain.Policies;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Policies;

/// <summary>Which versions to compare.</summary>
public sealed record ComparePolicyVersions : IQuery<PolicyDiff>
{
    /// <summary>The policy.</summary>
    public PolicyId Id { get; init; }

    /// <summary>The number of one version; that before the other where absent.</summary>
    public int? From { get; init; }

    /// <summary>The number of the other version; the newest where absent.</summary>
    public int? To { get; init; }
}

/// <summary>A part of a policy.</summary>
public enum PolicyPart { Name, Rank, AppliesTo, Targets, Rungs }

/// <summary>What a version says besides its targets.</summary>
/// <param name="Name">What people call the policy.</param>
/// <param name="Rank">Its place among the tenant's policies.</param>
/// <param name="AppliesTo">Whom it is for.</param>
/// <param name="Rungs">Who is told when.</param>
/// <param name="EffectiveFrom">From when on the version is asked.</param>
/// <param name="RetiredAt">When the policy went out of use, where the version is that of its end.</param>
public sealed record PolicySide(string Name, int Rank, AppliesTo AppliesTo, IReadOnlyList<Rung> Rungs, DateTimeOffset EffectiveFrom, DateTimeOffset? RetiredAt);

/// <summary>A target for the same metric, channel and priority in both versions.</summary>
/// <param name="Before">As the one version has it.</param>
/// <param name="After">As the other has it.</param>
public sealed record TargetChange(PolicyTarget Before, PolicyTarget After);

/// <summary>What is different between two versions of a policy (S4-POLICY-1).</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="From">The number of the one version.</param>
/// <param name="To">The number of the other.</param>
/// <param name="Changed">The parts that are different.</param>
/// <param name="Before">What the one version says besides its targets.</param>
/// <param name="After">What the other says.</param>
/// <param name="TargetsAdded">Targets for a metric, channel and priority that only the other version has.</param>
/// <param name="TargetsRemoved">Targets that only the one version has.</param>
/// <param name="TargetsChanged">Targets for the same in both versions that are not equal.</param>
public sealed record PolicyDiff(
    PolicyId PolicyId, int From, int To, IReadOnlyList<PolicyPart> Changed, PolicySide Before, PolicySide After, IReadOnlyList<PolicyTarget> TargetsAdded,
    IReadOnlyList<PolicyTarget> TargetsRemoved, IReadOnlyList<TargetChange> TargetsChanged)
{
    public static readonly PolicyDiff Example = Of(PolicyVersionDetails.Example, PolicyVersionDetails.Example with
    {
        Number = 2,
        Targets = [PolicyDetails.ExampleContent.Targets[0] with { Target = TimeSpan.FromMinutes(10) }, PolicyDetails.ExampleContent.Targets[1]],
    });

    public static PolicyDiff Of(PolicyVersionDetails a, PolicyVersionDetails b)
    {
        var (before, after) = (a.Targets.ToDictionary(t => t.Criteria()), b.Targets.ToDictionary(t => t.Criteria()));
        var changed = a.Targets.Where(t => after.TryGetValue(t.Criteria(), out var other) && !t.Equals(other)).Select(t => new TargetChange(t, after[t.Criteria()])).ToList();
        var (added, removed) = (b.Targets.Where(t => !before.ContainsKey(t.Criteria())).ToList(), a.Targets.Where(t => !after.ContainsKey(t.Criteria())).ToList());
        var different = new (PolicyPart Part, bool Is)[]
        {
            (PolicyPart.Name, a.Name != b.Name), (PolicyPart.Rank, a.Rank != b.Rank), (PolicyPart.AppliesTo, a.AppliesTo != b.AppliesTo),
            (PolicyPart.Targets, added.Count + removed.Count + changed.Count > 0), (PolicyPart.Rungs, !a.Rungs.SequenceEqual(b.Rungs)),
        };
        return new(a.PolicyId, a.Number, b.Number, [.. different.Where(d => d.Is).Select(d => d.Part)], Side(a), Side(b), added, removed, changed);
    }

    private static PolicySide Side(PolicyVersionDetails v) => new(v.Name, v.Rank, v.AppliesTo, v.Rungs, v.EffectiveFrom, v.RetiredAt);
}

internal sealed class ComparePolicyVersionsValidator : AbstractValidator<ComparePolicyVersions>
{
    public ComparePolicyVersionsValidator()
    {
        RuleFor(x => x.From).GreaterThanOrEqualTo(1);
        RuleFor(x => x.To).GreaterThanOrEqualTo(1);
    }
}

internal sealed class ComparePolicyVersionsHandler(ICrmDb db) : IQueryHandler<ComparePolicyVersions, PolicyDiff>
{
    public async Task<Result<PolicyDiff>> Handle(ComparePolicyVersions query, CancellationToken ct)
    {
        var to = query.To ?? await db.Policies.Where(p => p.Id == query.Id).Select(p => p.Version).FirstOrDefaultAsync(ct);
        var from = query.From ?? Math.Max(1, to - 1);
        var versions = await db.PolicyVersions.Where(v => v.PolicyId == query.Id && (v.Number == from || v.Number == to))
            .Select(PolicyVersionDetails.Projection).ToListAsync(ct);
        return versions.Find(v => v.Number == from) is { } before && versions.Find(v => v.Number == to) is { } after
            ? PolicyDiff.Of(before, after)
            : await db.NoVersion(query.Id, ct);
    }
}
