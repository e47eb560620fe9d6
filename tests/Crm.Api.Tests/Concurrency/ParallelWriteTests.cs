using System.Text.Json.Nodes;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Concurrency;

/// <summary>Many at once: nothing is lost, nothing happens twice, and who fails harms nobody else.</summary>
public sealed class ParallelWriteTests(CrmHost host) : ApiTest(host)
{
    private const int Many = 50;

    [Fact]
    public async Task Fifty_changes_of_one_customer_lose_nothing()
    {
        var client = (await Host.NewTenant()).Administrator;
        var id = (await client.Post("/v1/customers", Person("Maryam"))).Is(201).Id;
        var answers = await AtOnce(async i =>
        {
            // Each reads, then changes what it read: who loses the race is told.
            var read = await client.Get("/v1/customers/" + id);
            var tags = read.Body!["tags"]!.AsArray().Select(t => t!.GetValue<string>()).Append("t" + i);
            return await client.Patch("/v1/customers/" + id, new { tags }, read.ETag);
        });
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 412 }));
        var done = answers.Count(a => a.Status == 200);
        var last = (await client.Get("/v1/customers/" + id)).Is(200);
        Assert.InRange(done, 1, Many);
        Assert.Equal(done + 1, last.Body!["version"]!.GetValue<int>());
        Assert.Equal(done, last.Body!["tags"]!.AsArray().Count);
    }

    [Fact]
    public async Task Fifty_changes_that_all_name_the_first_version_let_one_through()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = (await client.Post("/v1/customers", Person("Ali"))).Is(201);
        var answers = await AtOnce(i => client.Patch("/v1/customers/" + made.Id, new { givenName = "Ali " + i }, made.ETag));
        Assert.Single(answers, a => a.Status == 200);
        Assert.Equal(Many - 1, answers.Count(a => a is { Status: 412, Code: "stale_version" }));
    }

    [Fact]
    public async Task No_conditional_operation_changes_another_version_than_the_named_one_or_goes_without()
    {
        var operations = ApiOperation.Of(Host);
        var tenant = await Host.NewTenant();
        var own = new Specimens(tenant.Administrator, operations, "Stale" + BodyShape.Unused(), tenant);
        var conditional = operations.Where(o => o is { IsOfPlatform: false, Declared: { IsConditional: true, IsUpsert: false } }).ToList();
        Assert.NotEmpty(conditional);
        foreach (var operation in conditional)
        {
            var stale = await own.Send(operation, fresh: true, ifMatch: "\"99\"");
            // Taking away what is not there changes no version.
            var nothing = stale.Status == 204 && operation.Method == HttpMethod.Delete && (!operation.Name.EndsWith('}') || operation.Declared.IsPublic);
            Assert.True(nothing || stale.Status is 412 or 404 or 409 or 422, $"{operation.Name} with a stale If-Match: {stale}");
            var body = (await own.Body(operation))?.ToJsonString(ApiClient.Json);
            var without = await own.Client.Send(operation.Method, await own.Address(operation, fresh: true), body);
            Assert.True(without.Status == 428, $"{operation.Name} without If-Match: {without}");
        }
    }

    [Fact]
    public async Task Fifty_changes_without_a_version_each_happen_or_are_told_to_repeat()
    {
        var client = (await Host.NewTenant()).Administrator;
        var id = (await client.Post("/v1/customers", Person("Sara"))).Is(201).Id;
        var answers = await AtOnce(i => client.Patch("/v1/customers/" + id, new { givenName = "Sara " + i }, "*"));
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 412 }));
        Assert.Equal(answers.Count(a => a.Status == 200) + 1, (await client.Get("/v1/customers/" + id)).Body!["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Fifty_requests_with_one_idempotency_key_have_one_effect_and_one_answer()
    {
        await ForEveryCreation(async (own, operation, before) =>
        {
            var (address, body) = (await own.Address(operation), await own.Body(operation));
            var key = "once-" + BodyShape.Unused();
            var answers = await AtOnce(_ => own.Send(operation, address, body, "*", ("Idempotency-Key", key)));
            Assert.All(answers, a => Assert.True(a.Status == 201, $"{operation.Name}: {a.Status} {a.Raw}"));
            Assert.Single(answers.Select(a => a.Raw).Distinct());
            Assert.Single(answers.Select(a => a.Headers.GetValueOrDefault("Location")).Distinct());
            Assert.Single(answers, a => !a.Headers.ContainsKey("Idempotency-Replayed"));
            if (body is JsonObject changed)
            {
                changed["tenantOfNobody"] = 1;
                var other = await own.Send(operation, address, changed, "*", ("Idempotency-Key", key));
                Assert.True(other.Status == 422, $"{operation.Name} took another body under the same key: {other.Raw}");
                changed.Remove("tenantOfNobody");
                var reordered = new JsonObject(changed.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
                (await own.Send(operation, address + " ".TrimEnd(), reordered, "*", ("Idempotency-Key", key))).Is(changed.Count > 1 ? 422 : 201);
            }
            return 1;
        });
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/customers", Person("Reza"), ("Idempotency-Key", "k-1"))).Is(201);
        (await client.Post("/v1/customers", Person("Reyhane"), ("Idempotency-Key", "k-1"))).IsProblem(422, "idempotency_key_reused");
        (await client.Post("/v1/customers?allowDuplicate=true", Person("Reza"), ("Idempotency-Key", "k-1"))).IsProblem(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task A_key_belongs_to_its_credential()
    {
        var (one, other) = (await Host.NewTenant(), await Host.NewTenant());
        var first = (await one.Administrator.Post("/v1/customers", Person("Reza"), ("Idempotency-Key", "shared"))).Is(201);
        var second = (await other.Administrator.Post("/v1/customers", Person("Reza"), ("Idempotency-Key", "shared"))).Is(201);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Fifty_creations_with_one_external_id_make_one_record()
    {
        await ForEveryCreation(async (own, operation, before) =>
        {
            if (operation.Document is null || BodyShape.Members(operation.Document).All(m => m.Pointer != "/externalId"))
            {
                return null;
            }
            var externalId = "ext-" + BodyShape.Unused();
            var bodies = new List<JsonNode>();
            for (var i = 0; i < Many; i++)
            {
                var body = (await own.Body(operation))!;
                body["externalId"] = externalId;
                bodies.Add(body);
            }
            var answers = await AtOnce(i => own.Send(operation, fresh: true, body: bodies[i]));
            var made = Assert.Single(answers, a => a.Status == 201);
            Assert.All(answers.Where(a => a != made), a => Assert.True(a is { Status: 409, Code: "external_id_taken" } && a.Text("conflictingId") == made.Id, $"{operation.Name}: {a.Status} {a.Raw}"));
            return 1;
        });
    }

    /// <summary>Saves share a commit: the ones that are refused take only their own part back.</summary>
    [Fact]
    public async Task A_refused_neighbour_harms_nobody()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/customers", new { kind = "person", givenName = "First", externalId = "taken" })).Is(201);
        var nobody = "staff_01j00000000000000000000000";
        var answers = await AtOnce(i => (i % 4) switch
        {
            0 => client.Post("/v1/customers", new { kind = "person", givenName = "Doomed" + i, externalId = "taken" }),
            1 => client.Post("/v1/customers", new { kind = "person", givenName = "Doomed" + i, ownerId = nobody }),
            _ => client.Post("/v1/customers", new { kind = "person", givenName = "Saved" + i }),
        });
        for (var i = 0; i < Many; i++)
        {
            answers[i].Is((i % 4) switch { 0 => 409, 1 => 422, _ => 201 });
        }
        var all = (await client.Get("/v1/customers?limit=200&fields=displayName")).Is(200).Rows.Select(r => r!["displayName"]!.GetValue<string>()).ToList();
        Assert.Equal(Enumerable.Range(0, Many).Where(i => i % 4 > 1).Select(i => "Saved" + i).Append("First").Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tenants_provisioned_at_once_all_come_into_being()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Host.Platform.Post("/v1/platform/tenants", new { slug = "p-" + Guid.NewGuid().ToString("n")[..20], name = "At once" })));
        Assert.All(answers, a => a.Is(201));
    }

    private async Task ForEveryCreation(Func<Specimens, ApiOperation, int, Task<int?>> prove)
    {
        var operations = ApiOperation.Of(Host);
        var tenant = await Host.NewTenant();
        var own = new Specimens(tenant.Administrator, operations, "Once" + BodyShape.Unused(), tenant);
        var proven = 0;
        foreach (var operation in operations.Where(o => o.Makes is not null && !o.IsOfPlatform))
        {
            proven += await prove(own, operation, proven) ?? 0;
        }
        Assert.True(proven > 0);
    }

    private static async Task<Answer[]> AtOnce(Func<int, Task<Answer>> send)
    {
        using var start = new SemaphoreSlim(0);
        var all = Enumerable.Range(0, Many).Select(async i =>
        {
            await start.WaitAsync();
            return await send(i);
        }).ToList();
        start.Release(Many);
        return await Task.WhenAll(all);
    }

    private static object Person(string name) => new { kind = "person", givenName = name };
}
