using Crm.Domain.Clocks;
using Crm.Domain.Tests.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Clocks;

[Trait("Requirement", "S3-SPEED-1")]
public sealed class ClockLawTests
{
    private static readonly Arbitrary<AnyCalendar> Each = AnyCalendar.Each;

    [Fact]
    public void The_state_is_what_the_log_comes_to_whenever_it_is_read() => Each.Holds(calendar =>
    {
        var life = LivedClock.On(calendar);
        return ClockStanding.Of(life.Log) == life.Clock.Standing && life.Log.Select(e => e.Number).SequenceEqual(Enumerable.Range(1, life.Log.Count));
    });

    /// <summary>The clock goes on step by step from what it kept; this reckons everything from the start.</summary>
    [Fact]
    public void What_has_counted_is_what_an_independent_reckoning_finds() => Each.Holds(calendar =>
    {
        var life = LivedClock.On(calendar);
        return life.Clock.ElapsedAt(life.Open, life.Ended ?? life.Now) == life.Open.Measure(life.Start, life.Ended ?? life.Now, life.Pauses());
    });

    [Fact]
    public void The_target_is_missed_at_its_exact_instant_once_and_that_stays() => Each.Holds(calendar =>
    {
        var life = LivedClock.On(calendar);
        var due = life.Reached(100);
        return life.Clock.BreachedAt == due && life.Log.Count(e => e.Kind == ClockEventKind.Breached) == (due is null ? 0 : 1)
            && life.Clock.Events.OfType<ClockBreached>().Count() == (due is null ? 0 : 1)
            && (life.Clock.State != ClockState.FulfilledLate || due is not null) && (life.Clock.State != ClockState.Fulfilled || due is null);
    });

    [Fact]
    [Trait("Requirement", "S3-SPEED-3")]
    public void Each_rung_is_told_once_in_order_and_none_while_it_stands_still() => Each.Holds(calendar =>
    {
        var life = LivedClock.On(calendar);
        var told = life.Log.Where(e => e.Kind == ClockEventKind.RungReached).Select(e => (e.Percent!.Value, e.At)).ToList();
        var expected = LivedClock.Rungs.Select(r => (r.Percent, At: life.Reached(r.Percent))).Where(r => r.At is not null).Select(r => (r.Percent, r.At!.Value)).ToList();
        return told.SequenceEqual(expected);
    });

    [Fact]
    public void It_does_not_matter_how_often_a_worker_looks() => Each.Holds(calendar =>
    {
        var (seldom, often) = (LivedClock.On(calendar), LivedClock.On(calendar, looksBetween: 7));
        return seldom.Clock.Standing == often.Clock.Standing && Told(seldom).SequenceEqual(Told(often));
        static IEnumerable<(ClockEventKind, DateTimeOffset, long)> Told(LivedClock life) => life.Log.Select(e => (e.Kind, e.At, e.ElapsedMilliseconds));
    });

    [Fact]
    public void It_wakes_exactly_when_something_is_due() => Each.Holds(calendar =>
    {
        var life = LivedClock.On(calendar);
        if (life.Clock.WakesAt is not { } wakes)
        {
            return true;
        }
        var before = life.Clock.EventCount;
        life.Clock.CatchUp(life.Open, wakes.AddMilliseconds(-1));
        var early = life.Clock.EventCount;
        life.Clock.CatchUp(life.Open, wakes);
        return wakes > life.Now && early == before && life.Clock.EventCount > before;
    });
}
