using Crm.Domain.Calendars;

namespace Crm.Domain.Programmes;

/// <summary>When points expire: never; so long after they became active; on days of the year; or so long after the member last did something that counts.</summary>
public enum ExpiryKind { None, Rolling, CalendarDates, Inactivity }

public enum PeriodUnit { Days, Months, Years }

/// <summary>Up to the end of what a date is moved.</summary>
public enum RoundUp { None, Month, Quarter, Year }

/// <summary>When points expire. They are usable through the day of their expiry in the programme's zone, and gone at the next midnight.</summary>
/// <param name="Kind">How it is reckoned, from the day on which the points became active.</param>
/// <param name="Length">For rolling and inactivity: how many units, 1 to 3660.</param>
/// <param name="Unit">For rolling and inactivity: of what. A month ends where the next one has no such day: 31 January and a month is 28 February.</param>
/// <param name="RoundUp">For rolling: up to the end of what the day is moved.</param>
/// <param name="Dates">For calendarDates: the days of the year, 1 to 12; points expire on the first that comes.</param>
public sealed record ExpiryRule(ExpiryKind Kind, int? Length = null, PeriodUnit? Unit = null, RoundUp RoundUp = RoundUp.None, IReadOnlyList<YearlyDate>? Dates = null)
{
    public const int MaxLength = 3660;
    public const int MaxDates = 12;

    public static readonly ExpiryRule Never = new(ExpiryKind.None);

    public IReadOnlyList<YearlyDate> Dates { get; init; } = Dates ?? [];

    /// <summary>The last day on which points that became active on this day are usable; null where they never expire, or where that depends on what the member does.</summary>
    public DateOnly? LastDay(DateOnly active) => Kind switch
    {
        ExpiryKind.Rolling => Rounded(Later(active)),
        ExpiryKind.CalendarDates => NextOf(active),
        _ => null,
    };

    /// <summary>The last day on which points are usable of a member who last did something on this day.</summary>
    public DateOnly? LastDayInactive(DateOnly activity) => Kind == ExpiryKind.Inactivity ? Later(activity) : null;

    private DateOnly Later(DateOnly day) => Unit switch
    {
        PeriodUnit.Days => day.AddDays(Length!.Value),
        PeriodUnit.Years => day.AddYears(Length!.Value),
        _ => day.AddMonths(Length!.Value),
    };

    private DateOnly Rounded(DateOnly day) => RoundUp switch
    {
        RoundUp.Month => ProgrammeDays.EndOf(day, 1),
        RoundUp.Quarter => ProgrammeDays.EndOf(day, 3),
        RoundUp.Year => ProgrammeDays.EndOf(day, 12),
        _ => day,
    };

    private DateOnly? NextOf(DateOnly day)
    {
        // A day that only leap years have comes within eight years.
        for (var ahead = 0; ahead <= 8 * 366; ahead++)
        {
            var candidate = day.AddDays(ahead);
            if (Dates.Any(d => Is(d, candidate)))
            {
                return candidate;
            }
        }
        return null;
    }

    private static bool Is(YearlyDate date, DateOnly day)
    {
        var (month, number) = date.Calendar == YearlyCalendar.Jalali ? JalaliYears.Of(day.DayNumber) : (day.Month, day.Day);
        return date.Month == month && date.Day == number;
    }
}

/// <summary>Days of a programme: of its zone, and by the Gregorian year.</summary>
public static class ProgrammeDays
{
    /// <summary>The last day of the span of so many months, counted from January, in which a day lies.</summary>
    public static DateOnly EndOf(DateOnly day, int months) => StartOf(day, months).AddMonths(months).AddDays(-1);

    /// <summary>The first day of that span.</summary>
    public static DateOnly StartOf(DateOnly day, int months) => new(day.Year, (day.Month - 1) / months * months + 1, 1);

    /// <summary>The first day of a period of caps.</summary>
    public static DateOnly StartOf(DateOnly day, CapPeriod period) => period switch
    {
        CapPeriod.Day => day,
        CapPeriod.Week => day.AddDays(-((int)day.DayOfWeek + 6) % 7),
        CapPeriod.Month => StartOf(day, 1),
        _ => StartOf(day, 12),
    };

    /// <summary>The instant at which a day begins in a zone: that of the first time which its clocks show.</summary>
    public static DateTimeOffset Midnight(DateOnly day, string timeZone) =>
        DateTimeOffset.FromUnixTimeSeconds(ZoneOffsets.Of(timeZone).First((day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86_400L));

    /// <summary>The day in a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);
}
