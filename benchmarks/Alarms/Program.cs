// What a pass of the worker costs while very many clocks run: started by the product under its own policy, copied in its file to as many as asked for,
// each beginning 600 ms after the one before, so that 100 a minute reach a rung and tell their owner. Time is moved, not waited for.
// The floor is what any such pass must do: a transaction of one row, synced to the same disk, in the same run.
//   dotnet run -c Release --project benchmarks/Alarms [CLOCKS] [PASSES]
using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Alarms;
using Crm.Domain.Clocks;
using Crm.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

var clocks = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var passes = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 60;
var folder = Directory.CreateTempSubdirectory("crm-alarms-").FullName;
var time = new MovedTime();
try
{
    await using var host = new Host(folder, time);
    var http = host.CreateClient();
    var key = (await Post(http, "/v1/platform/tenants", Host.PlatformKey, new { slug = "alarms", name = "Alarms", country = "IR" }))["administratorKey"]!.GetValue<string>();
    var owner = (await Post(http, "/v1/staff", key, new { name = "Owner" }))["id"]!.GetValue<string>();
    var rungs = new[] { new { percent = 50, to = "owner" }, new { percent = 75, to = "lead" }, new { percent = 100, to = "manager" } };
    await Post(http, "/v1/policies", key, new { name = "Forty days", rank = 1, targets = new[] { new { metric = "approval", target = "P40D", elapsed = true } }, rungs });
    // Half of forty days ago and an hour less: the first to reach its first rung does so in an hour.
    var startedAt = time.GetUtcNow().AddDays(-20).AddHours(1).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
    await Post(http, "/v1/clocks", key, new { metric = "approval", ownerId = owner, startedAt });

    var watch = Stopwatch.StartNew();
    using var store = new SqliteConnection($"Data Source={Path.Combine(folder, "crm.db")}");
    store.Open();
    Copy(store, clocks);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clocks:N0} running clocks in {watch.Elapsed.TotalSeconds:F0} s, {new FileInfo(Path.Combine(folder, "crm.db")).Length >> 20} MB"));

    var worker = host.Services.GetRequiredService<RingAlarms>();
    time.Move(TimeSpan.FromMinutes(60));
    for (var i = 0; i < 40; i++)
    {
        await Pass(TimeSpan.FromSeconds(i % 20 == 0 ? 60 : 1));
    }
    Console.WriteLine($"{"a pass",-58}{"median ms",10}{"p90 ms",10}{"worst ms",10}{"alarms",10}");
    await Measure("floor: one row, one transaction, synced", _ => Task.FromResult(Commit(store)));
    await Measure("nothing is due", _ => Pass(TimeSpan.Zero));
    await Measure("every second, 100 due a minute", _ => Pass(TimeSpan.FromSeconds(1)));
    await Measure("every minute, 100 due at once", _ => Pass(TimeSpan.FromMinutes(1)));

    async Task<TimeSpan> Pass(TimeSpan later)
    {
        time.Move(later);
        var began = Stopwatch.GetTimestamp();
        await worker.RunOnce(CancellationToken.None);
        return Stopwatch.GetElapsedTime(began);
    }

    async Task Measure(string name, Func<int, Task<TimeSpan>> pass)
    {
        var before = Count(store);
        var taken = new List<double>();
        for (var i = 0; i < passes; i++)
        {
            taken.Add((await pass(i)).TotalMilliseconds);
        }
        taken.Sort();
        var rang = (Count(store) - before) / (double)passes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-58}{taken[passes / 2],10:F2}{taken[passes * 9 / 10],10:F2}{taken[^1],10:F2}{rang,10:F1}"));
    }
}
finally
{
    SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}

static async Task<JsonNode> Post(HttpClient http, string path, string key, object body)
{
    using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
    using var response = await http.SendAsync(request);
    var text = await response.Content.ReadAsStringAsync();
    return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{(int)response.StatusCode}: {text}");
}

static long Count(SqliteConnection store) => (long)Command(store, "SELECT count(*) FROM ClockEvents WHERE Kind = 'RungReached'").ExecuteScalar()!;

static TimeSpan Commit(SqliteConnection store)
{
    Command(store, "CREATE TABLE IF NOT EXISTS Floor (Id INTEGER PRIMARY KEY, Name TEXT)").ExecuteNonQuery();
    var began = Stopwatch.GetTimestamp();
    Command(store, "INSERT INTO Floor (Name) VALUES ('one')").ExecuteNonQuery();
    return Stopwatch.GetElapsedTime(began);
}

// One clock as many, its log and its alarm with it: other ids, and every instant of it later by 600 ms for each.
static void Copy(SqliteConnection store, int times)
{
    store.CreateFunction("numbered", (byte[] id, long number) =>
    {
        var copy = (byte[])id.Clone();
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(12), (int)number);
        return copy;
    });
    store.CreateFunction("subject", (byte[] id) => new Crm.Domain.Id<Clock>(new Guid(id, bigEndian: true)).ToString());
    Command(store, "PRAGMA cache_size=-4000000; PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF").ExecuteNonQuery();
    foreach (var (table, id, instants) in new[]
    {
        ("Clocks", "Id", new[] { "StartedAt", "CountedFrom", "DueAt", "WakesAt", "CreatedAt", "UpdatedAt" }), ("ClockEvents", "ClockId", ["At", "DueAt"]),
        ("Alarms", "ResourceId", ["At", "WakesAt"]),
    })
    {
        var columns = new List<string>();
        using (var reader = Command(store, $"SELECT name FROM pragma_table_info('{table}')").ExecuteReader())
        {
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }
        var values = columns.Select(c => c == id ? $"numbered(t.\"{c}\", n.i)" : c == "Subject" ? "subject(numbered(t.Id, n.i))" : instants.Contains(c) ? $"t.\"{c}\" + n.i * 600" : $"t.\"{c}\"");
        var from = table == "Alarms" ? "(SELECT * FROM Alarms WHERE Kind = 'clock.due')" : table;
        Command(store, $"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times - 1})
            SELECT {string.Join(", ", values)} FROM n CROSS JOIN (SELECT * FROM {from} LIMIT 1) t
            """).ExecuteNonQuery();
    }
    Command(store, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous=FULL").ExecuteNonQuery();
}

static SqliteCommand Command(SqliteConnection store, string text)
{
    var command = store.CreateCommand();
    (command.CommandText, command.CommandTimeout) = (text, 0);
    return command;
}
