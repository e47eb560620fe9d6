using System.Diagnostics;
using System.Security.Cryptography;
using Crm.Crash;
using Microsoft.Data.Sqlite;

// Crm.Crash SERVER.dll ROUNDS: exit code 0 when nothing that was acknowledged is missing.
var (assembly, rounds) = (args[0], int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
var folder = Directory.CreateTempSubdirectory("crm-crash-").FullName;
var watch = Stopwatch.StartNew();
var writers = new Writers();
var problems = new List<string>();
var key = "";
for (var round = 1; round <= rounds; round++)
{
    using var server = await Server.Start(assembly, folder);
    key = key.Length > 0 ? key : await Writers.Provision(server);
    var writing = writers.Run(server, key, CancellationToken.None);
    await Task.Delay(RandomNumberGenerator.GetInt32(300, 2500));
    server.Kill();
    await writing;
    await Verify($"round {round}, killed");
}
await TwoProcesses();
Directory.Delete(folder, recursive: true);
problems.AddRange(writers.Wrong.Take(10));
problems.ForEach(Console.Error.WriteLine);
Console.WriteLine(problems.Count == 0
    ? $"Nothing lost: {writers.Acknowledged.Count} acknowledged writes, {rounds} kills, {watch.Elapsed.TotalSeconds:0} s."
    : $"{problems.Count} problems.");
return problems.Count == 0 && !writers.Acknowledged.IsEmpty ? 0 : 1;

// Two processes write to one file at once; one of them is killed, the other goes on.
async Task TwoProcesses()
{
    using var one = await Server.Start(assembly, folder);
    using var other = await Server.Start(assembly, folder);
    using var stop = new CancellationTokenSource();
    var before = writers.Acknowledged.Count;
    var writing = Task.WhenAll(writers.Run(one, key, stop.Token), writers.Run(other, key, stop.Token));
    await Task.Delay(2000, CancellationToken.None);
    one.Kill();
    await Task.Delay(1000, CancellationToken.None);
    await stop.CancelAsync();
    await writing;
    Console.WriteLine($"two processes: {writers.Acknowledged.Count - before} writes");
    other.Kill();
    await Verify("two processes");
}

async Task Verify(string when)
{
    using (var server = await Server.Start(assembly, folder))
    {
        var there = await Writers.Read(server, key);
        var lost = writers.Acknowledged.Keys.Where(id => !there.Contains(id)).ToList();
        problems.AddRange(lost.Take(5).Select(id => $"{when}: {id} was acknowledged and is missing"));
        Console.WriteLine($"{when}: {writers.Acknowledged.Count} acknowledged, {there.Count} there, {lost.Count} lost");
    }
    await using var store = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "crm.db")}");
    await store.OpenAsync();
    problems.AddRange(Rows(store, "PRAGMA integrity_check").Where(r => r != "ok").Select(r => $"{when}: {r}"));
    problems.AddRange(Rows(store, "PRAGMA foreign_key_check").Select(r => $"{when}: a row refers to nothing in {r}"));
    // What belongs to one transaction is there together or not at all.
    foreach (var (table, condition) in new[] { ("AuditEntries", "\"Action\" = 'registerCustomer'"), ("OutboxMessages", "\"Type\" = 'customer.registered'"), ("ExternalIds", "\"ResourceType\" = 'customer'") })
    {
        var (customers, others) = (Rows(store, "SELECT count(*) FROM \"Customers\"").Single(), Rows(store, $"SELECT count(*) FROM \"{table}\" WHERE {condition}").Single());
        if (customers != others)
        {
            problems.Add($"{when}: {customers} customers, but {others} of their {table}");
        }
    }
}

static List<string> Rows(SqliteConnection store, string query)
{
    using var command = store.CreateCommand();
    command.CommandText = query;
    using var reader = command.ExecuteReader();
    var rows = new List<string>();
    while (reader.Read())
    {
        rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
    }
    return rows;
}
