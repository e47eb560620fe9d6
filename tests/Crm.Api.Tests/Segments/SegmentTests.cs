using Crm.Api.Tests.Customers;

namespace Crm.Api.Tests.Segments;

[Trait("Requirement", "S4-ALL-1")]
public sealed class SegmentTests(CrmHost host) : ApiTest(host)
{
    private static object Rule(params object[][] clauses) => new { all = clauses.Select(c => new { any = c }) };

    private static Task<Answer> Define(ApiClient client, params object[][] clauses) => client.Post("/v1/segments", new { name = "Segment", rule = Rule(clauses) });

    private static async Task<string[]> Members(ApiClient client, string segment, string query = "") =>
        [.. (await client.Get($"/v1/segments/{segment}/customers{query}")).Is(200).Rows.Select(r => r!["displayName"]!.GetValue<string>()).Order(StringComparer.Ordinal)];

    private static async Task Expect(ApiClient client, string[] names, params object[][] clauses)
    {
        var segment = (await Define(client, clauses)).Is(201);
        Assert.Equal(names, await Members(client, segment.Id));
        Assert.Equal(names.Length, (await client.Get($"/v1/segments/{segment.Id}/count")).Is(200).Find("count")!.GetValue<int>());
        var tried = (await client.Post("/v1/segments:examine", new { rule = Rule(clauses) })).Is(200);
        Assert.Equal((names.Length, Math.Min(10, names.Length)), (tried.Find("count")!.GetValue<int>(), tried.Body!["sample"]!.AsArray().Count));
    }

    [Fact]
    public async Task Every_fact_names_whom_it_says_and_not_turns_it_round()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        (await client.Post("/v1/attribute-definitions", new { key = "level", label = "Level", type = "choice", choices = new[] { "gold", "silver" } })).Is(201);
        var owner = (await client.Post("/v1/staff", new { name = "Sara" })).Is(201).Id;
        var a = await client.RegisterPerson("A", more: new
        {
            lifecycle = "customer",
            language = "fa-IR",
            tags = new[] { "VIP" },
            attributes = new { level = "gold" },
            ownerId = owner,
            contactPoints = new[] { new { kind = "phone", value = "+98 912 000 0001" } },
        });
        var b = await client.RegisterPerson("B", more: new { lifecycle = "lead", language = "EN", tags = new[] { "new" }, contactPoints = new[] { new { kind = "phone", value = "+49 30 000001" } } });
        (await client.Post("/v1/customers", new { kind = "organisation", organisationName = "C", lifecycle = "customer", tags = new[] { "vip" } })).Is(201);
        (await client.Delete("/v1/customers/" + (await client.RegisterPerson("Gone", more: new { lifecycle = "customer", tags = new[] { "vip" } })).Id, "*")).Is(204);
        (await tenant.Administrator.Post("/v1/interactions", new { customerId = a.Id, channel = "phone", direction = "inbound", startedAt = Host.Clock.GetUtcNow().AddDays(-3) })).Is(201);
        (await client.Post($"/v1/customers/{b.Id}/consents", new { purpose = "marketing", decision = "granted" })).Is(201);

        await Expect(client, ["A", "C"], [new { fact = "lifecycle", values = new[] { "customer" } }]);
        await Expect(client, ["A", "B", "C"], [new { fact = "lifecycle", values = new[] { "customer", "lead" } }]);
        await Expect(client, ["C"], [new { fact = "kind", values = new[] { "person" }, not = true }]);
        await Expect(client, ["A", "B"], [new { fact = "language", values = new[] { "fa", "en" } }]);
        await Expect(client, ["B"], [new { fact = "phoneCountry", values = new[] { "DE" } }]);
        await Expect(client, ["A", "C"], [new { fact = "tag", values = new[] { "vip" } }]);
        await Expect(client, ["B"], [new { fact = "tag", values = new[] { "vip" }, not = true }]);
        await Expect(client, ["A"], [new { fact = "attribute", key = "level", values = new[] { "gold" } }]);
        await Expect(client, ["A"], [new { fact = "owner", values = new[] { owner } }]);
        await Expect(client, ["A"], [new { fact = "lastContact", within = "P7D" }]);
        await Expect(client, ["B", "C"], [new { fact = "lastContact", within = "P7D", not = true }]);
        await Expect(client, [], [new { fact = "lastContact", within = "P1D" }]);
        await Expect(client, ["B"], [new { fact = "consent", key = "marketing", channel = "email" }]);
        await Expect(client, [], [new { fact = "created", before = "2020-01-01T00:00:00Z" }]);
        await Expect(client, ["A"], [new { fact = "lifecycle", values = new[] { "customer" } }], [new { fact = "tag", values = new[] { "vip" } }], [new { fact = "kind", values = new[] { "organisation" }, not = true }]);
        await Expect(client, ["B", "C"], [new { fact = "kind", values = new[] { "organisation" } }, new { fact = "tag", values = new[] { "new" } }]);
    }

    [Fact]
    public async Task A_segment_is_asked_anew_and_paged_by_cursor()
    {
        var client = (await Host.NewTenant()).Administrator;
        var segment = (await Define(client, [new { fact = "tag", values = new[] { "x" } }])).Is(201);
        for (var i = 0; i < 5; i++)
        {
            await client.RegisterPerson("P" + i, more: new { tags = new[] { i == 2 ? "y" : "x" } });
        }
        var first = (await client.Get($"/v1/segments/{segment.Id}/customers?limit=3")).Is(200);
        Assert.Equal(["P4", "P3", "P1"], first.Rows.Select(r => r!["displayName"]!.GetValue<string>()));
        Assert.Equal(["P0"], (await client.Get($"/v1/segments/{segment.Id}/customers?limit=3&cursor={first.Text("next")}")).Is(200).Rows.Select(r => r!["displayName"]!.GetValue<string>()));
        var revised = (await client.Patch("/v1/segments/" + segment.Id, new { rule = Rule([new { fact = "tag", values = new[] { "y" } }]) }, segment.ETag)).Is(200);
        Assert.Equal(["P2"], await Members(client, segment.Id));
        (await client.Delete("/v1/segments/" + segment.Id, revised.ETag)).Is(204);
        (await client.Delete("/v1/segments/" + segment.Id, revised.ETag)).Is(204);
        (await client.Patch("/v1/segments/" + segment.Id, new { name = "Other" }, "*")).IsProblem(409, "segment.retired");
        Assert.Empty((await client.Get("/v1/segments?active=true")).Is(200).Rows);
        (await (await Host.NewTenant()).Administrator.Get($"/v1/segments/{segment.Id}/customers")).IsProblem(404, "segment.not_found");
    }

    [Fact]
    public async Task Reach_leaves_out_whoever_may_not_be_contacted_and_says_why()
    {
        var client = (await Host.NewTenant()).Administrator;
        async Task<string> Person(string name, bool mail = true, params string[] decisions)
        {
            var id = (await client.RegisterPerson(name, more: new { tags = new[] { "x" }, contactPoints = mail ? [new { kind = "email", value = name + "@example.com" }] : Array.Empty<object>() })).Id;
            foreach (var decision in decisions)
            {
                (await client.Post($"/v1/customers/{id}/consents", new { purpose = "marketing", decision, channel = "email" })).Is(201);
            }
            return id;
        }
        await Person("yes", true, "granted");
        await Person("again", true, "withdrawn", "granted");
        await Person("withdrew", true, "granted", "withdrawn");
        await Person("unasked");
        await Person("mailless", false, "granted");
        var silent = await Person("silent", true, "granted");
        (await client.Send(HttpMethod.Put, $"/v1/customers/{silent}/do-not-contact", new { reason = "Asked so", channels = new[] { "email" } }, ("If-Match", "*"))).Is(200);
        var segment = (await Define(client, [new { fact = "tag", values = new[] { "x" } }])).Is(201);
        var reach = (await client.Get($"/v1/segments/{segment.Id}/reach?channel=email&purpose=marketing")).Is(200);
        Assert.Equal((6, 2), (reach.Find("members")!.GetValue<int>(), reach.Find("reachable")!.GetValue<int>()));
        Assert.Equal([("wishesNoContact", 1), ("consentWithdrawn", 1), ("consentMissing", 1), ("noContactPoint", 1)],
            reach.Body!["excluded"]!.AsArray().Select(e => (e!["reason"]!.GetValue<string>(), e["customers"]!.GetValue<int>())));
        Assert.Equal(["again", "yes"], await Members(client, segment.Id, "?channel=email&purpose=marketing"));
        Assert.Equal(4, (await client.Get($"/v1/segments/{segment.Id}/reach")).Is(200).Find("reachable")!.GetValue<int>());
        // No text that only looks like a part of how decisions are kept.
        foreach (var purpose in (string[])[new('x', 41), "marketing.2", "%2Bmarketing", "a%20b"])
        {
            (await client.Get($"/v1/segments/{segment.Id}/reach?purpose={purpose}")).IsInvalid("/purpose", "purpose_invalid");
            (await client.Get($"/v1/segments/{segment.Id}/customers?channel=email&purpose={purpose}")).IsInvalid("/purpose", "purpose_invalid");
        }
        (await Define(client, [new { fact = "consent", key = "marketing.2", channel = "email" }])).IsInvalid("/rule/all/0/any/0/key", "purpose_invalid");
    }

    [Fact]
    public async Task Refuses_what_names_everyone_and_what_is_no_rule()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await Define(client)).IsProblem(409, "segment.matches_everyone");
        (await Define(client, [new { fact = "kind", values = new[] { "person", "organisation" } }])).IsProblem(409, "segment.matches_everyone");
        (await Define(client, [new { fact = "tag", values = new[] { "x" } }, new { fact = "tag", values = new[] { "x" }, not = true }])).IsProblem(409, "segment.matches_everyone");
        (await client.Post("/v1/segments:examine", new { rule = Rule() })).IsProblem(409, "segment.matches_everyone");
        (await Define(client, Array.Empty<object>())).IsInvalid("/rule/all/0/any", "required");
        (await Define(client, [new { fact = "lifecycle", values = new[] { "customer,lead" } }])).IsInvalid("/rule/all/0/any/0/values/0", "segment_value_invalid");
        (await Define(client, [new { fact = "lifecycle" }])).IsInvalid("/rule/all/0/any/0/values", "segment_values_misplaced");
        (await Define(client, [new { fact = "lastContact", within = "P7D", values = new[] { "x" } }])).IsInvalid("/rule/all/0/any/0/values", "segment_values_misplaced");
        (await Define(client, [new { fact = "tag", values = new[] { "x" }, key = "x" }])).IsInvalid("/rule/all/0/any/0/key", "segment_member_misplaced");
        (await Define(client, [new { fact = "password", values = new[] { "x" } }])).Is(422);
        object x = new { fact = "tag", values = new[] { "x" } };
        (await Define(client, [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Repeat(x, 20).ToArray())])).IsProblem(409, "segment.too_large");
        (await Define(client, [.. Enumerable.Repeat(x, 21)])).IsInvalid("/rule/all/0/any", "too_many");
    }
}
