using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Crm.Domain.Complaints;
using Driving;
using Microsoft.Data.Sqlite;

namespace Complaints;

/// <summary>The product over HTTP, one request after the other; then the floors on its file; then how fast complaints are taken in beside single-row commits.</summary>
internal static class Measuring
{
    private const int Times = 40;
    private const int Callers = 32;

    public static async Task Measure(string address, string key, string file)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var bare = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        bare.Open();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (from, to) = (today.AddDays(-364), today);
        var period = string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        Console.WriteLine($"{"",-46}{"p50 ms",10}{"p99 ms",10}{"floor p50",11}{"ratio",8}");
        foreach (var (what, dimension) in new (string, FigureDimension?)[]
        {
            ("", null), ("&groupBy=severity", FigureDimension.Severity), ("&groupBy=channel", FigureDimension.Channel), ("&groupBy=category", FigureDimension.Category),
            ("&groupBy=cause", FigureDimension.Cause), ("&groupBy=owner", FigureDimension.Owner),
        })
        {
            var product = await Often(() => Get(http, $"/v1/complaints/statistics?{period}{what}"));
            var floor = await Often(() => Cells(bare, FigurePeriod.Covering(from, to), dimension));
            Tell("statistics of a year" + what, product, floor.P50);
        }
        foreach (var list in new[] { "unanswered=true", "cause=cause-7", "stage=acknowledged", "limit=50" })
        {
            var product = await Often(() => Get(http, "/v1/complaints?" + list));
            Tell("list " + list, product, (await Often(() => Query(bare, "SELECT * FROM Complaints WHERE TenantId = 1 ORDER BY Id DESC LIMIT 50"))).P50);
        }
        var scan = await Often(() => Query(bare, "SELECT OwnerId, count(*), sum(Unanswered), avg(ResolvedAt - ReceivedAt) FROM Complaints WHERE TenantId = 1 GROUP BY OwnerId"), 3);
        Tell("counting all complaints by owner in SQL instead", scan, null);
    }

    /// <summary>As many complaints as 32 callers can file at once, beside as many single rows as the same callers can commit through the floor; each twice in turn, after warming up.</summary>
    public static async Task Intake(string address, string key, string floor)
    {
        await using var drive = new Drive(Callers);
        var (least, own) = await Drive.Against(
            Callers, seconds: 8, () => drive.Send(HttpMethod.Post, floor + "/create", null, """{"kind":"person","givenName":"G","familyName":"F","contactPoints":[],"tags":[]}"""),
            () => drive.Send(HttpMethod.Post, address + "/v1/complaints", key, """{"channel":"web","category":"category-1","statement":"It is broken"}"""));
        Console.WriteLine($"single-row commits {least}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"complaints filed   {own}   ratio {own.PerSecond / least.PerSecond:F2}"));
    }

    private static async Task Get(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static Task Cells(SqliteConnection bare, IReadOnlyList<int> periods, FigureDimension? dimension) =>
        Query(bare, $"SELECT Dimension, Value, Counts FROM ComplaintCells WHERE TenantId = 1 AND Dimension IN ('All', '{dimension ?? FigureDimension.All}') AND Period IN ({string.Join(',', periods)})");

    private static Task Query(SqliteConnection bare, string sql)
    {
        using var command = bare.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                _ = rows.GetValue(i);
            }
        }
        return Task.CompletedTask;
    }

    private static async Task<(double P50, double P99)> Often(Func<Task> ask, int times = Times)
    {
        var taken = new List<double>();
        for (var i = -times / 4; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask();
            if (i >= 0)
            {
                taken.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }
        taken.Sort();
        return (taken[taken.Count / 2], taken[(int)(taken.Count * 0.99)]);
    }

    private static void Tell(string what, (double P50, double P99) taken, double? floor) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-46}{taken.P50,10:F1}{taken.P99,10:F1}{(floor is { } f ? f.ToString("F1", CultureInfo.InvariantCulture) : ""),11}{(floor is { } g ? (taken.P50 / g).ToString("F1", CultureInfo.InvariantCulture) : ""),8}"));
}
