namespace Crm.Domain.Calendars;

/// <summary>Hours that many have: always open; those of Iranian offices with the official solar holidays; Monday to Friday from nine to five.</summary>
public enum CalendarPreset { AlwaysOpen, Iran, MondayToFriday }

public static class CalendarPresets
{
    /// <summary>The zone of a preset that has one of its own.</summary>
    public static string? TimeZoneOf(CalendarPreset preset) => preset == CalendarPreset.Iran ? "Asia/Tehran" : null;

    public static IReadOnlyList<WeeklyHours> HoursOf(CalendarPreset preset) => preset switch
    {
        CalendarPreset.Iran =>
        [
            .. Days(DayOfWeek.Saturday, 5).SelectMany(d => new[] { Hours(d, (8, 30), (13, 0)), Hours(d, (14, 0), (17, 0)) }),
            Hours(DayOfWeek.Thursday, (8, 30), (12, 30)),
        ],
        CalendarPreset.MondayToFriday => [.. Days(DayOfWeek.Monday, 5).Select(d => Hours(d, (9, 0), (17, 0)))],
        _ => [.. Days(DayOfWeek.Monday, 7).Select(d => Hours(d, (0, 0), (24, 0)))],
    };

    /// <summary>For Iran the official holidays of the solar year; those of the lunar year move and come with a feed.</summary>
    public static IReadOnlyList<CalendarException> ExceptionsOf(CalendarPreset preset) => preset != CalendarPreset.Iran ? [] :
    [
        Holiday(1, 1, "نوروز"), Holiday(1, 2, "نوروز"), Holiday(1, 3, "نوروز"), Holiday(1, 4, "نوروز"), Holiday(1, 12, "روز جمهوری اسلامی"), Holiday(1, 13, "روز طبیعت"),
        Holiday(3, 14, "رحلت امام خمینی"), Holiday(3, 15, "قیام ۱۵ خرداد"), Holiday(11, 22, "پیروزی انقلاب اسلامی"), Holiday(12, 29, "ملی شدن صنعت نفت"), Holiday(12, 30, "آخرین روز سال کبیسه"),
    ];

    private static CalendarException Holiday(int month, int day, string name) => new(Yearly: new(YearlyCalendar.Jalali, month, day), Name: name);

    private static IEnumerable<DayOfWeek> Days(DayOfWeek first, int count) => Enumerable.Range((int)first, count).Select(d => (DayOfWeek)(d % 7));

    private static WeeklyHours Hours(DayOfWeek day, (int Hour, int Minute) from, (int Hour, int Minute) to) =>
        new(day, TimeOfDay.At(from.Hour, from.Minute), TimeOfDay.At(to.Hour, to.Minute));
}
