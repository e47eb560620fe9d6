using Crm.Domain.Calendars;
using Crm.Domain.Channels;

namespace Crm.Domain.Tests.Channels;

[Trait("Requirement", "S5-HUMAN-1")]
public sealed class OpeningTests
{
    private static readonly OpenTime Always = Daily("UTC", "00:00", "24:00");

    [Fact]
    public void The_instant_of_closing_is_closed_and_that_of_opening_is_open()
    {
        var hours = Daily("UTC", "09:00", "17:00");
        Assert.Equal(new Opening(true, null, At("2026-10-14T17:00Z")), Opening.At(At("2026-10-14T16:59:59.999Z"), hours));
        Assert.Equal(new Opening(false, At("2026-10-15T09:00Z"), null), Opening.At(At("2026-10-14T17:00Z"), hours));
        Assert.Equal(new Opening(true, null, At("2026-10-15T17:00Z")), Opening.At(At("2026-10-15T09:00Z"), hours));
    }

    [Fact]
    public void What_never_closes_has_no_closing_and_what_never_opens_again_no_opening()
    {
        Assert.Equal(new Opening(true, null, null), Opening.At(At("2026-10-14T16:00Z"), Always));
        Assert.Equal(new Opening(true, null, null), Opening.At(At("2026-10-14T16:00Z"), null));
        Assert.Equal(new Opening(false, null, null), Opening.At(At("2026-10-14T16:00Z"), Once(2020)));
        Assert.Equal(new Opening(false, At("2199-05-01T09:00Z"), null), Opening.At(At("2026-10-14T16:00Z"), Once(2199)));
    }

    [Fact]
    public void Hours_over_midnight_are_cut_at_the_tenants_midnight()
    {
        // 19:00 to 04:00 on the summer time of London is 21:30 to 06:30 in Tehran.
        var hours = OpenTime.Of(new CalendarContent("Night", "Europe/London",
        [
            .. Enum.GetValues<DayOfWeek>().SelectMany(d => new[] { new WeeklyHours(d, TimeOfDay.At(19), TimeOfDay.EndOfDay), new WeeklyHours(d, default, TimeOfDay.At(4)) }),
        ]));
        Assert.Equal(["00:00-06:30", "21:30-24:00"], Shown(Opening.Today(At("2026-10-14T12:00Z"), hours, "Asia/Tehran")));
        Assert.Equal(["00:00-24:00"], Shown(Opening.Today(At("2026-10-14T12:00Z"), null, "Asia/Tehran")));
    }

    [Fact]
    public void A_day_whose_midnight_is_skipped_begins_with_its_first_instant()
    {
        // Beirut goes from 00:00 to 01:00 on 29 March 2026.
        var today = Opening.Today(At("2026-03-29T09:00Z"), null, "Asia/Beirut").Single();
        Assert.Equal((At("2026-03-28T22:00Z"), At("2026-03-29T21:00Z")), (today.OpensAt, today.ClosesAt));
        Assert.Equal("00:00-24:00", $"{today.From}-{today.To}");
    }

    private static string[] Shown(IEnumerable<HoursOfToday> hours) => [.. hours.Select(h => $"{h.From}-{h.To}")];

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static OpenTime Daily(string zone, string from, string to)
    {
        Assert.True(TimeOfDay.TryParse(from, out var begin) & TimeOfDay.TryParse(to, out var end));
        return OpenTime.Of(new CalendarContent("Daily", zone, [.. Enum.GetValues<DayOfWeek>().Select(d => new WeeklyHours(d, begin, end))]));
    }

    private static OpenTime Once(int year) => OpenTime.Of(new CalendarContent(
        "Once", "UTC", [], [new CalendarException(new DateOnly(year, 5, 1), Hours: [new DayHours(TimeOfDay.At(9), TimeOfDay.At(10))])]));
}
