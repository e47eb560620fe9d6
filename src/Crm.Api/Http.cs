using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Crm.Application;
using Crm.Domain;

namespace Crm.Api;

/// <summary>How a result becomes an answer, the same for every endpoint: status, ETag, Location, sparse fields, or a problem.</summary>
internal static class Http
{
    public static async Task<IResult> Ok<T>(this Task<Result<T>> result) => new Answer<T>(await result, StatusCodes.Status200OK, null);

    public static async Task<IResult> Accepted<T>(this Task<Result<T>> result) => new Answer<T>(await result, StatusCodes.Status202Accepted, null);

    public static async Task<IResult> Created<T>(this Task<Result<T>> result, Func<T, string> location) =>
        new Answer<T>(await result, StatusCodes.Status201Created, location);

    /// <summary>201 with Location where the record was made, 200 where it was replaced.</summary>
    public static async Task<IResult> Upserted<T>(this Task<Result<Upserted<T>>> result, Func<T, string> location) =>
        (await result).Failed(out var error, out var done) ? new Answer<T>(error, StatusCodes.Status200OK, null)
        : done.IsNew ? new Answer<T>(done.Record, StatusCodes.Status201Created, location)
        : new Answer<T>(done.Record, StatusCodes.Status200OK, null);

    /// <summary>An integrator's key as it stands in an address: the server unescapes everything there but the slash.</summary>
    public static string ExternalIdOf(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public static async Task<IResult> NoContent<T>(this Task<Result<T>> result) => new Answer<T>(await result, StatusCodes.Status204NoContent, null);

    private sealed class Answer<T>(Result<T> result, int status, Func<T, string>? location) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            if (result.Failed(out var error, out var value))
            {
                await Problems.Write(httpContext, error);
                return;
            }
            if (httpContext.RequestServices.GetRequiredService<Caller>().Replayed)
            {
                response.Headers["Idempotency-Replayed"] = "true";
            }
            if (location is not null)
            {
                response.Headers.Location = location(value);
            }
            if (value is IVersioned versioned)
            {
                var etag = IfMatch.ETagOf(versioned.Version);
                response.Headers.ETag = etag;
                if (HttpMethods.IsGet(httpContext.Request.Method) && Matches(httpContext.Request, etag))
                {
                    response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }
            }
            response.StatusCode = status;
            if (status != StatusCodes.Status204NoContent)
            {
                await Write(httpContext, value);
            }
        }

        private static bool Matches(HttpRequest request, string etag) =>
            request.Headers.IfNoneMatch is { Count: > 0 } known
            && string.Join(',', (IEnumerable<string?>)known).Split(',', StringSplitOptions.TrimEntries).Any(k => k == "*" || k.TrimStart('W', '/') == etag);

        private static async Task Write(HttpContext http, T value)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            var json = Displayed(http);
            if (value is ILinkedPage { Next: { } next })
            {
                http.Response.Headers.Link = $"<{NextAddress(http.Request, next)}>; rel=\"next\"";
            }
            if (http.Request.Query["fields"] is [{ Length: > 0 } fields])
            {
                await SparseJson.Write(http, value!, fields, json);
                return;
            }
            var info = (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));
            await JsonSerializer.SerializeAsync(http.Response.BodyWriter, value, info, http.RequestAborted);
        }

        /// <summary>With dates in words, too, where the request asks for the Jalali calendar, as fa-u-ca-persian does (RFC 6067).</summary>
        private static JsonSerializerOptions Displayed(HttpContext http)
        {
            if (!Texts.WantsJalali(http.Request))
            {
                return CrmJson.Wire;
            }
            DisplayedDates.In(http.RequestServices.GetRequiredService<Caller>() is { IsOfTenant: true } caller ? caller.Tenant.Settings.TimeZone : "UTC");
            (http.Response.Headers.Vary, http.Response.Headers.ContentLanguage) = ("Accept-Language", "fa");
            return CrmJson.Displayed;
        }

        private static string NextAddress(HttpRequest request, string next)
        {
            var others = request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value.Select(v => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}"));
            return $"{request.Path}?{string.Join('&', others.Append("cursor=" + Uri.EscapeDataString(next)))}";
        }
    }
}

/// <summary>Answers with only the members that were asked for.</summary>
internal static class SparseJson
{
    public static readonly Error FieldUnknown = new(ErrorKind.Invalid, "field_unknown", "fields names a member that the answer does not have; detail lists those it has.");

    public static async Task Write(HttpContext http, object value, string fields, JsonSerializerOptions options)
    {
        var page = value as ILinkedPage;
        var info = options.GetTypeInfo(page?.RowType ?? value.GetType());
        var wanted = fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (wanted.FirstOrDefault(w => info.Properties.All(p => p.Name != w)) is { } unknown)
        {
            await Problems.Write(http, FieldUnknown.Because($"'{unknown[..Math.Min(unknown.Length, 50)]}' is none of: {string.Join(", ", info.Properties.Select(p => p.Name))}.").About("/fields"));
            return;
        }
        var chosen = info.Properties.Where(p => wanted.Contains(p.Name, StringComparer.Ordinal)).ToList();
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, new JsonWriterOptions { Encoder = CrmJson.Wire.Encoder });
        if (page is null)
        {
            WriteRow(json, value, chosen, options);
            return;
        }
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var row in page.Rows)
        {
            WriteRow(json, row, chosen, options);
        }
        json.WriteEndArray();
        json.WriteString("next", page.Next);
        json.WritePropertyName("count");
        JsonSerializer.Serialize(json, page.Count);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, object row, List<JsonPropertyInfo> chosen, JsonSerializerOptions options)
    {
        json.WriteStartObject();
        foreach (var member in chosen)
        {
            json.WritePropertyName(member.Name);
            JsonSerializer.Serialize(json, member.Get!(row), options.GetTypeInfo(member.PropertyType));
        }
        json.WriteEndObject();
    }
}
