using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Hostile;

/// <summary>
/// Every operation there is gets what nobody should send, in every member, parameter and header. It may accept it or refuse it with a
/// problem document, soon; it may not break, nor keep what it cannot show again.
/// </summary>
public sealed class HostileInputTests(CrmHost host) : ApiTest(host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentBag<string> failures = [];
    private int sent;

    [Fact]
    public Task Every_member_of_every_body() => EveryOperation(o => o.Document is not null, async (own, operation) =>
    {
        var (address, body, turn) = (await Address(own, operation), (await own.Body(operation))!, 0);
        foreach (var member in BodyShape.Members(operation.Document!))
        {
            var open = BodyShape.With(body, operation.Document!, member, "@@").ToJsonString(ApiClient.Json);
            foreach (var value in HostileValues.Always.Concat(HostileValues.InTurn.Where((_, i) => (i + turn) % 5 == 0)))
            {
                await Send(own, operation, address, Json(open.Replace("\"@@\"", value, StringComparison.Ordinal), operation), $"{member.Pointer} = {Short(value)}");
            }
            turn++;
        }
    }, readsAfter: true);

    [Fact]
    public Task Every_body_as_a_whole() => EveryOperation(o => o.Method != HttpMethod.Get, async (own, operation) =>
    {
        var address = await Address(own, operation);
        foreach (var body in HostileValues.Bodies)
        {
            await Send(own, operation, address, Json(body, operation), "body " + Short(body));
        }
        foreach (var bytes in HostileValues.Bytes)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new(operation.IsPatch ? "application/merge-patch+json" : "application/json");
            await Send(own, operation, address, content, "bytes " + Convert.ToHexString(bytes));
        }
        foreach (var type in HostileValues.ContentTypes)
        {
            var content = new StringContent("{}");
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            await Send(own, operation, address, content, "Content-Type: " + type);
        }
        await Send(own, operation, address, null, "no body");
    }, readsAfter: true);

    [Fact]
    public Task Every_parameter_of_every_query() => EveryOperation(o => true, async (own, operation) =>
    {
        var (address, body) = (await Address(own, operation), await own.Body(operation));
        foreach (var parameter in operation.Query)
        {
            foreach (var value in HostileValues.Parameters)
            {
                await Send(own, operation, $"{address}?{parameter.Name}={value}", Json(body?.ToJsonString(), operation), $"?{parameter.Name}={Short(value)}");
            }
            await Expect(own, operation, $"{address}?{parameter.Name}=1&{parameter.Name}=1", body, 422);
        }
        await Expect(own, operation, address + "?noSuchParameter=1", body, 422);
        await Send(own, operation, address + "?" + new string('&', 1000), Json(body?.ToJsonString(), operation), "?&&&…");
    });

    [Fact]
    public Task Every_id_of_every_path() => EveryOperation(o => o.Path.Count > 0, async (own, operation) =>
    {
        string[] ids = ["x", "%2F", "..", "%20", "customer_", "customer_00000000000000000000000000", "CUSTOMER_01J00000000000000000000000", "%E2%80%AE", "%FF", "1", "-1", "*", new string('a', 2000)];
        foreach (var id in ids)
        {
            var address = Uri.UnescapeDataString(await operation.Address(_ => Task.FromResult("@@"))).Replace("@@", id, StringComparison.Ordinal);
            await Send(own, operation, address, Json((await own.Body(operation))?.ToJsonString(), operation), "path " + Short(address));
        }
    });

    [Fact]
    public Task Every_header() => EveryOperation(o => true, async (own, operation) =>
    {
        var (address, body) = (await Address(own, operation), await own.Body(operation));
        foreach (var header in HostileValues.Headers)
        {
            await Send(own, operation, address, Json(body?.ToJsonString(), operation), $"{header.Name}: {Short(header.Value)}", header);
        }
        foreach (var key in new[] { "Bearer", "Bearer  ", "Basic eDp5", "Bearer a b c", "bearer crm_" + new string('0', 63), new string('B', 9000), "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer ..", "Bearer ی" })
        {
            await Send(own, operation, address, Json(body?.ToJsonString(), operation), "Authorization: " + Short(key), ("Authorization", key));
        }
    });

    [Fact]
    public Task Every_cursor() => EveryOperation(o => o.IsList, async (own, operation) =>
    {
        var address = await Address(own, operation);
        var next = (await own.Client.Get(address + "?limit=1")).Body?["next"]?.GetValue<string>();
        var fingerprint = next is null ? new byte[8] : Base64Url.DecodeFromChars(next)[..8];
        byte[][] ids = [new byte[16], [.. Enumerable.Repeat((byte)255, 16)]];
        string[] keys = ["", "-1", "0", "9999999999999999999999", "-62135596800001", "253402300800000", "zz", "FF", new('F', 900), "\0", "0001-01-01", "9999-99-99", "ی", "w", new('w', 400)];
        var forged = ids.SelectMany(id => keys.Select(key => Base64Url.EncodeToString([.. fingerprint, .. id, .. Encoding.UTF8.GetBytes(key)])))
            .Concat(["", "x", "%00", "=", "a=", "%20", new string('A', 33), new string('A', 3000), next + "A", next + "=", next?[..^1] ?? "x"]);
        var orders = operation.Query.Any(q => q.Name == "sort")
            ? (await own.Client.Get(address + "?sort=noSuchOrder")).Text("detail").Split(':')[1].TrimEnd('.').Split(',', StringSplitOptions.TrimEntries) : [];
        foreach (var order in orders.Select(o => "&sort=" + o).Append(""))
        {
            var inOrder = (await own.Client.Get($"{address}?limit=1{order}")).Body?["next"]?.GetValue<string>();
            var mark = inOrder is null ? fingerprint : Base64Url.DecodeFromChars(inOrder)[..8];
            foreach (var cursor in forged.Concat(keys.Select(key => Base64Url.EncodeToString([.. mark, .. ids[0], .. Encoding.UTF8.GetBytes(key)]))))
            {
                await Send(own, operation, $"{address}?limit=2{order}&cursor={cursor}", null, $"cursor {Short(cursor)}{order}");
            }
        }
    });

    /// <summary>
    /// Reads, which change nothing, share one tenant; each other operation has a tenant of its own, and where its bodies were attacked
    /// everything that the tenant now has is read at the end.
    /// </summary>
    private async Task EveryOperation(Func<ApiOperation, bool> which, Func<Specimens, ApiOperation, Task> attack, bool readsAfter = false)
    {
        var operations = ApiOperation.Of(Host);
        var lists = operations.Where(o => o is { IsList: true, IsOfPlatform: false } && o.Path.Count == 0).ToList();
        var (ofTenant, ofPlatform) = (await Records(operations, ofPlatform: false), await Records(operations, ofPlatform: true));
        await Parallel.ForEachAsync(operations.Where(which), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (operation, _) =>
        {
            if (operation.Method == HttpMethod.Get)
            {
                await attack(operation.IsOfPlatform ? ofPlatform : ofTenant, operation);
                return;
            }
            var own = await Records(operations, operation.IsOfPlatform);
            await attack(own, operation);
            foreach (var read in lists.Where(_ => readsAfter && !operation.IsOfPlatform))
            {
                var answer = await own.Client.Get(await own.Address(read) + "?limit=200");
                if (answer.Status != 200)
                {
                    failures.Add($"After the attack on {operation.Name}, {read.Name} answers {answer.Status} {Short(answer.Raw)}");
                }
            }
        });
        Assert.True(sent > 0);
        Assert.True(failures.IsEmpty, string.Join(Environment.NewLine, failures.Order(StringComparer.Ordinal).Take(60)) + Environment.NewLine + $"{failures.Count} of {sent}");
    }

    private async Task<Specimens> Records(IReadOnlyList<ApiOperation> operations, bool ofPlatform)
    {
        var tenant = await Host.NewTenant(limits: new { requestsPerMinute = 10_000_000, requestsPerMinutePerCredential = 10_000_000 });
        var own = new Specimens(ofPlatform ? Host.Platform : tenant.Administrator, operations, "Hostile" + BodyShape.Unused(), tenant) { OfPlatform = ofPlatform };
        if (ofPlatform)
        {
            own.Know("tenant", (await Host.NewTenant()).Id);
        }
        return own;
    }

    private static Task<string> Address(Specimens own, ApiOperation operation) => own.Address(operation);

    private async Task Expect(Specimens own, ApiOperation operation, string address, JsonNode? body, int status)
    {
        var answer = await own.Send(operation, address, body);
        if (answer.Status != status)
        {
            failures.Add($"{operation.Name} {Short(address)} answered {answer.Status} instead of {status}");
        }
    }

    private async Task Send(Specimens own, ApiOperation operation, string address, HttpContent? content, string what, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(operation.Method, address) { Content = operation.Method == HttpMethod.Get ? null : content };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + own.Client.Key);
        if (operation.Declared.IsConditional)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        var watch = Stopwatch.StartNew();
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            using var response = await own.Client.Http.SendAsync(request, limit.Token);
            Judge(operation, what, await Answer.Of(response), response.Content.Headers.ContentType);
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.IAssertionException)
        {
            failures.Add($"{operation.Name} {what}: {broken.GetType().Name} {broken.Message} after {watch.Elapsed}");
        }
        Interlocked.Increment(ref sent);
    }

    private void Judge(ApiOperation operation, string what, Answer answer, MediaTypeHeaderValue? type)
    {
        var isProblem = type?.MediaType == "application/problem+json" && answer.Code is { Length: > 0 } && answer.Body!["status"]!.GetValue<int>() == answer.Status;
        if (answer.Status is >= 500 or 429 || (answer.Status >= 400 && !isProblem))
        {
            failures.Add($"{operation.Name} {what}: {answer.Status} {Short(answer.Raw)}");
        }
    }

    private static StringContent? Json(string? body, ApiOperation operation) =>
        body is null ? null : new StringContent(body, Encoding.UTF8, operation.IsPatch ? "application/merge-patch+json" : "application/json");

    private static string Short(string text) => text.Length <= 120 ? text : $"{text[..60]}… ({text.Length})";
}
