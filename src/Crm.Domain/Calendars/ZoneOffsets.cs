using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Crm.Domain.Calendars;

/// <summary>
/// How far the clocks of a time zone are from UTC, as stretches of constant offset, so that a wall-clock time becomes an instant by
/// arithmetic. Made once per zone and process. All numbers are seconds since 1970, in UTC or, where called local, on the wall clock.
/// </summary>
internal sealed class ZoneOffsets
{
    /// <summary>More than any two offsets differ.</summary>
    private const long MostDifference = 27 * 3600;
    private const long Day = 24 * 3600;

    private static readonly ConcurrentDictionary<string, ZoneOffsets> ByName = new(StringComparer.Ordinal);

    private readonly long[] begins;
    private readonly long[] offsets;

    private ZoneOffsets(TimeZoneInfo zone)
    {
        var (begin, end) = (Seconds(OpenTime.FirstYear) - 7 * Day, Seconds(OpenTime.LastYear + 1) + 7 * Day);
        var (starts, values) = (new List<long> { long.MinValue / 2 }, new List<long> { Offset(zone, begin) });
        for (var at = begin; at < end; at += Day)
        {
            if (Offset(zone, at + Day) != values[^1])
            {
                var change = FirstChange(zone, at, at + Day);
                starts.Add(change);
                values.Add(Offset(zone, change));
            }
        }
        (begins, offsets) = ([.. starts], [.. values]);
    }

    /// <summary>The offsets of an IANA zone that exists.</summary>
    public static ZoneOffsets Of(string timeZone) => ByName.GetOrAdd(timeZone, static name => new(TimeZoneInfo.FindSystemTimeZoneById(name)));

    /// <summary>The first instant at which the wall clock shows this time or a later one: the first of two, and the gap itself where there is none.</summary>
    public long First(long local)
    {
        var i = StretchAt(local - MostDifference);
        while (i + 1 < begins.Length && begins[i + 1] + offsets[i] <= local)
        {
            i++;
        }
        return Math.Max(begins[i], local - offsets[i]);
    }

    /// <summary>The last instant until which the wall clock shows this time or an earlier one: the second of two, and the gap itself where there is none.</summary>
    public long Last(long local)
    {
        var i = StretchAt(local + MostDifference);
        while (begins[i] + offsets[i] > local)
        {
            i--;
        }
        return i + 1 < begins.Length ? Math.Min(begins[i + 1], local - offsets[i]) : local - offsets[i];
    }

    /// <summary>Where, around a wall-clock time, no change of offset is near; empty where one is.</summary>
    public Stretch StretchAround(long local)
    {
        var i = StretchAt(local);
        return new(begins[i] + MostDifference, (i + 1 < begins.Length ? begins[i + 1] : long.MaxValue) - MostDifference, offsets[i]);
    }

    /// <summary>Wall-clock times that lie a constant offset from UTC, each shown once.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Stretch(long From, long Until, long Offset)
    {
        /// <summary>Whether the whole day that begins then is among them.</summary>
        public bool Holds(long midnight) => midnight >= From && midnight + Day <= Until;
    }

    private int StretchAt(long utc)
    {
        var found = Array.BinarySearch(begins, utc);
        return found >= 0 ? found : ~found - 1;
    }

    private static long FirstChange(TimeZoneInfo zone, long before, long after)
    {
        var was = Offset(zone, before);
        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            (before, after) = Offset(zone, middle) == was ? (middle, after) : (before, middle);
        }
        return after;
    }

    private static long Offset(TimeZoneInfo zone, long utc) => zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(utc)).Ticks / TimeSpan.TicksPerSecond;

    internal static long Seconds(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
}
