using System.Globalization;
using System.Text.Json.Nodes;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Isolation;

/// <summary>
/// A tenant calls every operation that there is with the records of another one, in the path, the body, the query, the cursor and the ETag.
/// It learns nothing, and the other's rows stay as they are, byte for byte.
/// </summary>
public sealed class TenantIsolationTests(CrmHost host) : ApiTest(host), IAsyncLifetime
{
    private readonly List<string> failures = [];
    private IReadOnlyList<ApiOperation> operations = [];
    private TestTenant victim = null!;
    private Specimens theirs = null!, own = null!;
    private IReadOnlyList<string> before = [];

    public async ValueTask InitializeAsync()
    {
        operations = [.. ApiOperation.Of(Host).Where(o => !o.IsOfPlatform && !o.Declared.IsPublic)];
        victim = await Host.NewTenant();
        theirs = new(victim.Administrator, operations, "Victim" + BodyShape.Unused(), victim);
        var intruder = await Host.NewTenant();
        own = new(intruder.Administrator, operations, "Intruder" + BodyShape.Unused(), intruder);
        // Everything that can be made is there twice, so that a list has a second page.
        foreach (var prefix in operations.Select(o => o.Makes).OfType<string>().Distinct().ToList())
        {
            await theirs.IdOf(prefix);
            await theirs.Make(prefix);
            await own.IdOf(prefix);
        }
        foreach (var prefix in operations.SelectMany(Prefixes).Distinct().ToList())
        {
            await theirs.IdOf(prefix);
        }
        before = await TenantRows.Of(victim);
        Assert.True(before.Count > 4);
    }

    /// <summary>Whatever was tried, nothing of it is to be seen in the other tenant's rows.</summary>
    public async ValueTask DisposeAsync()
    {
        var after = await TenantRows.Of(victim);
        failures.AddRange(before.Except(after).Select(r => "Lost or changed: " + r));
        failures.AddRange(after.Except(before).Select(r => "New or changed: " + r));
        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public async Task No_operation_finds_another_tenants_record_by_the_ids_in_its_path()
    {
        foreach (var operation in operations.Where(o => o.Path.Any(p => p.Prefix is not null)))
        {
            foreach (var ifMatch in operation.Declared.IsConditional ? new[] { "*", "\"1\"" } : ["*"])
            {
                foreach (var foreign in operation.Path.Where(p => p.Prefix is not null))
                {
                    // Each id alone, with the intruder's own records for the others; then all of them.
                    // A member that a record of its own never had is taken away already.
                    var isMember = operation.Method == HttpMethod.Delete && operation.Path.Count > 1 && foreign == operation.Path[^1];
                    await Try(operation, await operation.Address(p => p == foreign ? theirs.IdOf(p.Prefix!) : Own(operation, p)), ifMatch, isMember);
                }
                await Try(operation, await operation.Address(p => p.Prefix is { } prefix ? theirs.IdOf(prefix) : Own(operation, p)), ifMatch);
            }
        }
    }

    [Fact]
    public async Task No_operation_accepts_another_tenants_record_in_its_body()
    {
        foreach (var operation in operations.Where(o => o.Document is not null))
        {
            foreach (var member in BodyShape.Members(operation.Document!).Where(m => m.Prefix is not null && m.Prefix != "tenant"))
            {
                var foreign = await theirs.IdOf(member.Prefix!);
                var body = BodyShape.With((await own.Body(operation))!, operation.Document!, member, foreign);
                var answer = await own.Send(operation, fresh: true, body: body);
                Hears(operation, $"{foreign} as {member.Pointer}", answer, foreign);
                if (answer.Status is not (404 or 409 or 422) && !IsBatchOfRefusals(answer))
                {
                    Fail(operation, $"accepted {foreign} of another tenant as {member.Pointer}", answer);
                }
            }
        }
    }

    [Fact]
    public async Task No_list_is_opened_by_another_tenants_ids_and_words_in_the_query()
    {
        foreach (var operation in operations)
        {
            foreach (var parameter in operation.Query)
            {
                var value = parameter.Prefix is { } prefix && prefix != "tenant" ? await theirs.IdOf(prefix) : parameter.Name == "q" ? theirs.Mark : null;
                if (value is null)
                {
                    continue;
                }
                var answer = await own.Send(operation, fresh: !operation.IsList, query: $"{parameter.Name}={value}");
                Hears(operation, $"?{parameter.Name}={value}", answer, value);
                if (answer.Status is not (200 or 404 or 422) || (operation.IsList && answer.Status == 200 && answer.Rows.Count > 0))
                {
                    Fail(operation, $"answered rows to {parameter.Name}={value} of another tenant", answer);
                }
            }
        }
    }

    [Fact]
    public async Task No_list_goes_on_from_another_tenants_cursor()
    {
        var tried = 0;
        foreach (var operation in operations.Where(o => o.IsList))
        {
            var first = await theirs.Send(operation, query: "limit=1");
            Assert.True(first.Status == 200, $"{operation.Name} is no list that can be read: {first.Raw}");
            if (first.Body!["next"]?.GetValue<string>() is { } cursor)
            {
                tried++;
                var answer = await own.Send(operation, query: "limit=1&cursor=" + cursor);
                Hears(operation, "their cursor", answer);
                if (answer.Status is not (200 or 422))
                {
                    Fail(operation, "did not take the cursor calmly", answer);
                }
            }
        }
        Assert.True(tried > 0, "No list had a second page.");
    }

    [Fact]
    public async Task No_answer_to_one_tenant_tells_of_another()
    {
        foreach (var operation in operations.Where(o => o.Method == HttpMethod.Get))
        {
            Hears(operation, "an ordinary question", await own.Send(operation));
        }
    }

    [Fact]
    public async Task No_header_parameter_or_member_names_the_tenant()
    {
        var other = victim.Id;
        foreach (var operation in operations.Where(o => o.IsList))
        {
            (string, string)[] headers = [("X-Tenant", other), ("X-Tenant-Id", other), ("Tenant", victim.Slug), ("X-Forwarded-Host", victim.Slug + ".example.com")];
            Hears(operation, "tenant headers", await own.Send(operation, await own.Address(operation), null, "*", headers));
            Assert.Equal(422, (await own.Send(operation, query: "tenant=" + other)).Status);
            Assert.Equal(422, (await own.Send(operation, query: "tenantId=" + other)).Status);
        }
        foreach (var operation in operations.Where(o => o.Document is not null))
        {
            foreach (var name in new[] { "tenantId", "tenant", "TenantId", "tenantNumber" })
            {
                if (await own.Body(operation) is JsonObject body && !body.ContainsKey(name))
                {
                    body[name] = other;
                    var answer = await own.Send(operation, fresh: true, body: body);
                    if (answer.Status is >= 200 and < 300)
                    {
                        Fail(operation, $"took a member {name}", answer);
                    }
                }
            }
        }
    }

    private async Task Try(ApiOperation operation, string address, string ifMatch, bool isMember = false)
    {
        var answer = await own.Send(operation, address, await own.Body(operation), ifMatch);
        Hears(operation, address, answer, [.. address.Split('/', ':')]);
        if ((!isMember || answer.Status != 204) && (answer.Status != 404 || answer.Code?.EndsWith("not_found", StringComparison.Ordinal) != true))
        {
            Fail(operation, $"did not answer 404 to {address}", answer);
        }
    }

    /// <summary>Everything that an operation can be told the id of.</summary>
    private static IEnumerable<string> Prefixes(ApiOperation operation) =>
        operation.Path.Concat(operation.Query).Select(p => p.Prefix)
            .Concat(operation.Document is { } body ? BodyShape.Members(body).Select(m => m.Prefix) : []).OfType<string>().Where(p => p != "tenant");

    private Task<string> Own(ApiOperation operation, ApiParameter parameter) =>
        parameter.Prefix is { } prefix ? own.Make(prefix) : Task.FromResult(Specimens.Word(operation, parameter));

    /// <summary>Nothing of the other tenant is in the answer, but for what the request itself said.</summary>
    private void Hears(ApiOperation operation, string tried, Answer answer, params string[] said)
    {
        var told = theirs.Ids.Except(said).Append(theirs.Mark).Append(victim.Slug).Except(said)
            .FirstOrDefault(secret => answer.Raw.Contains(secret, StringComparison.OrdinalIgnoreCase) || answer.Headers.Values.Any(h => h.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        if (told is not null || answer.Status >= 500)
        {
            Fail(operation, string.Create(CultureInfo.InvariantCulture, $"told '{told}' of another tenant after {tried}"), answer);
        }
    }

    /// <summary>A batch answers 200, with a status for each item.</summary>
    private static bool IsBatchOfRefusals(Answer answer) =>
        answer.Status is 200 or 207 && answer.Body is JsonObject body
        && body.Select(m => m.Value).OfType<JsonArray>().FirstOrDefault() is { Count: > 0 } items
        && items.All(i => i?["status"]?.GetValue<int>() is 404 or 409 or 422);

    private void Fail(ApiOperation operation, string what, Answer answer) => failures.Add($"{operation.Name} {what}: {answer.Status} {answer.Raw[..Math.Min(answer.Raw.Length, 400)]}");
}
