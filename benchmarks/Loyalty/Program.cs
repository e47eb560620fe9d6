// What loyalty costs, against a floor that is driven in turn by the same load: an endpoint that commits one bare row for each request, and one that reads one row.
//   dotnet build -c Release src/Crm.Api; dotnet build -c Release benchmarks/Floor; dotnet run -c Release --project benchmarks/Loyalty [MEMBERS] [SECONDS]
// Both are processes of their own with files of their own. Run it alone on the machine.
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

const int connections = 32;
var (members, seconds) = (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8);
const string product = "http://127.0.0.1:5490", floor = "http://127.0.0.1:5491";
var platform = "crm_benchmarkk_" + string.Concat(Enumerable.Repeat('0', 52));
var (root, work) = (Directory.GetCurrentDirectory(), Directory.CreateTempSubdirectory("crm-loyalty-").FullName);
using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { Timeout = TimeSpan.FromMinutes(5) };
var crm = Start("src/Crm.Api/bin/Release/net10.0/Crm.Api.dll", product);
Process? bare = null;
try
{
    await Until(product + "/health/ready");
    var limits = new JsonObject { ["requestsPerMinute"] = 10_000_000, ["requestsPerMinutePerCredential"] = 10_000_000 };
    var key = (await Post("/v1/platform/tenants", platform, new JsonObject { ["slug"] = "bench", ["name"] = "bench", ["country"] = "IR", ["limits"] = limits }))["administratorKey"]!.GetValue<string>();
    var programme = (await Post("/v1/programmes", key, JsonNode.Parse(
        """{"name":"Club","currency":"IRR","rules":[{"code":"buy","event":"purchase","rate":{"points":1,"per":10}},{"code":"review","event":"review","points":50}],"expiry":{"kind":"rolling","length":300,"unit":"days"}}""")!))["id"]!.GetValue<string>();
    var reward = (await Post("/v1/rewards", key, new JsonObject { ["programmeId"] = programme, ["name"] = "Cup", ["points"] = 1 }))["id"]!.GetValue<string>();
    var (customers, ids) = (new string[members], new string[members]);
    await Each(members, async i =>
    {
        customers[i] = (await Post("/v1/customers?allowDuplicate=true", key, JsonNode.Parse(Customer(i))!))["id"]!.GetValue<string>();
        ids[i] = (await Post("/v1/members", key, new JsonObject { ["programmeId"] = programme, ["customerId"] = customers[i] }))["id"]!.GetValue<string>();
    });
    await Each(members * 20, i => Post($"/v1/members/{ids[i % members]}/events", key, new JsonObject { ["event"] = "review", ["source"] = "seed" + i }));
    var file = Path.Combine(work, "data", "crm.db");
    await using (var copy = new SqliteConnection($"Data Source={file}"))
    {
        await copy.OpenAsync();
        Run(copy, $"VACUUM INTO '{Path.Combine(work, "floor.db")}'");
    }
    var hex = Convert.ToHexString(IdOf(customers[0]));
    bare = Start("benchmarks/Floor/bin/Release/net10.0/Floor.dll", floor, Path.Combine(work, "floor.db"), "bare");
    await Until(floor + "/get/" + hex);
    Console.WriteLine($"{members} members with 20 lots each; {connections} at once");
    var counter = 0;
    Func<Task> write = () => Send(HttpMethod.Post, floor + "/create", null, Customer(0));
    Func<Task> read = () => Send(HttpMethod.Get, floor + "/get/" + hex, null, null);
    await Against("earn points", "single-row commits", write, () =>
        Send(HttpMethod.Post, $"{product}/v1/members/{ids[Next() % members]}/events", key, $$"""{"event":"review","source":"e{{Next()}}"}"""));
    await Against("redeem points", "single-row commits", write, () =>
        Send(HttpMethod.Post, product + "/v1/redemptions", key, $$"""{"memberId":"{{ids[Next() % members]}}","rewardId":"{{reward}}"}"""));
    await Against("read a balance", "reads of one row", read, () => Send(HttpMethod.Get, $"{product}/v1/members/{ids[Next() % members]}/balance", key, null));
    var batch = await Rate(4, () => Send(HttpMethod.Post, product + "/v1/purchases:batch", key, Purchases(i => customers[i % members])));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"purchases of members in batches of 200, 4 at once: {batch * 200:0}/s"));
    // A night in which one lot of every member expires.
    await using var store = new SqliteConnection($"Data Source={file};Default Timeout=30");
    await store.OpenAsync();
    Run(store, "UPDATE Lots SET ExpiresAt = 1000 WHERE Number = 1; UPDATE Members SET DueAt = 1000; UPDATE Alarms SET WakesAt = 0, At = 0 WHERE Kind = 'programme.night'");
    var (began, longest) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
    while (Scalar(store, "SELECT count(*) FROM Members WHERE DueAt <= 1000") > 0)
    {
        var one = Stopwatch.GetTimestamp();
        await Send(HttpMethod.Post, product + "/v1/customers?allowDuplicate=true", key, Customer(members));
        var took = Stopwatch.GetElapsedTime(one);
        longest = took > longest ? took : longest;
    }
    var night = Stopwatch.GetElapsedTime(began).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"night: {members / night:0} members/s, so 1,000,000 in {1_000_000 * night / members / 60:0.0} min; the slowest other write meanwhile took {longest.TotalMilliseconds:0} ms"));

    string Customer(int i) => $$"""{"kind":"person","givenName":"G{{i}}","familyName":"F{{i}}","contactPoints":[{"kind":"phone","value":"0912{{i:D7}}"}],"tags":["t"],"lifecycle":"customer"}""";
    int Next() => Interlocked.Increment(ref counter);
    string Purchases(Func<int, string> customer) => "{\"items\":[" + string.Join(',', Enumerable.Range(0, 200).Select(_ =>
        $$$"""{"customerId":"{{{customer(Next())}}}","purchasedAt":"2026-01-01T08:00:00Z","total":{"amount":1000,"currency":"IRR"},"margin":{"amount":100,"currency":"IRR"},"externalId":"p{{{Next()}}}"}""")) + "]}";
}
finally
{
    crm.Kill();
    bare?.Kill();
    await crm.WaitForExitAsync();
    Directory.Delete(work, recursive: true);
}

async Task Against(string what, string of, Func<Task> least, Func<Task> own)
{
    // Both until their code is compiled as far as it gets, and then each twice in turn.
    await Rate(connections, least);
    await Rate(connections, own);
    var (a, x) = (await Rate(connections, least), await Rate(connections, own));
    var (b, y) = (await Rate(connections, least), await Rate(connections, own));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-16} floor ({of}) {(a + b) / 2,7:0}/s   product {(x + y) / 2,7:0}/s   ratio {(x + y) / (a + b):0.00}"));
}

async Task<double> Rate(int atOnce, Func<Task> send)
{
    var (began, done) = (Stopwatch.GetTimestamp(), 0);
    await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
    {
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            await send();
            Interlocked.Increment(ref done);
        }
    })));
    return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
}

Task Each(int count, Func<int, Task> act) =>
    Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = connections }, async (i, _) => await act(i));

async Task<JsonNode> Post(string path, string bearer, JsonNode body) => JsonNode.Parse(await Send(HttpMethod.Post, product + path, bearer, body.ToJsonString()))!;

async Task<string> Send(HttpMethod method, string address, string? bearer, string? body)
{
    using var request = new HttpRequestMessage(method, address);
    request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
    request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
    using var response = await http.SendAsync(request);
    var text = await response.Content.ReadAsStringAsync();
    return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{address}: {(int)response.StatusCode} {text}");
}

Process Start(string dll, string address, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", [Path.Combine(root, dll), .. arguments]) { WorkingDirectory = work, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    (start.Environment["ASPNETCORE_URLS"], start.Environment["Crm__Demo"], start.Environment["Crm__BootstrapKey"]) = (address, "false", platform);
    var process = Process.Start(start)!;
    process.OutputDataReceived += (_, _) => { };
    process.ErrorDataReceived += (_, _) => { };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    return process;
}

async Task Until(string address)
{
    for (var i = 0; i < 600; i++)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address));
            if (answer.IsSuccessStatusCode)
            {
                return;
            }
        }
        catch (HttpRequestException)
        {
            // Not yet.
        }
        await Task.Delay(100);
    }
    throw new InvalidOperationException($"{address} does not answer.");
}

static void Run(SqliteConnection connection, string sql)
{
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    command.ExecuteNonQuery();
}

static long Scalar(SqliteConnection connection, string sql)
{
    using var command = connection.CreateCommand();
    command.CommandText = sql;
    return (long)command.ExecuteScalar()!;
}

static byte[] IdOf(string id)
{
    UInt128 bits = 0;
    foreach (var c in id[^26..])
    {
        bits = (bits << 5) | (uint)"0123456789abcdefghjkmnpqrstvwxyz".IndexOf(c, StringComparison.Ordinal);
    }
    var bytes = new byte[16];
    System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
    return bytes;
}
