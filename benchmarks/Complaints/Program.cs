// What the statistics of a million complaints cost, beside two floors measured in the same run: the bare reading of the same cells, and counting the complaints themselves by SQL.
//   Complaints file ADDRESS PLATFORM_KEY KEYFILE     provisions a tenant and files one complaint through the API
//   Complaints fill FILE COUNT                       makes COUNT of that one in the product's file, and the books that the product would have kept
//   Complaints intake ADDRESS KEYFILE FLOOR          files complaints as fast as it goes, beside single-row commits of benchmarks/Floor
//   Complaints measure ADDRESS KEYFILE FILE          asks the product, then the floors
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Complaints;

switch (args)
{
    case ["file", var address, var platformKey, var keyFile]:
        await File.WriteAllTextAsync(keyFile, await FileOne(address, platformKey));
        break;
    case ["fill", var file, var count]:
        var watch = Stopwatch.StartNew();
        Filling.Fill(file, int.Parse(count, CultureInfo.InvariantCulture));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} complaints in {watch.Elapsed.TotalSeconds:F0} s, {new FileInfo(file).Length >> 20} MB"));
        break;
    case ["intake", var address, var keyFile, var floor]:
        await Measuring.Intake(address, await File.ReadAllTextAsync(keyFile), floor);
        break;
    case ["measure", var address, var keyFile, var file]:
        await Measuring.Measure(address, await File.ReadAllTextAsync(keyFile), file);
        break;
}

static async Task<string> FileOne(string address, string platformKey)
{
    using var http = new HttpClient { BaseAddress = new Uri(address) };
    var key = JsonNode.Parse(await Post(http, "/v1/platform/tenants", platformKey,
        """{"slug":"complaints","name":"Complaints","country":"IR","limits":{"requestsPerMinute":10000000,"requestsPerMinutePerCredential":10000000}}"""))!["administratorKey"]!.GetValue<string>();
    for (var i = 0; i < Filling.Owners; i++)
    {
        await Post(http, "/v1/staff", key, $$"""{"name":"Owner {{i}}"}""");
    }
    await Post(http, "/v1/complaints", key, """{"channel":"web","statement":"It is broken"}""");
    return key;
}

static async Task<string> Post(HttpClient http, string path, string key, string body)
{
    using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
    using var response = await http.SendAsync(request);
    return response.IsSuccessStatusCode
        ? await response.Content.ReadAsStringAsync()
        : throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
}
