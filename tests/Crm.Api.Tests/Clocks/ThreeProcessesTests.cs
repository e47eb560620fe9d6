using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Crm.Api.Tests.Clocks;

/// <summary>Three processes of the product with workers on one store: whatever is due happens once.</summary>
[Trait("Requirement", "S3-SPEED-3")]
public sealed class ThreeProcessesTests
{
    private static readonly string[] Log = ["activated", "rungReached50", "rungReached75", "breached", "rungReached100", "rungReached150"];

    [Fact]
    public async Task Fire_nothing_twice()
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "The processes share the file of an embedded store.");
        var folder = Directory.CreateTempSubdirectory("crm-three-");
        CrmHost.CopyMigratedTo(Path.Combine(folder.FullName, "data", "crm.db"));
        var processes = new List<Process>();
        try
        {
            var clients = new List<HttpClient>();
            for (var i = 0; i < 3; i++)
            {
                clients.Add(await Start(folder.FullName, processes));
            }
            var made = (await new ApiClient(clients[0], CrmHost.PlatformKey).Post("/v1/platform/tenants", new { slug = "three", name = "Three", country = "IR" })).Is(201);
            var by = clients.ConvertAll(c => new ApiClient(c, made.Text("administratorKey")));
            var rungs = new[] { (50, "owner"), (75, "lead"), (100, "manager"), (150, "executive") }.Select(r => new { percent = r.Item1, to = r.Item2 });
            (await by[0].Post("/v1/policies", new { name = "Short", rank = 1, targets = new[] { new { metric = "approval", target = "PT4S", elapsed = true } }, rungs })).Is(201);
            var ids = (await Task.WhenAll(Enumerable.Range(0, 200).Select(i => by[i % 3].Post("/v1/clocks", new { metric = "approval" })))).Select(a => a.Is(201).Id).ToList();
            var waited = Stopwatch.StartNew();
            while (Count(folder.FullName, "SELECT count(*) FROM Alarms WHERE Kind = 'clock.due'") > 0)
            {
                Assert.True(waited.Elapsed < TimeSpan.FromSeconds(60), "There are alarms after a minute.");
                await Task.Delay(200);
            }
            foreach (var id in ids)
            {
                Assert.Equal(Log, await by[1].Kinds(id));
            }
            Assert.Equal(200, Count(folder.FullName, "SELECT count(*) FROM OutboxMessages WHERE Type = 'clock.breached'"));
            Assert.Equal(800, Count(folder.FullName, "SELECT count(*) FROM OutboxMessages WHERE Type = 'clock.rung_reached'"));
        }
        finally
        {
            processes.ForEach(p => { p.Kill(); p.WaitForExit(); p.Dispose(); });
            folder.Delete(recursive: true);
        }
    }

    private static async Task<HttpClient> Start(string folder, List<Process> processes)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = "http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        processes.Add(Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            WorkingDirectory = folder, UseShellExecute = false,
            Environment = { ["ASPNETCORE_URLS"] = address, ["Crm__Demo"] = "false", ["Crm__BootstrapKey"] = CrmHost.PlatformKey, ["Logging__LogLevel__Default"] = "Error" },
        })!);
        var http = new HttpClient { BaseAddress = new Uri(address) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode) { return http; }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException("The product did not start.");
    }

    private static long Count(string folder, string query)
    {
        using var store = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "data", "crm.db")};Mode=ReadOnly;Pooling=false");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = query;
        return (long)command.ExecuteScalar()!;
    }
}
