// What a segment costs in a tenant with very many customers, as a ratio to a floor measured in the same run: the store alone reading one entry of an index for each
// customer, and one page of it. benchmarks/segments fills the product and runs this.
//   Segments prepare PRODUCT_FILE
//   Segments ask ADDRESS KEYFILE PRODUCT_FILE
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

const int rounds = 9;

if (args is ["prepare", var made])
{
    Prepare(made);
}
else if (args is ["ask", var address, var keyFile, var file])
{
    await Ask(address, (await File.ReadAllTextAsync(keyFile)).Trim(), file);
}

// Gives the copies of one customer different stages, languages and wishes, half of them a contact within the last 200 days and a third a consent.
static void Prepare(string file)
{
    using var connection = new SqliteConnection($"Data Source={file}");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandTimeout = 0;
    command.CommandText = """
        PRAGMA cache_size=-2000000; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF;
        BEGIN;
        UPDATE Customers SET Lifecycle = CASE WHEN abs(random()) % 1000 < 700 THEN 'Customer' WHEN abs(random()) % 10 < 5 THEN 'Lead' WHEN abs(random()) % 300 = 0 THEN 'WonBack' ELSE 'Dormant' END,
            Language = CASE abs(random()) % 10 WHEN 0 THEN 'en' WHEN 1 THEN NULL ELSE 'fa' END, SilentOn = CASE abs(random()) % 20 WHEN 0 THEN 127 ELSE 0 END WHERE TenantId = 1;
        INSERT INTO Interactions (Id, TenantId, Content, CustomerId, Channel, Direction, StartedAt, Visibility, Author, Version, CreatedAt, UpdatedAt)
            SELECT randomblob(16), 1, '{}', Id, 'Phone', 'Inbound', UpdatedAt - (abs(random()) % 200) * 86400000, 'Team', x'00', 1, UpdatedAt, UpdatedAt FROM Customers WHERE TenantId = 1 AND abs(random()) % 2 = 0;
        INSERT INTO Consents (Id, TenantId, CustomerId, Purpose, Channel, Decision, At, Version, CreatedAt, UpdatedAt)
            SELECT randomblob(16), 1, Id, 'marketing', 'Email', CASE abs(random()) % 5 WHEN 0 THEN 'Withdrawn' ELSE 'Granted' END, UpdatedAt, 1, UpdatedAt, UpdatedAt FROM Customers WHERE TenantId = 1 AND abs(random()) % 3 = 0;
        UPDATE Customers SET LastContactAt = (SELECT MAX(StartedAt) FROM Interactions i WHERE i.TenantId = 1 AND i.CustomerId = Customers.Id),
            Decisions = (SELECT CASE Decision WHEN 'Granted' THEN '+' ELSE '!' END || 'marketing.2 ' FROM Consents k WHERE k.TenantId = 1 AND k.CustomerId = Customers.Id) WHERE TenantId = 1;
        COMMIT;
        PRAGMA wal_checkpoint(TRUNCATE);
        """;
    command.ExecuteNonQuery();
}

static async Task Ask(string address, string key, string file)
{
    using var http = new HttpClient { BaseAddress = new Uri(address) };
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    using var store = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
    await store.OpenAsync();
    var countFloor = await Middle(() => Floor("SELECT COUNT(*) FROM Customers WHERE TenantId = 1 AND State = 'Active' AND Id > x'00'"));
    var pageFloor = await Middle(async () => await http.GetStringAsync(new Uri("/v1/customers?limit=50", UriKind.Relative)));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"floor: one index entry of each customer {countFloor:F1} ms; the first page of all customers over HTTP {pageFloor:F1} ms"));
    Console.WriteLine($"{"rule",-62}{"members",9}{"count ms",10}{"ratio",7}{"page ms",9}{"ratio",7}");
    foreach (var (name, rule) in Rules())
    {
        using var body = new StringContent($$"""{"name":"{{name}}","rule":{"all":{{rule}} } }""", Encoding.UTF8, "application/json");
        using var made = await http.PostAsync(new Uri("/v1/segments", UriKind.Relative), body);
        var id = JsonNode.Parse(await made.Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        var members = 0L;
        var count = await Middle(async () => members = JsonNode.Parse(await http.GetStringAsync(new Uri($"/v1/segments/{id}/count", UriKind.Relative)))!["count"]!.GetValue<long>());
        var page = await Middle(async () => await http.GetStringAsync(new Uri($"/v1/segments/{id}/customers?limit=50", UriKind.Relative)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-62}{members,9}{count,10:F1}{count / countFloor,7:F1}{page,9:F1}{page / pageFloor,7:F1}"));
        if (name.StartsWith("customers who speak", StringComparison.Ordinal))
        {
            var reach = await Middle(async () => await http.GetStringAsync(new Uri($"/v1/segments/{id}/reach?channel=email&purpose=marketing", UriKind.Relative)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"  its reach by e-mail for marketing",-62}{"",9}{reach,10:F1}{reach / countFloor,7:F1}"));
        }
    }

    Task Floor(string statement)
    {
        using var command = store.CreateCommand();
        command.CommandText = statement;
        command.ExecuteScalar();
        return Task.CompletedTask;
    }
}

static IEnumerable<(string Name, string Rule)> Rules()
{
    const string customer = """{"any":[{"fact":"lifecycle","values":["customer"]}]}""";
    yield return ("customers, 70 of 100", $"[{customer}]");
    yield return ("won back, 5 of 10,000", """[{"any":[{"fact":"lifecycle","values":["wonBack"]}]}]""");
    yield return ("customers who speak English", $$"""[{{customer}},{"any":[{"fact":"language","values":["en"]}]}]""");
    yield return ("a tag of 1 in 100", """[{"any":[{"fact":"tag","values":["t7"]}]}]""");
    yield return ("customers with a tag of 1 in 100, not English", $$"""[{{customer}},{"any":[{"fact":"tag","values":["t7"]}]},{"any":[{"fact":"language","values":["en"],"not":true}]}]""");
    yield return ("customers with that tag and no contact for 90 days", $$"""[{{customer}},{"any":[{"fact":"tag","values":["t7"]}]},{"any":[{"fact":"lastContact","within":"P90D","not":true}]}]""");
    yield return ("without a tag of 1 in 100", """[{"any":[{"fact":"tag","values":["t7"],"not":true}]}]""");
    yield return ("customers and no contact for 90 days", $$"""[{{customer}},{"any":[{"fact":"lastContact","within":"P90D","not":true}]}]""");
    yield return ("customers who agreed to marketing by e-mail", $$"""[{{customer}},{"any":[{"fact":"consent","key":"marketing","channel":"email"}]}]""");
    yield return ("customers who did not agree to it", $$"""[{{customer}},{"any":[{"fact":"consent","key":"marketing","channel":"email","not":true}]}]""");
    yield return ("no key account", """[{"any":[{"fact":"keyTier","not":true}]}]""");
    yield return ("a telephone number of Iran", """[{"any":[{"fact":"phoneCountry","values":["IR"]}]}]""");
}

// The middle one of nine, after one that nobody counts.
static async Task<double> Middle(Func<Task> ask)
{
    var times = new List<double>();
    for (var round = 0; round <= rounds; round++)
    {
        var started = Stopwatch.GetTimestamp();
        await ask();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
    return times.Skip(1).Order().ElementAt(rounds / 2);
}
