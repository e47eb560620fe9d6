using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Crm.Api.Tests;

/// <summary>A user of the API: sends JSON, and looks at what comes back.</summary>
public sealed class ApiClient(HttpClient http, string? key)
{
    internal HttpClient Http { get; } = http;
    internal string? Key { get; } = key;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<Answer> Get(string address, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, address, null, headers);

    public Task<Answer> Post(string address, object? body = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, address, body, headers);

    public Task<Answer> Put(string address, object body, string? ifMatch = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Put, address, body, ifMatch is null ? headers : [.. headers, ("If-Match", ifMatch)]);

    public Task<Answer> Patch(string address, object body, string? ifMatch, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Patch, address, body, ifMatch is null ? headers : [.. headers, ("If-Match", ifMatch)]);

    public Task<Answer> Delete(string address, string? ifMatch = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Delete, address, null, ifMatch is null ? headers : [.. headers, ("If-Match", ifMatch)]);

    /// <summary>Sends a body as it is where it is a string, as JSON where it is anything else.</summary>
    public async Task<Answer> Send(HttpMethod method, string address, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (Key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        }
        if (body is not null)
        {
            var text = body as string ?? JsonSerializer.Serialize(body, Json);
            request.Content = new StringContent(text, Encoding.UTF8, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        }
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type" && request.Content is not null)
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
        using var response = await Http.SendAsync(request);
        return await Answer.Of(response);
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(int Status, JsonNode? Body, string Raw, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var raw = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && raw.Length > 0;
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, isJson ? JsonNode.Parse(raw) : null, raw, headers);
    }

    public override string ToString() => $"{Status} {Raw}";

    public string ETag => Headers["ETag"];
    public string? Code => Body?["code"]?.GetValue<string>();
    public string Id => Text("id");

    /// <summary>A member's text; the members of nested objects are separated by dots.</summary>
    public string Text(string path) => Find(path)?.GetValue<string>() ?? throw new InvalidOperationException($"There is no {path} in {Raw}");

    public JsonNode? Find(string path) =>
        path.Split('.').Aggregate(Body, (node, step) => int.TryParse(step, out var index) ? node?[index] : node?[step]);

    public JsonArray Rows => Body!["data"]!.AsArray();

    /// <summary>The status is this one; where not, the failure shows the answer.</summary>
    public Answer Is(int status)
    {
        Assert.True(Status == status, $"Expected {status}, but got {Status}: {Raw}");
        return this;
    }

    /// <summary>A problem document with this status and code.</summary>
    public Answer IsProblem(int status, string code)
    {
        Is(status);
        Assert.StartsWith("application/problem+json", Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(code, Code);
        return this;
    }

    /// <summary>A validation problem that names this member with this code.</summary>
    public Answer IsInvalid(string pointer, string code)
    {
        Is(422);
        Assert.Contains(Body!["errors"]!.AsArray(), e => e!["pointer"]!.GetValue<string>() == pointer && e["code"]!.GetValue<string>() == code);
        return this;
    }
}
