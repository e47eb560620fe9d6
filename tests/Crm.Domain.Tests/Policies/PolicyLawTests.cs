using Crm.Domain.Interactions;
using Crm.Domain.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Policies;

[Trait("Requirement", "S3-SPEED-2")]
public sealed class PolicyLawTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly string?[] Classes = [null, "key", "usual"];

    [Fact]
    public void In_which_order_policies_and_targets_are_given_does_not_matter() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var (policies, facts) = (Policies(random), Facts(random));
        var shuffled = policies.Select(p => p with { Content = p.Content with { Targets = Shuffled(random, p.Content.Targets) } }).ToArray();
        random.Shuffle(shuffled);
        var (one, other) = (PolicyChoice.Of(policies, facts), PolicyChoice.Of(shuffled, facts));
        return one.Chosen == other.Chosen || (one.Chosen is { } a && other.Chosen is { } b && (a.PolicyId, a.PolicyVersion, a.Target) == (b.PolicyId, b.PolicyVersion, b.Target)
            && a.Rungs.SequenceEqual(b.Rungs) && one.Considered.SequenceEqual(other.Considered) && one.PassedOver.SequenceEqual(other.PassedOver));
    });

    /// <summary>Said once more, as a search for anything better: nothing that fits comes before what was chosen.</summary>
    [Fact]
    public void Nothing_that_fits_would_be_asked_before_what_was_chosen() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var (policies, facts) = (Policies(random), Facts(random));
        var chosen = PolicyChoice.Of(policies, facts).Chosen;
        var fitting =
            from p in policies
            where (p.Content.AppliesTo.Subjects.Count == 0 || p.Content.AppliesTo.Subjects.Contains(facts.Subject))
                && (p.Content.AppliesTo.CustomerClasses.Count == 0 || p.Content.AppliesTo.CustomerClasses.Any(c => c == facts.CustomerClass))
            from t in p.Content.Targets
            where t.Metric == facts.Metric && !(t.Channel is { } c && c != facts.Channel) && !(t.Priority is { } w && w != facts.Priority)
            let criteria = (t.Channel is null ? 0 : 1) + (t.Priority is null ? 0 : 1)
            select (Key: (p.Content.Rank, p.Id, -criteria, t.Priority is null), Target: t);
        var best = fitting.Select(f => f.Key).DefaultIfEmpty().Min();
        return fitting.Any() ? chosen is not null && fitting.Single(f => f.Key == best).Target == chosen.Target && chosen.PolicyId == best.Id
            : chosen?.PolicyId is null;
    });

    /// <summary>Whatever is planned, taken back or planned again: numbers and instants rise together, so every instant has at most one version.</summary>
    [Fact]
    [Trait("Requirement", "S4-POLICY-1")]
    public void Versions_take_effect_in_the_order_of_their_numbers() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var now = Start;
        var policy = Policy.Establish(PolicyPresets.Standard, Instant(), now).Value;
        var versions = new List<PolicyVersion> { policy.AsVersion(null) };
        for (var step = random.Next(20); step > 0; step--)
        {
            now = now.AddMinutes(random.Next(60));
            var (wanted, before) = (Instant(), policy.EffectiveFrom);
            if (!policy.Revise(PolicyPresets.Standard with { Rank = step }, wanted, now).Failed(out var error))
            {
                // The number grows once in a unit of work, and each step stands for one.
                versions.Add(policy.AsVersion(null) with { Number = versions.Count + 1 });
            }
            else if (error.Code != "effective_from_before_version" || (wanted ?? now) >= before)
            {
                return false;
            }
        }
        var at = Start.AddMinutes(random.Next(-100, 1500));
        var inForce = PolicyChoice.At(versions.Select(v => new PolicyInForce(v.PolicyId, v.Number, v.EffectiveFrom, v.Content)), at).SingleOrDefault();
        return versions.Zip(versions.Skip(1)).All(p => p.First.EffectiveFrom <= p.Second.EffectiveFrom)
            && inForce?.EffectiveFrom == versions.LastOrDefault(v => v.EffectiveFrom <= at)?.EffectiveFrom
            && inForce?.Content.Rank == versions.LastOrDefault(v => v.EffectiveFrom <= at)?.Content.Rank;

        DateTimeOffset? Instant() => random.Next(3) == 0 ? null : now.AddMinutes(random.Next(-60, 400));
    });

    private static PolicyInForce[] Policies(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(6)).Select(i => new PolicyInForce(PolicyId.New(Start.AddMilliseconds(random.Next(3))), 1, Start, new(
            "P", random.Next(3), new(random.Next(2) == 0 ? [] : [Any<ClockSubject>(random)], random.Next(2) == 0 ? [] : [Classes[random.Next(1, 3)]!]),
            [.. Enumerable.Range(0, random.Next(1, 8)).Select(t => new PolicyTarget(
                random.Next(2) == 0 ? Metric.FirstResponse : Metric.Callback, TimeSpan.FromMinutes(random.Next(1, 100)),
                random.Next(2) == 0 ? null : random.Next(2) == 0 ? Channel.Chat : Channel.Post, random.Next(2) == 0 ? null : Any<Priority>(random))).DistinctBy(t => t.Criteria())],
            [new(random.Next(1, 100), EscalationLevel.Lead)]))),
    ];

    private static ClockFacts Facts(Random random) => new(
        Any<ClockSubject>(random), random.Next(2) == 0 ? Metric.FirstResponse : Metric.Callback, random.Next(3) == 0 ? null : random.Next(2) == 0 ? Channel.Chat : Channel.Post,
        random.Next(3) == 0 ? null : Any<Priority>(random), Classes[random.Next(3)]);

    private static T Any<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static PolicyTarget[] Shuffled(Random random, IReadOnlyList<PolicyTarget> targets)
    {
        var shuffled = targets.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
