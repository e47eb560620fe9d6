// Fills the product through its own API; a million customers are copies of ten thousand, made in its file.
//   Seed product ADDRESS PLATFORM_KEY CUSTOMERS TENANTS KEYFILE
//   Seed multiply PRODUCT_FILE TIMES
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

if (args is ["product", var address, var platformKey, var customers, var tenants, var keyFile])
{
    await Product(address, platformKey, int.Parse(customers, CultureInfo.InvariantCulture), int.Parse(tenants, CultureInfo.InvariantCulture), keyFile);
}
else if (args is ["multiply", var file, var times])
{
    Multiply(file, int.Parse(times, CultureInfo.InvariantCulture));
}

static async Task Product(string address, string platformKey, int customers, int tenants, string keyFile)
{
    using var http = new HttpClient { BaseAddress = new Uri(address) };
    var watch = Stopwatch.StartNew();
    var main = await Provision(http, platformKey, "bench");
    await File.WriteAllTextAsync(keyFile, main);
    await Parallel.ForEachAsync(Enumerable.Range(0, customers), new ParallelOptions { MaxDegreeOfParallelism = 48 }, async (i, _) => await Register(http, main, i));
    for (var t = 1; t < tenants; t++)
    {
        var key = await Provision(http, platformKey, "other-" + t);
        for (var i = 0; i < 10; i++)
        {
            await Register(http, key, i);
        }
    }
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{customers} customers and {tenants} tenants in {watch.Elapsed.TotalSeconds:F0} s"));
}

static async Task<string> Provision(HttpClient http, string platformKey, string slug)
{
    var limits = "{\"requestsPerMinute\":10000000,\"requestsPerMinutePerCredential\":10000000}";
    var answer = await Post(http, "/v1/platform/tenants", platformKey, $"{{\"slug\":\"{slug}\",\"name\":\"{slug}\",\"country\":\"IR\",\"limits\":{limits}}}");
    return JsonNode.Parse(answer)!["administratorKey"]!.GetValue<string>();
}

static Task<string> Register(HttpClient http, string key, int i) => Post(http, "/v1/customers?allowDuplicate=true", key, string.Create(CultureInfo.InvariantCulture,
    $$"""{"kind":"person","givenName":"Given{{i % 997}}","familyName":"Family{{i % 9973}}","contactPoints":[{"kind":"phone","value":"0912{{i:D7}}"},{"kind":"email","value":"c{{i}}@example.com"}],"tags":["t{{i % 100}}"],"lifecycle":"customer"}"""));

static async Task<string> Post(HttpClient http, string path, string key, string body)
{
    using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
    using var response = await http.SendAsync(request);
    return response.IsSuccessStatusCode
        ? await response.Content.ReadAsStringAsync()
        : throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
}

// Copies what the first tenant has until it has so many times as much, under new ids.
static void Multiply(string file, int times)
{
    using var connection = new SqliteConnection($"Data Source={file}");
    connection.Open();
    Run("PRAGMA cache_size=-4000000; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; CREATE TEMP TABLE First AS SELECT Id FROM Customers WHERE TenantId = 1;");
    for (var copy = 1; copy < times; copy++)
    {
        var end = $"x'{copy:X6}'";
        Run($"""
            BEGIN;
            INSERT INTO Customers (Id, TenantId, State, Profile, Kind, Language, SilentOn, AddressedBy, NumbersBegin, Marks, Lifecycle, DisplayName, NameKey, Version, CreatedAt, UpdatedAt)
                SELECT CAST(substr(c.Id, 1, 13) || {end} AS BLOB), 1, State, Profile, Kind, Language, SilentOn, AddressedBy, NumbersBegin, Marks, Lifecycle, DisplayName, NameKey, Version, CreatedAt, UpdatedAt
                FROM First f CROSS JOIN Customers c WHERE c.TenantId = 1 AND c.Id = f.Id;
            INSERT INTO CustomerTerms (CustomerId, Term, TenantId)
                SELECT CAST(substr(t.CustomerId, 1, 13) || {end} AS BLOB), Term, 1 FROM First f CROSS JOIN CustomerTerms t WHERE t.TenantId = 1 AND t.CustomerId = f.Id;
            INSERT INTO LifecycleChanges (CustomerId, Id, TenantId, "To", At)
                SELECT CAST(substr(t.CustomerId, 1, 13) || {end} AS BLOB), t.Id, 1, "To", At FROM First f CROSS JOIN LifecycleChanges t WHERE t.TenantId = 1 AND t.CustomerId = f.Id;
            COMMIT;
            """);
    }
    Run("PRAGMA wal_checkpoint(TRUNCATE);");

    void Run(string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
