// What benchmarks share that drive the product and a floor as processes of their own: starting them, filling them over HTTP, and one load for both.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using static System.FormattableString;

namespace Driving;

/// <summary>How often a load was answered, and how long one answer took.</summary>
internal sealed record Taken(double PerSecond, double P50, double P99)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond,8:0}/s  p50 {P50,7:F2} ms  p99 {P99,7:F2} ms");
}

/// <summary>The processes of one run, in a folder of their own that goes with them.</summary>
internal sealed class Drive(int connections) : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { Timeout = TimeSpan.FromMinutes(5) };
    private readonly string root = Directory.GetCurrentDirectory();
    private readonly List<Process> running = [];

    public string PlatformKey { get; } = "crm_benchmarkk_" + string.Concat(Enumerable.Repeat('0', 52));
    public string Folder { get; } = Directory.CreateTempSubdirectory("crm-drive-").FullName;

    /// <summary>The processor time that the product has taken until now.</summary>
    public TimeSpan Spent
    {
        get
        {
            running[0].Refresh();
            return running[0].TotalProcessorTime;
        }
    }

    public string StoreFile => Path.Combine(Folder, "data", "crm.db");

    public async Task<string> Product(string address)
    {
        await Start("src/Crm.Api/bin/Release/net10.0/Crm.Api.dll", address, address + "/health/ready");
        var limits = new JsonObject { ["requestsPerMinute"] = 10_000_000, ["requestsPerMinutePerCredential"] = 10_000_000 };
        var tenant = await Post(address + "/v1/platform/tenants", PlatformKey, new JsonObject { ["slug"] = "bench", ["name"] = "bench", ["country"] = "IR", ["limits"] = limits });
        return tenant["administratorKey"]!.GetValue<string>();
    }

    /// <summary>Starts the floor on a copy of the product's file, which has this customer.</summary>
    public async Task Floor(string address, string customerId)
    {
        var file = Path.Combine(Folder, "floor.db");
        await using (var product = new SqliteConnection($"Data Source={StoreFile}"))
        {
            await product.OpenAsync();
            await using var copy = product.CreateCommand();
            copy.CommandText = $"VACUUM INTO '{file}'";
            await copy.ExecuteNonQueryAsync();
        }
        await Start("benchmarks/Floor/bin/Release/net10.0/Floor.dll", address, address + "/get/" + HexOf(customerId), file, "bare");
    }

    /// <summary>An id as the floor takes it.</summary>
    public static string HexOf(string id)
    {
        UInt128 bits = 0;
        foreach (var c in id[^26..])
        {
            bits = (bits << 5) | (uint)"0123456789abcdefghjkmnpqrstvwxyz".IndexOf(c, StringComparison.Ordinal);
        }
        return bits.ToString("X32", CultureInfo.InvariantCulture);
    }

    public async Task<JsonNode> Post(string address, string key, JsonNode body) => JsonNode.Parse(await Send(HttpMethod.Post, address, key, body.ToJsonString()))!;

    public async Task<string> Send(HttpMethod method, string address, string? key, string? body)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{address}: {(int)response.StatusCode} {text}");
    }

    public Task Each(int count, Func<int, Task> act) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = connections }, async (i, _) => await act(i));

    /// <summary>So many at once for so long, each sending as soon as it was answered.</summary>
    public static async Task<Taken> Load(int atOnce, int seconds, Func<Task> send)
    {
        var (began, all) = (Stopwatch.GetTimestamp(), new ConcurrentBag<List<double>>());
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            var taken = new List<double>();
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                var one = Stopwatch.GetTimestamp();
                await send();
                taken.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }
            all.Add(taken);
        })));
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var sorted = all.SelectMany(t => t).Order().ToList();
        return new(sorted.Count / elapsed, sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100]);
    }

    /// <summary>The same by wrk, which takes less of the cores: reads of these paths, one after the other.</summary>
    public async Task<Taken> Wrk(int atOnce, int seconds, string address, IEnumerable<string> paths, string? key)
    {
        var script = Path.Combine(Folder, "load.lua");
        await File.WriteAllTextAsync(script, $$"""
            local paths, at = { {{string.Join(", ", paths.Select(p => $"'{p}'"))}} }, 0
            {{(key is null ? "" : $"wrk.headers['Authorization'] = 'Bearer {key}'")}}
            function request() at = at % #paths + 1; return wrk.format('GET', paths[at]) end
            function done(summary, latency)
              local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
              io.write(string.format('TAKEN %f %f %f %d\n', summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, failed))
            end
            """);
        string[] arguments = ["-t1", Invariant($"-c{atOnce}"), Invariant($"-d{seconds}s"), "-s", script, address];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var told = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        double[] taken = [.. told.Split('\n').First(l => l.StartsWith("TAKEN", StringComparison.Ordinal)).Split(' ')[1..].Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
        return taken[3] == 0 ? new(taken[0], taken[1], taken[2]) : throw new InvalidOperationException(told);
    }

    public static async Task<(Taken Floor, Taken Own)> Against(int atOnce, int seconds, Func<Task> least, Func<Task> own)
    {
        var taken = await InTurn(() => Load(atOnce, seconds, least), () => Load(atOnce, seconds, own));
        return (taken[0], taken[1]);
    }

    /// <summary>Each until its code is compiled as far as it gets, and then each twice in turn.</summary>
    public static async Task<IReadOnlyList<Taken>> InTurn(params IReadOnlyList<Func<Task<Taken>>> loads)
    {
        var rounds = new List<List<Taken>>();
        for (var round = 0; round < 3; round++)
        {
            rounds.Add([]);
            foreach (var load in loads)
            {
                rounds[round].Add(await load());
            }
        }
        return [.. rounds[1].Zip(rounds[2], Mean)];

        static Taken Mean(Taken one, Taken other) => new((one.PerSecond + other.PerSecond) / 2, (one.P50 + other.P50) / 2, (one.P99 + other.P99) / 2);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Start(string dll, string address, string ready, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(root, dll), .. arguments]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["ASPNETCORE_URLS"], start.Environment["Crm__Demo"], start.Environment["Crm__BootstrapKey"]) = (address, "false", PlatformKey);
        var process = Process.Start(start)!;
        running.Add(process);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var i = 0; i < 600; i++)
        {
            try
            {
                await Send(HttpMethod.Get, ready, null, null);
                return;
            }
            catch (Exception refused) when (refused is HttpRequestException or InvalidOperationException)
            {
                await Task.Delay(100);
            }
        }
        throw new InvalidOperationException($"{address} does not answer.");
    }
}
