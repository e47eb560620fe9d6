using Crm.Domain.Interactions;
using Crm.Domain.Policies;

namespace Crm.Domain.Tests.Policies;

[Trait("Requirement", "S3-SPEED-2")]
public sealed class PolicyChoiceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly ClockFacts Facts = new(ClockSubject.Complaint, Metric.FirstResponse, Channel.Chat, Priority.High, "key", "gold");

    [Fact]
    public void The_target_with_the_most_criteria_wins_and_priority_before_channel()
    {
        PolicyTarget[] targets =
        [
            new(Metric.FirstResponse, Minutes(1)), new(Metric.FirstResponse, Minutes(2), Channel.Chat), new(Metric.FirstResponse, Minutes(3), null, Priority.High),
            new(Metric.FirstResponse, Minutes(4), Channel.Chat, Priority.High), new(Metric.NextResponse, Minutes(5), Channel.Chat, Priority.High),
        ];
        Assert.Equal([4, 3, 2, 1], Order(targets));
        Assert.Equal([4, 3, 2, 1], Order([.. targets.Reverse()]));
        Assert.Equal([3, 1], Order(targets, Facts with { Channel = Channel.Post }));
        Assert.Equal([2, 1], Order(targets, Facts with { Priority = Priority.Low }));
        Assert.Equal([1], Order(targets, Facts with { Priority = null, Channel = null }));

        static int[] Order(PolicyTarget[] targets, ClockFacts? facts = null)
        {
            var choice = PolicyChoice.Of([Policy(1, targets)], facts ?? Facts);
            return [(int)choice.Chosen!.Target.Target.TotalMinutes, .. choice.PassedOver.Select(t => (int)t.Target.TotalMinutes)];
        }
    }

    [Fact]
    public void The_lowest_rank_that_applies_and_has_a_target_wins_and_the_others_say_why_not()
    {
        PolicyTarget[] any = [new(Metric.FirstResponse, Minutes(7))];
        PolicyInForce[] policies =
        [
            Policy(1, any, new([ClockSubject.Callback])), Policy(2, any, new(null, ["usual"])), Policy(3, any, new(null, null, ["silver"])),
            Policy(4, [new(Metric.Approval, Minutes(7))]), Policy(5, any, new([ClockSubject.Complaint], ["usual", "key"], ["gold"])), Policy(6, any),
        ];
        var choice = PolicyChoice.Of(policies, Facts);
        Assert.Equal((policies[4].Id, 1), (choice.Chosen!.PolicyId, choice.Chosen.PolicyVersion));
        Assert.Equal(
            [PolicyOutcome.SubjectOther, PolicyOutcome.CustomerClassOther, PolicyOutcome.TierOther, PolicyOutcome.NoTarget, PolicyOutcome.Chosen, PolicyOutcome.RankedBehind],
            choice.Considered.Select(c => c.Outcome));
        // What is not known is in no list that names some.
        Assert.Equal(policies[5].Id, PolicyChoice.Of(policies, Facts with { Tier = null }).Chosen!.PolicyId);
    }

    [Fact]
    public void Where_the_tenant_has_no_target_the_standard_preset_holds_and_for_promises_nothing()
    {
        var other = Policy(1, [new(Metric.Approval, Minutes(7))]);
        var chosen = PolicyChoice.Of([other], Facts).Chosen!;
        Assert.Equal((null, null, Minutes(15)), (chosen.PolicyId, chosen.PolicyVersion, chosen.Target.Target));
        Assert.Equal([50, 75, 100, 150], chosen.Rungs.Select(r => r.Percent));
        Assert.Null(PolicyChoice.Of([other], Facts with { Metric = Metric.Commitment }).Chosen);
        Assert.Equal(PolicyOutcome.NoTarget, Assert.Single(PolicyChoice.Of([other], Facts with { Metric = Metric.Callback }).Considered).Outcome);
    }

    [Fact]
    public void The_version_in_force_is_the_newest_that_has_taken_effect()
    {
        var id = PolicyId.New(Now);
        PolicyInForce[] versions = [Version(1, 0), Version(2, 10), Version(3, 10), Version(4, 20)];
        Assert.Empty(PolicyChoice.At(versions, Now.AddMinutes(-1)));
        Assert.Equal([1, 3, 3, 4], new[] { 0, 10, 19, 20 }.Select(m => Assert.Single(PolicyChoice.At(versions, Now.AddMinutes(m))).Version));

        PolicyInForce Version(int number, int minutes) => new(id, number, Now.AddMinutes(minutes), PolicyPresets.Standard);
    }

    [Fact]
    public void The_presets_are_without_fault_and_online_is_faster_than_post()
    {
        Assert.All(Enum.GetValues<PolicyPreset>(), p => Assert.Empty(PolicyPresets.Of(p).Faults()));
        Assert.All(Enum.GetValues<PolicyPreset>(), p => Assert.All(PolicyPresets.Of(p).Targets, t => Assert.True(t.Target > TimeSpan.Zero)));
        // Every clock of service has a first response, a next one and a resolution, whatever the facts.
        Metric[] always = [.. Enum.GetValues<Metric>().Except([Metric.Callback, Metric.Commitment])];
        Assert.All(always, m => Assert.NotNull(PolicyChoice.Of([], new(ClockSubject.Request, m)).Chosen));
        var responses = new[] { Channel.Chat, Channel.Phone, Channel.Social, Channel.Email, Channel.Post }
            .Select(c => PolicyChoice.Of([], new(ClockSubject.Request, Metric.FirstResponse, c)).Chosen!.Target.Target).ToList();
        Assert.All(responses.Zip(responses.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(PolicyPresets.Of(PolicyPreset.Key).Targets.Zip(PolicyPresets.Standard.Targets), pair => Assert.Equal(pair.Second.Target, pair.First.Target * 2));
    }

    [Theory]
    [InlineData(Metric.FirstHumanContact, true), InlineData(Metric.Callback, true), InlineData(Metric.Commitment, true)]
    [InlineData(Metric.Acknowledgement, false), InlineData(Metric.ExecutiveAnswer, false), InlineData(Metric.ResolutionTotal, false)]
    public void All_time_counts_as_the_target_says_or_else_as_is_usual_for_its_metric(Metric metric, bool usual)
    {
        var calendar = CalendarId.New(Now);
        Assert.Equal(usual, new PolicyTarget(metric, Minutes(1)).CountsAllTime());
        Assert.True(new PolicyTarget(metric, Minutes(1), Elapsed: true).CountsAllTime());
        Assert.False(new PolicyTarget(metric, Minutes(1), Elapsed: false).CountsAllTime());
        Assert.False(new PolicyTarget(metric, Minutes(1), CalendarId: calendar).CountsAllTime());
    }

    private static PolicyInForce Policy(int rank, PolicyTarget[] targets, AppliesTo? whom = null) =>
        new(PolicyId.New(Now), 1, Now, new("P" + rank, rank, whom ?? AppliesTo.Everything, targets, []));

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
