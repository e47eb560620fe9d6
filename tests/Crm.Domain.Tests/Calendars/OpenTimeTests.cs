using Crm.Domain.Calendars;

namespace Crm.Domain.Tests.Calendars;

public sealed class OpenTimeTests
{
    private static readonly OpenTime Iran = OpenTime.Of(new("Iran", "Asia/Tehran", Week(
        [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday], ("08:30", "13:00"), ("14:00", "17:00"), DayOfWeek.Thursday, ("08:30", "12:30"))));

    [Theory]
    [InlineData("B1", "2026-10-14T16:30+03:30", 4, null, null, "2026-10-15T12:00+03:30")]
    [InlineData("B2", "2026-10-14T12:30+03:30", 1, null, null, "2026-10-14T14:30+03:30")]
    [InlineData("B4", "2026-10-14T16:00+03:30", 4, "2026-10-14T17:00+03:30", "2026-10-15T08:30+03:30", "2026-10-15T11:30+03:30")]
    public void Golden_deadlines(string vector, string start, int hours, string? paused, string? resumed, string deadline)
    {
        var pauses = paused is null ? Pauses.None : Pauses.Of([new(At(paused), At(resumed!))]);
        Assert.True(Iran.Deadline(At(start), TimeSpan.FromHours(hours), pauses).Value == At(deadline), vector);
    }

    [Fact]
    public void Golden_measure_B7() =>
        Assert.Equal(TimeSpan.FromMinutes(330), Iran.Measure(At("2026-10-14T16:30+03:30"), At("2026-10-17T09:30+03:30")));

    [Fact]
    public void Golden_B8_a_day_of_an_always_open_calendar_is_24_hours_across_spring()
    {
        var always = OpenTime.Of(new("24x7", "Europe/Berlin", Week(Enum.GetValues<DayOfWeek>(), ("00:00", "24:00"))));
        Assert.Equal(At("2026-03-29T13:00+02:00"), always.Deadline(At("2026-03-28T12:00+01:00"), TimeSpan.FromHours(24)).Value);
        Assert.Equal(At("2026-03-29T13:00+02:00"), OpenTime.Always.Deadline(At("2026-03-28T12:00+01:00"), TimeSpan.FromHours(24)).Value);
        Assert.Single(always.Between(At("2020-01-01T00:00Z"), At("2030-01-01T00:00Z")));
    }

    [Theory]
    // 29 March 2026: 02:00 to 03:00 does not exist in Berlin.
    [InlineData("2026-03-29", "02:30", "04:00", "01:00", "02:00")]
    [InlineData("2026-03-29", "01:30", "02:30", "00:30", "01:00")]
    [InlineData("2026-03-29", "01:00", "03:00", "00:00", "01:00")]
    // 25 October 2026: 02:00 to 03:00 comes twice.
    [InlineData("2026-10-25", "02:30", "04:00", "00:30", "03:00")]
    [InlineData("2026-10-25", "01:30", "02:30", "23:30", "01:30")]
    [InlineData("2026-10-25", "02:15", "02:45", "00:15", "01:45")]
    [InlineData("2026-10-25", "01:00", "02:00", "23:00", "01:00")]
    [InlineData("2026-10-25", "01:00", "03:00", "23:00", "02:00")]
    public void Hours_that_no_clock_shows_and_hours_that_come_twice(string date, string from, string to, string utcFrom, string utcTo)
    {
        var day = DateOnly.Parse(date);
        var open = Once(day, "Europe/Berlin", (from, to)).Between(OpenTime.Begin, OpenTime.End).Single();
        Assert.Equal((utcFrom, utcTo), (open.From.UtcDateTime.ToString("HH:mm"), open.To.UtcDateTime.ToString("HH:mm")));
    }

    [Fact]
    public void Hours_within_a_gap_are_none() =>
        Assert.Empty(Once(new(2026, 3, 29), "Europe/Berlin", ("02:10", "02:50")).Between(OpenTime.Begin, OpenTime.End));

    [Fact]
    public void Hours_that_touch_where_an_hour_comes_twice_count_once()
    {
        var open = Once(new(2026, 10, 25), "Europe/Berlin", ("01:00", "02:00"), ("02:00", "03:00"));
        Assert.Equal(TimeSpan.FromHours(3), open.Measure(OpenTime.Begin, OpenTime.End));
    }

    [Fact]
    public void Nowruz_is_closed_every_year_by_the_Jalali_date_and_Esfand_30_in_leap_years()
    {
        var closed = OpenTime.Of(new("Iran", "Asia/Tehran", Week(Enum.GetValues<DayOfWeek>(), ("09:00", "10:00")),
            [new(Yearly: new(YearlyCalendar.Jalali, 1, 1)), new(Yearly: new(YearlyCalendar.Jalali, 12, 30))]));
        // 1404 begins on 21 March 2025 after a leap year, 1405 on 21 March 2026 after a common one.
        string[] shut = ["2025-03-20", "2025-03-21", "2026-03-21"], open = ["2025-03-19", "2025-03-22", "2026-03-20", "2026-03-22"];
        Assert.All(shut, day => Assert.False(closed.IsOpen(At(day + "T09:00+03:30")), day));
        Assert.All(open, day => Assert.True(closed.IsOpen(At(day + "T09:00+03:30")), day));
    }

    [Fact]
    public void A_date_counts_before_a_day_of_every_year()
    {
        var calendar = OpenTime.Of(new("Any", "UTC", [], [new(Yearly: new(YearlyCalendar.Gregorian, 1, 1)), new(new DateOnly(2027, 1, 1), Hours: [new(TimeOfDay.At(9), TimeOfDay.At(10))])]));
        Assert.Equal(TimeSpan.FromHours(1), calendar.Measure(At("2026-01-01T00:00Z"), At("2028-02-01T00:00Z")));
    }

    [Fact]
    public void A_calendar_that_does_not_open_any_more_has_no_deadline()
    {
        var once = Once(new(2026, 10, 14), "UTC", ("09:00", "10:00"));
        Assert.Equal(At("2026-10-14T10:00Z"), once.Deadline(At("2026-01-01T00:00Z"), TimeSpan.FromHours(1)).Value);
        Assert.True(once.Deadline(At("2026-01-01T00:00Z"), TimeSpan.FromTicks(TimeSpan.TicksPerHour + 1)).Failed(out var error) && error.Code == "calendar.never_opens");
        Assert.True(OpenTime.Of(new("None", "UTC", [])).Deadline(At("2026-01-01T00:00Z"), TimeSpan.FromTicks(1)).Failed(out error) && error.Code == "calendar.never_opens");
        Assert.True(OpenTime.Always.Deadline(At("2026-01-01T00:00Z"), TimeSpan.FromDays(100_000)).Failed(out _));
    }

    [Fact]
    public void While_a_pause_has_no_end_there_is_no_deadline_unless_it_came_before()
    {
        var paused = Pauses.Of([new(At("2026-10-14T10:00Z"), null)]);
        Assert.Null(OpenTime.Always.Deadline(At("2026-10-14T09:00Z"), TimeSpan.FromHours(2), paused).Value);
        Assert.Equal(At("2026-10-14T10:00Z"), OpenTime.Always.Deadline(At("2026-10-14T09:00Z"), TimeSpan.FromHours(1), paused).Value);
        Assert.Equal(TimeSpan.FromHours(1), OpenTime.Always.Measure(At("2026-10-14T09:00Z"), At("2027-10-14T09:00Z"), paused));
    }

    [Fact]
    public void Ends_of_what_is_known_are_closed_and_nothing_fails_beyond_them()
    {
        Assert.Equal(OpenTime.End - OpenTime.Begin, OpenTime.Always.Measure(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.False(OpenTime.Always.IsOpen(OpenTime.End));
        Assert.True(OpenTime.Always.IsOpen(OpenTime.End.AddTicks(-1)));
        Assert.Equal(TimeSpan.Zero, OpenTime.Always.Measure(At("2026-01-02T00:00Z"), At("2026-01-01T00:00Z")));
    }

    [Fact]
    public void Threads_that_ask_about_different_years_at_once_find_the_same()
    {
        var expected = Enumerable.Range(1971, 200).ToDictionary(y => y, y => OpenTime.Of(MondayToFriday).Measure(Start(y), Start(y + 1)));
        var shared = OpenTime.Of(MondayToFriday);
        Parallel.For(0, 20_000, i => Assert.Equal(expected[1971 + i * 7 % 200], shared.Measure(Start(1971 + i * 7 % 200), Start(1972 + i * 7 % 200))));

        static DateTimeOffset Start(int year) => new(year, 3, 1, 0, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void A_question_takes_no_memory_once_its_years_are_known()
    {
        var calendar = OpenTime.Of(MondayToFriday);
        var start = At("2026-10-14T16:30Z");
        calendar.Measure(start, start.AddYears(60));
        var before = GC.GetAllocatedBytesForCurrentThread();
        calendar.Measure(start, start.AddYears(60));
        _ = calendar.Deadline(start, TimeSpan.FromHours(4));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_span_even_the_first_time()
    {
        OpenTime.Of(MondayToFriday).Measure(OpenTime.Begin, OpenTime.End);
        Assert.Equal(Taken(1), Taken(150));

        static long Taken(int years)
        {
            var calendar = OpenTime.Of(MondayToFriday);
            var before = GC.GetAllocatedBytesForCurrentThread();
            calendar.Measure(new(2000, 6, 1, 0, 0, 0, TimeSpan.Zero), new(2000 + years, 6, 1, 0, 0, 0, TimeSpan.Zero));
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 4096;
        }
    }

    private static readonly CalendarContent MondayToFriday = new("Office", "Europe/Berlin", Week(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], ("09:00", "12:00"), ("13:00", "17:00")));

    private static OpenTime Once(DateOnly day, string zone, params (string From, string To)[] hours) =>
        OpenTime.Of(new("Once", zone, [], [new(day, Hours: [.. hours.Select(h => new DayHours(Time(h.From), Time(h.To)))])]));

    private static List<WeeklyHours> Week(IEnumerable<DayOfWeek> days, params (string From, string To)[] hours) =>
        [.. days.SelectMany(d => hours.Select(h => new WeeklyHours(d, Time(h.From), Time(h.To))))];

    private static List<WeeklyHours> Week(IEnumerable<DayOfWeek> days, (string, string) morning, (string, string) afternoon, DayOfWeek half, (string, string) halfDay) =>
        [.. Week(days, morning, afternoon), .. Week([half], halfDay)];

    private static TimeOfDay Time(string text) => TimeOfDay.TryParse(text, out var time) ? time : throw new FormatException(text);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
