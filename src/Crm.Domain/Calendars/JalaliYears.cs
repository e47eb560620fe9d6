using System.Globalization;

namespace Crm.Domain.Calendars;

/// <summary>The Jalali (solar Hijri) calendar by whole years: when each begins. Asking the framework for every date would cost astronomy each time.</summary>
internal static class JalaliYears
{
    private const int First = OpenTime.FirstYear - 623;
    private const int Count = OpenTime.LastYear - OpenTime.FirstYear + 5;
    private const int MonthsOf31 = 6;

    /// <summary>The day number (as <see cref="DateOnly.DayNumber"/>) of 1 Farvardin of each year.</summary>
    private static readonly int[] Begins = Begin();

    /// <summary>How many days a month has at most: Esfand has its thirtieth in leap years only.</summary>
    public static int MostDaysOf(int month) => month <= MonthsOf31 ? 31 : 30;

    /// <summary>The month and day of a date.</summary>
    public static (int Month, int Day) Of(int dayNumber)
    {
        var found = Array.BinarySearch(Begins, dayNumber);
        var day = dayNumber - Begins[found >= 0 ? found : ~found - 1];
        var monthsOf31 = MonthsOf31 * 31;
        return day < monthsOf31 ? (day / 31 + 1, day % 31 + 1) : ((day - monthsOf31) / 30 + MonthsOf31 + 1, (day - monthsOf31) % 30 + 1);
    }

    private static int[] Begin()
    {
        var jalali = new PersianCalendar();
        return [.. Enumerable.Range(First, Count).Select(year => DateOnly.FromDateTime(jalali.ToDateTime(year, 1, 1, 0, 0, 0, 0)).DayNumber)];
    }
}
