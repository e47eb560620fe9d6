using Crm.Domain.Interactions;

namespace Crm.Domain.Policies;

/// <summary>What is known where a clock starts.</summary>
public sealed record ClockFacts(
    ClockSubject Subject, Metric Metric, Channel? Channel = null, Priority? Priority = null, string? CustomerClass = null, string? Tier = null);

/// <summary>A version of a policy in use.</summary>
public sealed record PolicyInForce(PolicyId Id, int Version, DateTimeOffset EffectiveFrom, PolicyContent Content);

/// <summary>What a clock runs under. Without a policy it is the preset <c>standard</c>, which never changes.</summary>
public sealed record ChosenTarget(PolicyId? PolicyId, int? PolicyVersion, PolicyTarget Target, IReadOnlyList<Rung> Rungs);

/// <summary>
/// What became of a policy: it was chosen; one of lower rank was; it has no target for these facts; it is for other subjects, classes of customers or
/// tiers; none of its versions was in force yet.
/// </summary>
public enum PolicyOutcome { Chosen, RankedBehind, NoTarget, SubjectOther, CustomerClassOther, TierOther, NotYetInForce }

/// <summary>A policy that was looked at.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="PolicyVersion">The version in force; null where none was yet.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rank">Its place among the others; the lowest is asked first.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ConsideredPolicy(PolicyId PolicyId, int? PolicyVersion, string Name, int Rank, PolicyOutcome Outcome);

/// <summary>
/// Which target a clock runs under, and why. Policies that apply are asked by rank, then by id; the first that has a target for the facts gives it, and
/// of its targets the one with the most criteria, of two with one criterion that for the priority. Only where none has one it is the preset standard (S3-SPEED-2).
/// </summary>
/// <param name="Chosen">The target; null where the standard preset has none for the metric either.</param>
/// <param name="PassedOver">Other targets of the same policy that fit too, the more specific first.</param>
/// <param name="Considered">Every policy that was looked at, in the order in which they are asked.</param>
public sealed record PolicyChoice(ChosenTarget? Chosen, IReadOnlyList<PolicyTarget> PassedOver, IReadOnlyList<ConsideredPolicy> Considered)
{
    /// <summary>Of each policy the version that is in force at an instant: the newest that has taken effect.</summary>
    public static IReadOnlyList<PolicyInForce> At(IEnumerable<PolicyInForce> versions, DateTimeOffset at) =>
        [.. versions.Where(v => v.EffectiveFrom <= at).GroupBy(v => v.Id).Select(p => p.MaxBy(v => (v.EffectiveFrom, v.Version))!)];

    public static PolicyChoice Of(IReadOnlyList<PolicyInForce> policies, ClockFacts facts)
    {
        var considered = new List<ConsideredPolicy>(policies.Count);
        (PolicyInForce Policy, List<PolicyTarget> Targets)? chosen = null;
        foreach (var policy in policies.OrderBy(p => p.Content.Rank).ThenBy(p => p.Id))
        {
            var outcome = OtherThan(policy.Content.AppliesTo, facts);
            var targets = outcome is null ? Fitting(policy.Content.Targets, facts) : [];
            outcome ??= targets.Count == 0 ? PolicyOutcome.NoTarget : chosen is null ? PolicyOutcome.Chosen : PolicyOutcome.RankedBehind;
            chosen = outcome == PolicyOutcome.Chosen ? (policy, targets) : chosen;
            considered.Add(new(policy.Id, policy.Version, policy.Content.Name, policy.Content.Rank, outcome.Value));
        }
        var fitting = chosen?.Targets ?? Fitting(PolicyPresets.Standard.Targets, facts);
        return fitting.Count == 0 ? new(null, [], considered) : new(
            new(chosen?.Policy.Id, chosen?.Policy.Version, fitting[0], (chosen?.Policy.Content ?? PolicyPresets.Standard).Rungs), fitting[1..], considered);
    }

    private static PolicyOutcome? OtherThan(AppliesTo whom, ClockFacts facts) =>
        whom.Subjects.Count > 0 && !whom.Subjects.Contains(facts.Subject) ? PolicyOutcome.SubjectOther
        : IsAmiss(whom.CustomerClasses, facts.CustomerClass) ? PolicyOutcome.CustomerClassOther
        : IsAmiss(whom.Tiers, facts.Tier) ? PolicyOutcome.TierOther
        : null;

    private static bool IsAmiss(IReadOnlyList<string> codes, string? code) => codes.Count > 0 && (code is null || !codes.Contains(code));

    private static List<PolicyTarget> Fitting(IReadOnlyList<PolicyTarget> targets, ClockFacts facts) =>
        [.. targets.Where(t => t.Metric == facts.Metric && (t.Channel is null || t.Channel == facts.Channel) && (t.Priority is null || t.Priority == facts.Priority))
            .OrderByDescending(t => (t.Priority is null ? 0 : 2) + (t.Channel is null ? 0 : 1))];
}
