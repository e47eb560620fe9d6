// What loyalty costs, against a floor that is driven in turn by the same load: an endpoint that commits one bare row for each request, and one that reads one row.
//   dotnet build -c Release src/Crm.Api; dotnet build -c Release benchmarks/Floor; dotnet run -c Release --project benchmarks/Loyalty [MEMBERS] [SECONDS]
// Both are processes of their own with files of their own. Run it alone on the machine.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Driving;
using Microsoft.Data.Sqlite;

const int connections = 32;
var (members, seconds) = (args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8);
const string product = "http://127.0.0.1:5490", floor = "http://127.0.0.1:5491";
await using var drive = new Drive(connections);
var key = await drive.Product(product);
var programme = (await Post("/v1/programmes", JsonNode.Parse(
    """{"name":"Club","currency":"IRR","rules":[{"code":"buy","event":"purchase","rate":{"points":1,"per":10}},{"code":"review","event":"review","points":50}],"expiry":{"kind":"rolling","length":300,"unit":"days"}}""")!))["id"]!.GetValue<string>();
var reward = (await Post("/v1/rewards", new JsonObject { ["programmeId"] = programme, ["name"] = "Cup", ["points"] = 1 }))["id"]!.GetValue<string>();
var (customers, ids, others) = (new string[members], new string[members], new string[members]);
await drive.Each(members, async i =>
{
    customers[i] = (await Post("/v1/customers?allowDuplicate=true", JsonNode.Parse(Customer(i))!))["id"]!.GetValue<string>();
    others[i] = (await Post("/v1/customers?allowDuplicate=true", JsonNode.Parse(Customer(i))!))["id"]!.GetValue<string>();
    ids[i] = (await Post("/v1/members", new JsonObject { ["programmeId"] = programme, ["customerId"] = customers[i] }))["id"]!.GetValue<string>();
});
await drive.Each(members * 20, i => Post($"/v1/members/{ids[i % members]}/events", new JsonObject { ["event"] = "review", ["source"] = "seed" + i }));
var file = drive.StoreFile;
await drive.Floor(floor, customers[0]);
Console.WriteLine($"{members} members with 20 lots each; {connections} at once");
var counter = 0;
Func<Task> write = () => drive.Send(HttpMethod.Post, floor + "/create", null, Customer(0));
var hex = Drive.HexOf(customers[0]);
Func<Task> read = () => drive.Send(HttpMethod.Get, floor + "/get/" + hex, null, null);
await Against("earn points", "single-row commits", write, () =>
    drive.Send(HttpMethod.Post, $"{product}/v1/members/{ids[Next() % members]}/events", key, $$"""{"event":"review","source":"e{{Next()}}"}"""));
await Against("redeem points", "single-row commits", write, () =>
    drive.Send(HttpMethod.Post, product + "/v1/redemptions", key, $$"""{"memberId":"{{ids[Next() % members]}}","rewardId":"{{reward}}"}"""));
await Against("read a balance", "reads of one row", read, () => drive.Send(HttpMethod.Get, $"{product}/v1/members/{ids[Next() % members]}/balance", key, null));
await Batches("members", customers);
await Batches("customers who are no members", others);
// A night in which one lot of every member expires, from its first slice on: the worker looks once a second.
await using var store = new SqliteConnection($"Data Source={file};Default Timeout=30");
await store.OpenAsync();
Run(store, "UPDATE Members SET OpenLots = json_set(OpenLots, '$[0][7]', 1000), BalanceUntil = 1000, DueAt = 1000; UPDATE Alarms SET WakesAt = 0, At = 0 WHERE Kind = 'programme.night'");
while (Left() == members)
{
    await Task.Delay(5);
}
var (left, began, longest) = (Left(), Stopwatch.GetTimestamp(), TimeSpan.Zero);
while (Left() > 0)
{
    var one = Stopwatch.GetTimestamp();
    await drive.Send(HttpMethod.Post, product + "/v1/customers?allowDuplicate=true", key, Customer(members));
    var took = Stopwatch.GetElapsedTime(one);
    longest = took > longest ? took : longest;
}
var night = Stopwatch.GetElapsedTime(began).TotalSeconds;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"night: {left / night:0} members/s, so 1,000,000 in {1_000_000 * night / left / 60:0.0} min; the slowest other write meanwhile took {longest.TotalMilliseconds:0} ms"));

long Left() => Scalar(store, "SELECT count(*) FROM Members WHERE DueAt <= 1000");
string Customer(int i) => $$"""{"kind":"person","givenName":"G{{i}}","familyName":"F{{i}}","contactPoints":[{"kind":"phone","value":"0912{{i:D7}}"}],"tags":["t"],"lifecycle":"customer"}""";
int Next() => Interlocked.Increment(ref counter);
string Purchases(Func<int, string> customer) => "{\"items\":[" + string.Join(',', Enumerable.Range(0, 200).Select(_ =>
    $$$"""{"customerId":"{{{customer(Next())}}}","purchasedAt":"2026-01-01T08:00:00Z","total":{"amount":1000,"currency":"IRR"},"margin":{"amount":100,"currency":"IRR"},"externalId":"p{{{Next()}}}"}""")) + "]}";

async Task Batches(string whose, string[] buyers)
{
    Func<Task> send = () => drive.Send(HttpMethod.Post, product + "/v1/purchases:batch", key, Purchases(i => buyers[i % buyers.Length]));
    await Drive.Load(4, seconds, send);
    var batch = await Drive.Load(4, seconds, send);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"purchases of {whose} in batches of 200, 4 at once: {batch.PerSecond * 200:0}/s"));
}

async Task Against(string what, string of, Func<Task> least, Func<Task> own)
{
    var (bare, taken) = await Drive.Against(connections, seconds, least, own);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-16} floor ({of}) {bare.PerSecond,7:0}/s   product {taken.PerSecond,7:0}/s   ratio {taken.PerSecond / bare.PerSecond:0.00}"));
}

Task<JsonNode> Post(string path, JsonNode body) => drive.Post(product + path, key, body);

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
