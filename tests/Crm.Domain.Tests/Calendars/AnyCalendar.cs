using Crm.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Calendars;

/// <summary>A calendar nobody thought of, at a time when something happens to its zone, with pauses.</summary>
internal sealed record AnyCalendar(int Seed, CalendarContent Content, DateTimeOffset Around, IReadOnlyList<Pause> Paused)
{
    /// <summary>Gaps, overlaps, changes of rule, half hours, a day that never was, midnights that come twice.</summary>
    private static readonly (string Zone, string At)[] Moments =
    [
        ("Asia/Tehran", "2026-10-14T12:00Z"), ("Asia/Tehran", "2021-03-21T20:30Z"), ("Asia/Tehran", "2021-09-21T19:30Z"), ("Asia/Tehran", "2022-09-21T19:30Z"),
        ("Europe/Berlin", "2026-03-29T01:00Z"), ("Europe/Berlin", "2026-10-25T01:00Z"), ("America/Havana", "2025-03-09T05:00Z"), ("America/Havana", "2025-11-02T05:00Z"),
        ("America/Sao_Paulo", "2018-11-04T03:00Z"), ("America/Sao_Paulo", "2018-02-18T02:00Z"), ("Australia/Lord_Howe", "2026-04-04T15:00Z"), ("Australia/Lord_Howe", "2026-10-03T15:30Z"),
        ("Pacific/Apia", "2011-12-30T10:00Z"), ("America/St_Johns", "2011-11-06T02:31Z"), ("America/St_Johns", "2010-03-14T03:31Z"), ("Africa/Casablanca", "2026-02-15T02:00Z"),
        ("Africa/Casablanca", "2026-03-22T02:00Z"), ("Asia/Kathmandu", "1985-12-31T18:30Z"), ("America/Caracas", "2016-05-01T07:00Z"), ("Asia/Pyongyang", "2018-05-04T15:00Z"),
        ("America/New_York", "2038-03-14T07:00Z"), ("UTC", "2027-12-31T23:00Z"), ("Europe/London", "2026-12-31T23:30Z"), ("Antarctica/Troll", "2026-03-29T01:00Z"),
    ];

    public static readonly Arbitrary<AnyCalendar> Each = Gen.Choose(0, int.MaxValue).Select(Of).ToArbitrary();

    /// <summary>Two instants and a target besides.</summary>
    public static readonly Arbitrary<(AnyCalendar Calendar, DateTimeOffset[] Instants, TimeSpan Target)> Asked =
        Each.Generator.SelectMany(c => Gen.Choose(-2500, 4500).ListOf(3).SelectMany(minutes => Gen.Choose(1, 3000).Select(target =>
            (c, minutes.Order().Select(m => c.Around.AddMinutes(m)).ToArray(), TimeSpan.FromMinutes(target))))).ToArbitrary();

    public OpenTime OpenTime { get; } = OpenTime.Of(Content);
    public Pauses Pauses { get; } = Pauses.Of(Paused);

    private static AnyCalendar Of(int seed)
    {
        var random = new Random(seed);
        var (zone, at) = Moments[random.Next(Moments.Length)];
        var around = DateTimeOffset.Parse(at, null);
        var hours = Enum.GetValues<DayOfWeek>().SelectMany(day => Day(random).Select(h => new WeeklyHours(day, h.From, h.To))).ToList();
        var exceptions = Enumerable.Range(0, random.Next(4)).Select(i => Exception(random, DateOnly.FromDateTime(around.UtcDateTime).AddDays(random.Next(-4, 5)), i)).ToList();
        var pauses = Enumerable.Range(0, random.Next(4)).Select(_ => Pause(random, around)).ToList();
        return new(seed, new("Any", zone, hours, exceptions), around, pauses);
    }

    private static Pause Pause(Random random, DateTimeOffset around)
    {
        var from = around.AddMinutes(random.Next(-3000, 3000));
        return new(from, random.Next(8) == 0 ? null : from.AddMinutes(random.Next(0, 1500)));
    }

    private static CalendarException Exception(Random random, DateOnly day, int i)
    {
        var hours = random.Next(2) == 0 ? [] : Day(random);
        var jalali = new System.Globalization.PersianCalendar();
        var at = day.ToDateTime(default);
        return i switch
        {
            0 => new(day, null, null, hours),
            1 => new(null, new(YearlyCalendar.Jalali, jalali.GetMonth(at), jalali.GetDayOfMonth(at)), null, hours),
            _ => new(null, new(YearlyCalendar.Gregorian, day.Month, day.Day == 29 && day.Month == 2 ? 28 : day.Day), null, hours),
        };
    }

    private static List<DayHours> Day(Random random)
    {
        var edges = Enumerable.Range(0, random.Next(4) * 2).Select(_ => random.Next(97) * 15).Distinct().Order().ToList();
        if (random.Next(6) == 0)
        {
            edges = [0, 24 * 60];
        }
        return [.. edges.Chunk(2).Where(e => e.Length == 2).Select(e => new DayHours(TimeOfDay.At(e[0] / 60, e[0] % 60), TimeOfDay.At(e[1] / 60, e[1] % 60)))];
    }
}

/// <summary>The definition of semantics once more, minute by minute and as slow as that is.</summary>
internal sealed class MinuteByMinute
{
    private const int Minutes = 16 * 24 * 60;

    private readonly DateTimeOffset begin;
    private readonly bool[] counts = new bool[Minutes];

    public MinuteByMinute(AnyCalendar calendar)
    {
        begin = calendar.Around.AddDays(-6);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.Content.TimeZone);
        var wall = Enumerable.Range(0, Minutes).Select(m => TimeZoneInfo.ConvertTime(begin.AddMinutes(m), zone).DateTime).ToArray();
        for (var day = DateOnly.FromDateTime(wall[0]).AddDays(1); day < DateOnly.FromDateTime(wall[^1]); day = day.AddDays(1))
        {
            foreach (var (from, to) in Hours(calendar.Content, day))
            {
                var (shown, gone) = (day.ToDateTime(default).AddMinutes(from.Minutes), day.ToDateTime(default).AddMinutes(to.Minutes));
                // The first of two times that the clock shows it begins, the second ends, and what it never shows snaps forward.
                var first = Array.IndexOf(wall, shown) is >= 0 and var f ? f : Array.FindIndex(wall, w => w > shown);
                var last = Array.LastIndexOf(wall, gone) is >= 0 and var l ? l : Array.FindIndex(wall, w => w > gone);
                for (var m = Math.Max(first, 0); m < last; m++)
                {
                    counts[m] = true;
                }
            }
        }
        for (var m = 0; m < Minutes; m++)
        {
            counts[m] &= !calendar.Paused.Any(p => p.From <= begin.AddMinutes(m) && !(p.To <= begin.AddMinutes(m)));
        }
    }

    public TimeSpan Measure(DateTimeOffset from, DateTimeOffset until) => TimeSpan.FromMinutes(Between(from, until).Count(m => counts[m]));

    /// <summary>Null where it lies beyond what is looked at.</summary>
    public DateTimeOffset? Deadline(DateTimeOffset start, TimeSpan target)
    {
        var left = (int)target.TotalMinutes;
        foreach (var m in Between(start, begin.AddMinutes(Minutes - 2 * 24 * 60)))
        {
            left -= counts[m] ? 1 : 0;
            if (left == 0)
            {
                return begin.AddMinutes(m + 1);
            }
        }
        return null;
    }

    private IEnumerable<int> Between(DateTimeOffset from, DateTimeOffset until) =>
        Enumerable.Range(0, Minutes).Where(m => begin.AddMinutes(m) >= from && begin.AddMinutes(m) < until);

    private static IEnumerable<(TimeOfDay From, TimeOfDay To)> Hours(CalendarContent content, DateOnly day)
    {
        var jalali = new System.Globalization.PersianCalendar();
        var at = day.ToDateTime(default);
        var exception = content.Exceptions.FirstOrDefault(e => e.Date == day)
            ?? content.Exceptions.FirstOrDefault(e => e.Yearly is { Calendar: YearlyCalendar.Gregorian } y && (y.Month, y.Day) == (day.Month, day.Day))
            ?? content.Exceptions.FirstOrDefault(e => e.Yearly is { Calendar: YearlyCalendar.Jalali } y && (y.Month, y.Day) == (jalali.GetMonth(at), jalali.GetDayOfMonth(at)));
        return exception is null ? content.Hours.Where(h => h.Day == day.DayOfWeek).Select(h => (h.From, h.To)) : exception.Hours.Select(h => (h.From, h.To));
    }
}
