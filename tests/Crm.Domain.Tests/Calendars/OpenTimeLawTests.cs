using Crm.Domain.Calendars;

namespace Crm.Domain.Tests.Calendars;

public sealed class OpenTimeLawTests
{
    [Fact]
    public void Measure_and_deadline_are_what_counting_minutes_finds() => AnyCalendar.Asked.Holds(asked =>
    {
        var (calendar, instants, target) = asked;
        var slow = new MinuteByMinute(calendar);
        if (calendar.OpenTime.Measure(instants[0], instants[2], calendar.Pauses) != slow.Measure(instants[0], instants[2]))
        {
            return false;
        }
        return slow.Deadline(instants[0], target) is not { } expected
            || (!calendar.OpenTime.Deadline(instants[0], target, calendar.Pauses).Failed(out _, out var deadline) && deadline == expected);
    });

    [Fact]
    public void Measure_adds_up() => AnyCalendar.Asked.Holds(asked =>
    {
        var (calendar, at, _) = asked;
        return Sum(calendar, at) && Sum(calendar, [at[0].AddYears(-9), at[1].AddTicks(7), at[2].AddYears(30).AddTicks(12_345_678)]);
    });

    [Fact]
    public void A_deadline_is_the_first_instant_at_which_the_target_has_passed() => AnyCalendar.Asked.Holds(asked =>
    {
        var (calendar, at, target) = asked;
        target += TimeSpan.FromTicks(Math.Abs(calendar.Seed % 9_999_999));
        if (calendar.OpenTime.Deadline(at[0], target, calendar.Pauses).Failed(out _, out var deadline) || deadline is not { } due)
        {
            return true;
        }
        return calendar.OpenTime.Measure(at[0], due, calendar.Pauses) == target && calendar.OpenTime.Measure(at[0], due.AddTicks(-1), calendar.Pauses) < target;
    });

    [Fact]
    public void A_longer_target_is_never_due_earlier() => AnyCalendar.Asked.Holds(asked =>
    {
        var (calendar, at, target) = asked;
        var (sooner, later) = (Due(calendar, at[0], target), Due(calendar, at[0], target + TimeSpan.FromMinutes(1 + calendar.Seed % 2000)));
        return (sooner ?? DateTimeOffset.MaxValue) <= (later ?? DateTimeOffset.MaxValue);
    });

    [Fact]
    public void The_zone_that_an_instant_is_shown_in_changes_no_deadline() => AnyCalendar.Asked.Holds(asked =>
    {
        var (calendar, at, target) = asked;
        var offset = TimeSpan.FromMinutes(calendar.Seed % 14 * 60 - 360);
        var elsewhere = new AnyCalendar(calendar.Seed, calendar.Content, calendar.Around, [.. calendar.Paused.Select(p => new Pause(p.From.ToOffset(offset), p.To?.ToOffset(offset)))]);
        return Due(calendar, at[0], target) == Due(elsewhere, at[0].ToOffset(offset), target);
    });

    [Fact]
    public void The_intervals_are_in_order_apart_and_as_long_together_as_the_measure() => AnyCalendar.Asked.Holds(asked =>
    {
        var (calendar, at, _) = asked;
        var intervals = calendar.OpenTime.Between(at[0], at[2].AddYears(2), calendar.Pauses).ToList();
        return intervals.TrueForAll(i => i.From < i.To && i.From >= at[0] && i.To <= at[2].AddYears(2))
            && intervals.Zip(intervals.Skip(1)).All(p => p.First.To < p.Second.From)
            && intervals.Aggregate(TimeSpan.Zero, (sum, i) => sum + (i.To - i.From)) == calendar.OpenTime.Measure(at[0], at[2].AddYears(2), calendar.Pauses);
    });

    private static bool Sum(AnyCalendar calendar, DateTimeOffset[] at) =>
        calendar.OpenTime.Measure(at[0], at[1], calendar.Pauses) + calendar.OpenTime.Measure(at[1], at[2], calendar.Pauses) == calendar.OpenTime.Measure(at[0], at[2], calendar.Pauses);

    private static DateTimeOffset? Due(AnyCalendar calendar, DateTimeOffset start, TimeSpan target) =>
        calendar.OpenTime.Deadline(start, target, calendar.Pauses).Failed(out _, out var deadline) ? null : deadline;
}
