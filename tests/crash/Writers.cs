using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Crm.Crash;

/// <summary>Clients that register customers as fast as they can and remember what was acknowledged.</summary>
internal sealed class Writers
{
    private const int PerServer = 8;
    private static long last;

    /// <summary>The ids of every answer 201.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers that should not be.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    public static async Task<string> Provision(Server server)
    {
        using var http = Client(server, Server.PlatformKey);
        using var answer = await http.PostAsJsonAsync(new Uri("/v1/platform/tenants", UriKind.Relative), new { slug = "crash", name = "Crash" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("administratorKey").GetString()!;
    }

    /// <summary>Writes until told to stop, or until nobody answers any more.</summary>
    public Task Run(Server server, string key, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, PerServer).Select(async _ =>
    {
        using var http = Client(server, key);
        while (!stop.IsCancellationRequested)
        {
            var externalId = "c-" + Interlocked.Increment(ref last);
            try
            {
                // Never cancelled: a request that was sent is waited for, so that what was acknowledged is known.
                using var answer = await http.PostAsJsonAsync(new Uri("/v1/customers?allowDuplicate=true", UriKind.Relative), new { kind = "person", givenName = externalId, externalId }, CancellationToken.None);
                var body = await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.Created)
                {
                    Acknowledged[body.GetProperty("id").GetString()!] = externalId;
                }
                else
                {
                    Wrong.Enqueue($"{answer.StatusCode}: {body}");
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or JsonException)
            {
                return;
            }
        }
    }));

    /// <summary>Every id that the list of customers shows.</summary>
    public static async Task<HashSet<string>> Read(Server server, string key)
    {
        using var http = Client(server, key);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>(new Uri("/v1/customers?limit=200&fields=id" + (cursor.Length > 0 ? "&cursor=" + cursor : ""), UriKind.Relative));
            ids.UnionWith(page.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        return ids;
    }

    private static HttpClient Client(Server server, string key)
    {
        var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }
}
