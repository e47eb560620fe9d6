using System.Runtime.InteropServices;
using Crm.Domain.Calendars;

namespace Crm.Domain.Channels;

/// <summary>Hours of one day as they are told to people: on the wall clock, and as instants.</summary>
/// <param name="From">When it opens, HH:mm on the wall clock of the tenant's zone.</param>
/// <param name="To">When it closes, HH:mm on the wall clock of the tenant's zone, up to 24:00.</param>
/// <param name="OpensAt">The instant at which it opens; the beginning of the day where it was open before.</param>
/// <param name="ClosesAt">The instant at which it closes; the end of the day where it stays open.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HoursOfToday(TimeOfDay From, TimeOfDay To, DateTimeOffset OpensAt, DateTimeOffset ClosesAt);

/// <summary>Whether something is open at an instant, and when that changes.</summary>
/// <param name="Open">Whether it is open.</param>
/// <param name="NextOpenAt">When it opens, where it is closed; null where it never does before the year 2200.</param>
/// <param name="NextCloseAt">When it closes, where it is open; null where it does not within the next 366 days.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Opening(bool Open, DateTimeOffset? NextOpenAt, DateTimeOffset? NextCloseAt)
{
    /// <summary>How far to look for the end of what is open: what never closes would be followed to the end of the calendar.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(366);

    /// <summary>The opening of these hours; without any it is always open.</summary>
    public static Opening At(DateTimeOffset now, OpenTime? hours)
    {
        if (hours is null)
        {
            return new(true, null, null);
        }
        foreach (var first in hours.Between(now, now + Horizon))
        {
            return first.From > now ? new(false, first.From, null) : new(true, null, first.To < now + Horizon ? first.To : null);
        }
        // The least that there is has passed just after it opens; totals of years are added up, however far away that is.
        var tick = TimeSpan.FromTicks(1);
        return new(false, hours.Deadline(now, tick).Failed(out _, out var after) ? null : after - tick, null);
    }

    /// <summary>The hours of the day that it is now in a zone; without a calendar the whole day.</summary>
    public static IReadOnlyList<HoursOfToday> Today(DateTimeOffset now, OpenTime? hours, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var (begin, end) = BoundsOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), timeZone);
        IEnumerable<OpenInterval> open = hours is null ? [new(begin, end)] : hours.Between(begin, end);
        return
        [
            .. open.Select(i => new HoursOfToday(
                i.From == begin ? default : Shown(i.From, zone), i.To == end ? TimeOfDay.EndOfDay : Shown(i.To, zone), i.From, i.To)),
        ];
    }

    /// <summary>A day begins with its first instant also where midnight is skipped, and ends where the next one begins.</summary>
    private static (DateTimeOffset Begin, DateTimeOffset End) BoundsOf(DateOnly day, string timeZone)
    {
        var offsets = ZoneOffsets.Of(timeZone);
        return (Midnight(day), Midnight(day.AddDays(1)));

        DateTimeOffset Midnight(DateOnly date) =>
            DateTimeOffset.FromUnixTimeSeconds(offsets.First(new DateTimeOffset(date.ToDateTime(default), TimeSpan.Zero).ToUnixTimeSeconds()));
    }

    private static TimeOfDay Shown(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return TimeOfDay.At(local.Hour, local.Minute);
    }
}
