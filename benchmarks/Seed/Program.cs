// Fills the product through its own API, and the floor's file with the same customers in the form that it answers.
//   Seed product ADDRESS PLATFORM_KEY CUSTOMERS TENANTS KEYFILE
//   Seed floor PRODUCT_FILE FLOOR_FILE
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
else if (args is ["floor", var productFile, var floorFile])
{
    Floor(productFile, floorFile);
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

static void Floor(string productFile, string floorFile)
{
    File.Delete(floorFile);
    using var connection = new SqliteConnection($"Data Source={floorFile}");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandTimeout = 0;
    command.CommandText = $"""
        PRAGMA journal_mode = WAL;
        CREATE TABLE Customers (TenantId INTEGER NOT NULL, Id BLOB NOT NULL, Details TEXT NOT NULL, Row TEXT NOT NULL, PRIMARY KEY (TenantId, Id));
        CREATE TABLE Terms (TenantId INTEGER NOT NULL, Term BLOB NOT NULL, CustomerId BLOB NOT NULL, PRIMARY KEY (TenantId, Term, CustomerId)) WITHOUT ROWID;
        ATTACH DATABASE '{productFile}' AS product;
        INSERT INTO Customers SELECT TenantId, Id,
            json_patch(json_object('id', 'customer_' || substr(hex(Id) || hex(Id), 1, 26), 'state', 'active', 'displayName', DisplayName, 'lifecycle', 'customer',
                'survivorId', NULL, 'createdAt', '2026-11-21T22:15:22.773Z', 'updatedAt', '2026-11-21T22:15:22.773Z', 'version', 1, 'pad', 'organisationName null preferredName null language null ownerId null'), Profile),
            json_object('id', 'customer_' || substr(hex(Id) || hex(Id), 1, 26), 'state', 'active', 'kind', 'person', 'displayName', DisplayName, 'lifecycle', 'customer', 'ownerId', NULL,
                'externalId', NULL, 'contactPoints', json_extract(Profile, '$.contactPoints'), 'tags', json_extract(Profile, '$.tags'),
                'createdAt', '2026-11-21T22:15:22.773Z', 'updatedAt', '2026-11-21T22:15:22.773Z', 'version', 1)
            FROM product.Customers;
        INSERT INTO Terms SELECT TenantId, Term, CustomerId FROM product.CustomerTerms;
        """;
    command.ExecuteNonQuery();
}
