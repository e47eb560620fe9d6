using Crm.Domain.Calendars;
using Crm.Domain.Clocks;
using Crm.Domain.Policies;

namespace Crm.Domain.Tests.Clocks;

public sealed class ClockTests
{
    private static readonly OpenTime Iran = OpenTime.Of(new("IR", "Asia/Tehran", CalendarPresets.HoursOf(CalendarPreset.Iran), []));

    [Fact]
    [Trait("Requirement", "S3-SPEED-1")]
    public void Human_contact_within_24_hours_is_in_time_and_a_second_later_is_not()
    {
        var start = At("14T16:30");
        var (inTime, late) = (Started(Metric.FirstHumanContact, TimeSpan.FromHours(24), OpenTime.Always, start), Started(Metric.FirstHumanContact, TimeSpan.FromHours(24), OpenTime.Always, start));
        Assert.False(inTime.Fulfil(OpenTime.Always, null, start.AddHours(24).AddSeconds(-1)).Failed(out _));
        Assert.False(late.Fulfil(OpenTime.Always, null, start.AddHours(24).AddSeconds(1)).Failed(out _));
        Assert.Equal((ClockState.Fulfilled, null), (inTime.State, inTime.BreachedAt));
        Assert.Equal((ClockState.FulfilledLate, start.AddHours(24), TimeSpan.FromSeconds(1)), (late.State, late.BreachedAt, late.Standing.Lateness));
    }

    [Fact]
    [Trait("Requirement", "S3-SPEED-1")]
    public void A_pause_outside_open_hours_changes_nothing()
    {
        var clock = Started(Metric.FirstResponse, TimeSpan.FromHours(4), Iran, At("14T16:00"));
        Assert.False(clock.Pause(WaitState.WaitingCustomer, Iran, null, At("14T17:00")).Failed(out _));
        Assert.Null(clock.DueAt);
        Assert.False(clock.Resume(Iran, null, At("15T08:30")).Failed(out _));
        Assert.Equal(At("15T11:30"), clock.DueAt);
    }

    [Fact]
    public void What_waits_for_nobody_but_us_does_not_pause_and_what_the_policy_does_not_name_neither()
    {
        var start = At("14T09:00");
        foreach (var metric in Enum.GetValues<Metric>().Where(Metrics.NeverPauses))
        {
            Refused(ClockErrors.NeverPauses, Started(metric, TimeSpan.FromHours(1), Iran, start).Pause(WaitState.WaitingCustomer, Iran, null, start.AddMinutes(1)));
        }
        var clock = Started(Metric.FirstResponse, TimeSpan.FromHours(1), Iran, start);
        Refused(ClockErrors.MayNotWait, clock.Pause(WaitState.WaitingThirdParty, Iran, null, start.AddMinutes(1)));
        Refused(ClockErrors.NotPaused, clock.Resume(Iran, null, start.AddMinutes(1)));
        Assert.False(clock.Pause(WaitState.WaitingCustomer, Iran, null, start.AddMinutes(2)).Failed(out _));
        Refused(ClockErrors.Paused, clock.Pause(WaitState.WaitingCustomer, Iran, null, start.AddMinutes(3)));
        Assert.False(clock.Cancel(Iran, null, start.AddMinutes(4)).Failed(out _));
        Refused(ClockErrors.Ended, clock.Fulfil(Iran, null, start.AddMinutes(5)));
        Refused(ClockErrors.Ended, clock.Resume(Iran, null, start.AddMinutes(5)));
    }

    [Fact]
    public void Total_resolution_goes_on_with_the_time_it_had_when_a_matter_comes_back()
    {
        var clock = Started(Metric.ResolutionTotal, TimeSpan.FromHours(4), Iran, At("14T08:30"));
        Assert.False(clock.Fulfil(Iran, null, At("14T10:30")).Failed(out _));
        Assert.False(clock.Reopen(Iran, null, At("14T15:00")).Failed(out _));
        Assert.Equal((ClockState.Running, At("14T17:00")), (clock.State, clock.DueAt));
        clock.CatchUp(Iran, At("17T09:00"));
        Assert.Equal(At("14T17:00"), clock.BreachedAt);
    }

    [Fact]
    [Trait("Requirement", "S4-POLICY-1")]
    public void Recalculated_it_has_other_terms_from_its_start_on_and_nobody_is_late_by_a_rule_that_came_afterwards()
    {
        var (longer, shorter) = (Started(Metric.FirstResponse, TimeSpan.FromHours(1), Iran, At("14T08:30")), Started(Metric.FirstResponse, TimeSpan.FromHours(8), Iran, At("14T08:30")));
        Assert.False(longer.Recalculate(new(TimeSpan.FromHours(3)), Iran, Iran, Pauses.None, null, At("14T10:00")).Failed(out _));
        Assert.Equal((At("14T09:30"), At("14T11:30")), (longer.BreachedAt!.Value, longer.DueAt!.Value));
        Assert.False(shorter.Recalculate(new(TimeSpan.FromHours(1)), Iran, Iran, Pauses.None, null, At("14T10:00")).Failed(out _));
        Assert.Equal((At("14T10:00"), At("14T09:30")), (shorter.BreachedAt!.Value, shorter.DueAt!.Value));
        Assert.Equal([ClockEventKind.Activated, ClockEventKind.PolicyApplied, ClockEventKind.Breached], shorter.TakeAdded().Select(e => e.Kind));
    }

    [Fact]
    public void It_starts_neither_in_the_future_nor_longer_ago_than_any_target()
    {
        var now = At("14T08:30");
        Clock.Start(Purpose(Metric.Approval), new(TimeSpan.FromHours(1)), Iran, now.AddMinutes(1), null, now).Failed(out var future);
        Clock.Start(Purpose(Metric.Approval), new(TimeSpan.FromHours(1)), Iran, now.AddDays(-3661), null, now).Failed(out var past);
        var closed = OpenTime.Of(new("Closed", "UTC", [], [new(new(2020, 1, 1), null, null, [new(TimeOfDay.At(9, 0), TimeOfDay.At(10, 0))])]));
        Clock.Start(Purpose(Metric.Approval), new(TimeSpan.FromHours(1)), closed, now, null, now).Failed(out var never);
        Assert.Equal([ClockErrors.StartsInFuture.Code, ClockErrors.StartedLongAgo.Code, CalendarErrors.NeverOpens.Code], new[] { future, past, never }.Select(e => e!.Code));
    }

    private static void Refused(Error expected, Result result)
    {
        Assert.True(result.Failed(out var error));
        Assert.Equal(expected.Code, error.Code);
    }

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse($"2026-10-{local}:00+03:30", null).ToUniversalTime();

    private static ClockPurpose Purpose(Metric metric) => new(null, metric, 1, null, new(ClockSubject.Request, metric));

    private static Clock Started(Metric metric, TimeSpan target, OpenTime open, DateTimeOffset start) =>
        Clock.Start(Purpose(metric), new(target, PausedIn: [WaitState.WaitingCustomer], Rungs: LivedClock.Rungs), open, start, null, start).Value;
}
