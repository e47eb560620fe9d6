namespace Crm.Domain.Calendars;

/// <summary>Hours of one day of the week, from a time up to another one.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="From">When it opens, HH:mm on the wall clock of the calendar's zone, from 00:00 to 23:59.</param>
/// <param name="To">When it closes, later than from, HH:mm up to 24:00. Hours over midnight are given as two.</param>
public sealed record WeeklyHours(DayOfWeek Day, TimeOfDay From, TimeOfDay To);

/// <summary>Hours of a day that is an exception, from a time up to another one.</summary>
/// <param name="From">When it opens, HH:mm on the wall clock of the calendar's zone, from 00:00 to 23:59.</param>
/// <param name="To">When it closes, later than from, HH:mm up to 24:00. Hours over midnight are given as two.</param>
public sealed record DayHours(TimeOfDay From, TimeOfDay To);

/// <summary>By which calendar a day comes back every year.</summary>
public enum YearlyCalendar { Gregorian, Jalali }

/// <summary>A day that comes back every year. One that a year does not have, 29 February or 30 Esfand, is left out in it.</summary>
/// <param name="Calendar">Whether month and day are those of the Gregorian or of the Jalali (solar Hijri) year.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Day">The day of the month, 1 to 31.</param>
public sealed record YearlyDate(YearlyCalendar Calendar, int Month, int Day);

/// <summary>A day whose hours are other than those of its week. Exactly one of date and yearly says which.</summary>
/// <param name="Date">The one date.</param>
/// <param name="Yearly">The day of every year. A date of its own counts before it, and a Gregorian day before a Jalali one.</param>
/// <param name="Name">Why, such as Nowruz; at most 100 characters.</param>
/// <param name="Hours">The hours of that day in place of the usual ones, at most 12; none where it is closed.</param>
public sealed record CalendarException(DateOnly? Date = null, YearlyDate? Yearly = null, string? Name = null, IReadOnlyList<DayHours>? Hours = null)
{
    public const int NameMaxLength = 100;
    public const int MaxHours = CalendarContent.MaxHoursOfDay;

    public IReadOnlyList<DayHours> Hours { get; init; } = Hours ?? [];
}

/// <summary>When a tenant works: a week on the wall clock of a zone, and the days that are exceptions (S4-CULT-1).</summary>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="TimeZone">IANA name of the zone whose wall clock counts, such as Asia/Tehran.</param>
/// <param name="Hours">The hours of the week, at most 84, without overlap. A day without any is closed.</param>
/// <param name="Exceptions">The days with other hours, at most 1000.</param>
public sealed record CalendarContent(string Name, string TimeZone, IReadOnlyList<WeeklyHours> Hours, IReadOnlyList<CalendarException>? Exceptions = null)
{
    public const int NameMaxLength = 100;
    public const int MaxHours = 84;
    public const int MaxHoursOfDay = 12;
    public const int MaxExceptions = 1000;

    public static readonly CalendarContent Example = new(
        "ساعت کاری", "Asia/Tehran", CalendarPresets.HoursOf(CalendarPreset.Iran), [CalendarPresets.ExceptionsOf(CalendarPreset.Iran)[0]]);

    public IReadOnlyList<CalendarException> Exceptions { get; init; } = Exceptions ?? [];

    /// <summary>What is wrong with hours and exceptions.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        FaultsOf([.. Hours.Select((h, i) => ($"/hours/{i}", (int)h.Day, h.From, h.To))], faults);
        var known = new HashSet<object>();
        for (var i = 0; i < Exceptions.Count; i++)
        {
            var (exception, pointer) = (Exceptions[i], $"/exceptions/{i}");
            FaultsOf([.. exception.Hours.Select((h, j) => ($"{pointer}/hours/{j}", 0, h.From, h.To))], faults);
            if (exception.Date is null == exception.Yearly is null)
            {
                faults.Add(new(pointer, "exception_day_unclear", "An exception names either one date or a day of every year."));
            }
            else if (!known.Add((object?)exception.Date ?? exception.Yearly!))
            {
                faults.Add(new(pointer, "exception_repeated", "This day is an exception already. Give its hours together."));
            }
            if (exception.Date is { } date && (date.Year < OpenTime.FirstYear || date.Year > OpenTime.LastYear))
            {
                faults.Add(new(pointer + "/date", "date_out_of_range", "Calendars are known for the years 1970 to 2199."));
            }
            if (exception.Yearly is { } yearly && !Exists(yearly))
            {
                faults.Add(new(pointer + "/yearly", "yearly_date_unknown", "No year has this day. Check the month and the calendar that it is of."));
            }
        }
        return faults;
    }

    /// <summary>Whether there is anything in it that opens.</summary>
    public bool Opens() => Hours.Count > 0 || Exceptions.Any(e => e.Hours.Count > 0);

    /// <summary>As it is stored: names in the one form of Unicode, and nobody's list from outside.</summary>
    internal CalendarContent Normalised() => this with
    {
        Name = FoldedText.Nfc(Name.Trim()),
        Hours = [.. Hours],
        Exceptions = [.. Exceptions.Select(e => e with { Name = string.IsNullOrWhiteSpace(e.Name) ? null : FoldedText.Nfc(e.Name.Trim()) })],
    };

    private static void FaultsOf(List<(string Pointer, int Day, TimeOfDay From, TimeOfDay To)> hours, List<FieldError> faults)
    {
        faults.AddRange(hours.Where(h => h.To <= h.From).Select(h => new FieldError(
            h.Pointer, "hours_reversed", "These hours end before they begin. Give hours over midnight as two, up to 24:00 and from 00:00.")));
        faults.AddRange(hours.GroupBy(h => h.Day).Where(d => d.Count() > MaxHoursOfDay).Select(d => new FieldError(
            d.Last().Pointer, "hours_too_many", "A day has at most 12 times at which it opens.")));
        var inOrder = hours.Where(h => h.To > h.From).OrderBy(h => h.Day).ThenBy(h => h.From).ToList();
        faults.AddRange(inOrder.Zip(inOrder.Skip(1)).Where(p => p.First.Day == p.Second.Day && p.Second.From < p.First.To).Select(p => new FieldError(
            p.Second.Pointer, "hours_overlap", "These hours overlap others of the same day. Join them.")));
    }

    private static bool Exists(YearlyDate yearly) => yearly.Month is >= 1 and <= 12 && yearly.Day >= 1
        && yearly.Day <= (yearly.Calendar == YearlyCalendar.Jalali ? JalaliYears.MostDaysOf(yearly.Month) : DateTime.DaysInMonth(2000, yearly.Month));
}
