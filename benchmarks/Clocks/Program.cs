// What a promise costs to compute: microseconds and allocated bytes for each question, with a floor measured in the same run, which is
// the least that any answer needs: one binary search in an array of a year's intervals.
//   dotnet run -c Release --project benchmarks/Clocks
using System.Diagnostics;
using Crm.Domain.Calendars;

const int questions = 200_000;
var zone = "Asia/Tehran";
DayOfWeek[] days = [DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday];
var content = new CalendarContent("Two intervals", zone,
    [.. days.SelectMany(d => new WeeklyHours[] { new(d, TimeOfDay.At(8, 30), TimeOfDay.At(13)), new(d, TimeOfDay.At(14), TimeOfDay.At(17)) })],
    [.. Enumerable.Range(1, 13).Select(d => new CalendarException(Yearly: new(YearlyCalendar.Jalali, 1, d)))]);
var calendar = OpenTime.Of(content);
var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
var starts = Enumerable.Range(0, questions).Select(i => begin.AddSeconds(i * 7919L % 31_536_000)).ToArray();
var target = TimeSpan.FromHours(4);
var year = TimeSpan.FromDays(365);
var pauses = Pauses.Of(Enumerable.Range(0, 10).Select(i => new Pause(begin.AddDays(30 * i), begin.AddDays(30 * i + 2))));
var floor = Enumerable.Range(0, 600).Select(i => i * 52_560).ToArray();

Console.WriteLine($"{"question",-58}{"µs",10}{"bytes",10}");
Ask("floor: a binary search among 600", i => Array.BinarySearch(floor, (int)(starts[i].UtcTicks % 31_536_000)));
Ask("deadline, 4 open hours", i => calendar.Deadline(starts[i], target).Value!.Value.Ticks);
Ask("deadline, 400 open hours", i => calendar.Deadline(starts[i], target * 100).Value!.Value.Ticks);
Ask("deadline, 4 open hours, 10 pauses", i => calendar.Deadline(starts[i], target, pauses).Value!.Value.Ticks);
Ask("measure over a year", i => calendar.Measure(starts[i], starts[i] + year).Ticks);
Ask("measure over a year, 10 pauses", i => calendar.Measure(starts[i], starts[i] + year, pauses).Ticks);
Ask("measure over 50 years", i => calendar.Measure(starts[i], starts[i] + year * 50).Ticks);
Ask("deadline of an elapsed clock", i => OpenTime.Always.Deadline(starts[i], target).Value!.Value.Ticks);
Ask("calendar made anew, then one deadline", i => OpenTime.Of(content).Deadline(starts[i], target).Value!.Value.Ticks, 2000);
Ask("calendar made anew, then one measure over a year", i => OpenTime.Of(content).Measure(starts[i], starts[i] + year).Ticks, 2000);
Ask("calendar made anew, then one measure over 50 years", i => OpenTime.Of(content).Measure(starts[i], starts[i] + year * 50).Ticks, 200);

// Once per zone and process: finding its changes of offset from 1970 to 2199.
string[] zones = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Africa/Casablanca", "America/Sao_Paulo", "Asia/Kolkata"];
var began = Stopwatch.GetTimestamp();
foreach (var each in zones)
{
    OpenTime.Of(content with { TimeZone = each });
}
Console.WriteLine($"{"first calendar of a zone",-58}{Stopwatch.GetElapsedTime(began).TotalMicroseconds / zones.Length,10:0}");

// The middle one of five rounds, after a round that nobody counts.
static void Ask(string question, Func<int, long> ask, int times = questions)
{
    var rounds = new List<(double Microseconds, long Bytes)>();
    for (var round = 0; round < 6; round++)
    {
        var (bytes, started, sum) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp(), 0L);
        for (var i = 0; i < times; i++)
        {
            sum += ask(i);
        }
        GC.KeepAlive(sum);
        rounds.Add((Stopwatch.GetElapsedTime(started).TotalMicroseconds / times, (GC.GetAllocatedBytesForCurrentThread() - bytes) / times));
    }
    var (microseconds, allocated) = rounds.Skip(1).Order().ElementAt(2);
    Console.WriteLine($"{question,-58}{microseconds,10:0.000}{allocated,10}");
}
