using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Crm.Domain.Calendars;

/// <summary>A time in which a calendar is open.</summary>
/// <param name="From">When it begins to count.</param>
/// <param name="To">The first instant at which it does not any more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpenInterval(DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// The open set O of a calendar: the instants at which it is open, and the arithmetic of promises on them. A calendar is known for the years
/// 1970 to 2199; before and after it is closed. The intervals of a year are made when it is first asked about, and the eight years asked
/// about last are kept, so nothing grows with the span that a question is about. Safe for any number of threads.
/// </summary>
public sealed class OpenTime
{
    public const int FirstYear = 1970;
    public const int LastYear = 2199;
    private const int YearsKept = 8;
    private const int SecondsPerDay = 24 * 3600;
    private const int DaysInTables = 13 * 32;
    private const int MostIntervals = 370 * CalendarContent.MaxHoursOfDay + 1;

    public static readonly DateTimeOffset Begin = new(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset End = new(LastYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Ten years: what is promised for longer is no promise.</summary>
    public static readonly TimeSpan LongestTarget = TimeSpan.FromDays(3660);

    /// <summary>Always open, for clocks of elapsed time such as the 24 hours to a human contact.</summary>
    public static readonly OpenTime Always = new("UTC", [.. Enum.GetValues<DayOfWeek>().Select(d => new WeeklyHours(d, default, TimeOfDay.EndOfDay))], []);

    private readonly ZoneOffsets zone;
    private readonly (int From, int To)[][] week;
    private readonly FrozenDictionary<int, (int From, int To)[]> dates;
    private readonly (int From, int To)[]?[] gregorian = new (int, int)[]?[DaysInTables];
    private readonly (int From, int To)[]?[]? jalali;

    private readonly OpenYear?[] kept = new OpenYear?[YearsKept];
    private readonly int[] totals = new int[LastYear - FirstYear + 1];

    private OpenTime(string timeZone, IReadOnlyList<WeeklyHours> hours, IReadOnlyList<CalendarException> exceptions)
    {
        zone = ZoneOffsets.Of(timeZone);
        week = [.. Enum.GetValues<DayOfWeek>().Select(day => Seconds(hours.Where(h => h.Day == day).Select(h => (h.From, h.To))))];
        dates = exceptions.Where(e => e.Date is not null).ToFrozenDictionary(e => e.Date!.Value.DayNumber, Seconds);
        foreach (var (yearly, closed) in exceptions.Where(e => e.Yearly is not null).Select(e => (e.Yearly!, Seconds(e))))
        {
            var table = yearly.Calendar == YearlyCalendar.Jalali ? jalali ??= new (int, int)[]?[DaysInTables] : gregorian;
            table[yearly.Month * 32 + yearly.Day] = closed;
        }
        Array.Fill(totals, -1);
    }

    /// <summary>The open time of acceptable content: its zone exists, and no hours overlap.</summary>
    public static OpenTime Of(CalendarContent content) => new(content.TimeZone, content.Hours, content.Exceptions);

    /// <summary>μ(from, until): how much of the time between is open and not paused; zero where it ends before it begins.</summary>
    public TimeSpan Measure(DateTimeOffset from, DateTimeOffset until, Pauses? pauses = null)
    {
        var (begin, end) = (Inside(from), Inside(until));
        if (end <= begin)
        {
            return TimeSpan.Zero;
        }
        var open = OpenTicks(begin, end);
        foreach (var pause in (pauses ?? Pauses.None).Ordered)
        {
            var (pauseBegin, pauseEnd) = (Math.Max(begin, pause.From.UtcTicks), Math.Min(end, (pause.To ?? End).UtcTicks));
            open -= pauseEnd > pauseBegin ? OpenTicks(pauseBegin, pauseEnd) : 0;
        }
        return new(open);
    }

    /// <summary>
    /// The least instant t with μ(start, t) = target; null while a pause without end keeps it from coming. Refused where the calendar does not
    /// open for long enough after the start.
    /// </summary>
    public Result<DateTimeOffset?> Deadline(DateTimeOffset start, TimeSpan target, Pauses? pauses = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, TimeSpan.Zero);
        var (at, left) = (Inside(start), target.Ticks);
        if (left == 0)
        {
            return start;
        }
        foreach (var pause in (pauses ?? Pauses.None).Ordered)
        {
            if (pause.To is { } until && until.UtcTicks <= at)
            {
                continue;
            }
            var open = pause.From.UtcTicks > at ? OpenTicks(at, Inside(pause.From)) : 0;
            if (open >= left)
            {
                break;
            }
            if (pause.To is null)
            {
                return (DateTimeOffset?)null;
            }
            (at, left) = (Inside(pause.To.Value), left - open);
        }
        return Reach(at, left) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : CalendarErrors.NeverOpens;
    }

    public bool IsOpen(DateTimeOffset at) => Between(at, at.AddTicks(1)).Any();

    /// <summary>The open and unpaused intervals between two instants, each as long as can be, in order; made while they are asked for.</summary>
    public IEnumerable<OpenInterval> Between(DateTimeOffset from, DateTimeOffset until, Pauses? pauses = null)
    {
        var free = new List<OpenInterval>();
        var at = from;
        foreach (var pause in (pauses ?? Pauses.None).Ordered.ToArray())
        {
            if (pause.From > at)
            {
                free.Add(new(at, pause.From));
            }
            at = pause.To is not { } end ? DateTimeOffset.MaxValue : end > at ? end : at;
        }
        free.Add(new(at, DateTimeOffset.MaxValue));
        return free.SelectMany(f => Open(Inside(f.From), Math.Min(Inside(f.To), Inside(until))));
    }

    private IEnumerable<OpenInterval> Open(long from, long until)
    {
        var pending = (From: 0L, To: 0L);
        for (var year = YearOf(from); from < until && year <= LastYear && new DateTime(year, 1, 1).Ticks < until; year++)
        {
            var open = Year(year);
            for (var i = open.IntervalAfter(from); i < open.Count && open[i].From < until; i++)
            {
                var (begin, end) = (Math.Max(open[i].From, from), Math.Min(open[i].To, until));
                // Time that is open across the end of a year is one interval.
                if (begin == pending.To)
                {
                    pending.To = end;
                    continue;
                }
                if (pending.To > 0)
                {
                    yield return Interval(pending);
                }
                pending = (begin, end);
            }
        }
        if (pending.To > 0)
        {
            yield return Interval(pending);
        }

        static OpenInterval Interval((long From, long To) ticks) => new(new(ticks.From, TimeSpan.Zero), new(ticks.To, TimeSpan.Zero));
    }

    private static long Inside(DateTimeOffset instant) => Math.Clamp(instant.UtcTicks, Begin.UtcTicks, End.UtcTicks);

    private static int YearOf(long ticks) => Math.Min(new DateTime(ticks).Year, LastYear);

    private long OpenTicks(long from, long until)
    {
        var (first, last) = (YearOf(from), YearOf(until));
        var open = Year(last).OpenBefore(until) - Year(first).OpenBefore(from);
        for (var year = first; year < last; year++)
        {
            open += Total(year) * TimeSpan.TicksPerSecond;
        }
        return open;
    }

    private long? Reach(long at, long openTicks)
    {
        var first = YearOf(at);
        openTicks += Year(first).OpenBefore(at);
        for (var year = first; year <= LastYear; year++)
        {
            var total = Total(year) * TimeSpan.TicksPerSecond;
            if (openTicks <= total)
            {
                return Year(year).WhenOpened(openTicks);
            }
            openTicks -= total;
        }
        return null;
    }

    private OpenYear Year(int year)
    {
        ref var slot = ref kept[year % YearsKept];
        if (Volatile.Read(ref slot) is { } known && known.Number == year)
        {
            return known;
        }
        // Two threads may both make it; what they make is equal.
        var room = ArrayPool<int>.Shared.Rent(2 * MostIntervals);
        var starts = room.AsSpan(0, MostIntervals);
        var openBefore = room.AsSpan(MostIntervals, MostIntervals);
        var count = Walk(year, starts, openBefore);
        var made = new OpenYear(year, starts[..count].ToArray(), openBefore[..(count + 1)].ToArray());
        ArrayPool<int>.Shared.Return(room);
        Volatile.Write(ref slot, made);
        return made;
    }

    private int Total(int year)
    {
        if (totals[year - FirstYear] < 0)
        {
            Walk(year, [], []);
        }
        return totals[year - FirstYear];
    }

    /// <summary>
    /// Goes through the days of a year, joins what their hours make open and tells the number of intervals. Writes down each begin and the
    /// open seconds before it, where there is room for them, and in any case the open seconds of the year.
    /// </summary>
    private int Walk(int year, Span<int> starts, Span<int> openBefore)
    {
        var (begin, end) = (ZoneOffsets.Seconds(year), ZoneOffsets.Seconds(year + 1));
        var (count, open, from, until) = (0, 0L, 0L, 0L);
        var plain = default(ZoneOffsets.Stretch);
        // Dates of the years beside it reach into this one, through the zone.
        var last = new DateOnly(year, 12, 31).DayNumber + 2;
        for (var day = new DateOnly(year, 1, 1).DayNumber - 2; day <= last; day++)
        {
            var midnight = (day - UnixEpochDay) * (long)SecondsPerDay;
            plain = plain.Holds(midnight) ? plain : zone.StretchAround(midnight);
            var isPlain = plain.Holds(midnight);
            foreach (var (dayFrom, dayTo) in HoursOf(day))
            {
                var f = Math.Max(begin, isPlain ? midnight + dayFrom - plain.Offset : zone.First(midnight + dayFrom));
                var u = Math.Min(end, isPlain ? midnight + dayTo - plain.Offset : zone.Last(midnight + dayTo));
                if (u <= f)
                {
                    continue;
                }
                if (count > 0 && f <= until)
                {
                    until = Math.Max(until, u);
                    continue;
                }
                open += until - from;
                if (starts.Length > 0)
                {
                    (starts[count], openBefore[count]) = ((int)(f - begin), (int)open);
                }
                (count, from, until) = (count + 1, f, u);
            }
        }
        open += until - from;
        if (openBefore.Length > 0)
        {
            openBefore[count] = (int)open;
        }
        totals[year - FirstYear] = (int)open;
        return count;
    }

    private static readonly int UnixEpochDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>What counts on a date: an exception for it, one for its day in every Gregorian year, one for its day in every Jalali year, or else the week.</summary>
    private (int From, int To)[] HoursOf(int dayNumber)
    {
        if (dates.Count > 0 && dates.TryGetValue(dayNumber, out var once))
        {
            return once;
        }
        var date = DateOnly.FromDayNumber(dayNumber);
        if (gregorian[date.Month * 32 + date.Day] is { } yearly)
        {
            return yearly;
        }
        if (jalali is not null && JalaliYears.Of(dayNumber) is var (month, day) && jalali[month * 32 + day] is { } ofJalali)
        {
            return ofJalali;
        }
        return week[(int)date.DayOfWeek];
    }

    private static (int From, int To)[] Seconds(CalendarException exception) => Seconds(exception.Hours.Select(h => (h.From, h.To)));

    private static (int From, int To)[] Seconds(IEnumerable<(TimeOfDay From, TimeOfDay To)> hours) =>
        [.. hours.OrderBy(h => h.From).Select(h => (h.From.Minutes * 60, h.To.Minutes * 60))];
}
