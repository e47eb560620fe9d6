using System.Text.Json.Nodes;
using Crm.Api.Tests.Customers;

namespace Crm.Api.Tests.Segments;

/// <summary>What stands with customers for counting is what their records say, whatever happened to them: random lives, random rules, each asked of both.</summary>
[Trait("Requirement", "S4-ALL-1")]
public sealed class SegmentFacetTests(CrmHost host) : ApiTest(host)
{
    private static readonly string[] Stages = ["prospect", "lead", "customer", "dormant"];
    private static readonly string[] Tags = ["vip", "طلایی", "new", "b2b"];
    private static readonly (string Country, string Number)[] Phones = [("IR", "+98 21 5500 "), ("DE", "+49 30 5500 "), ("US", "+1 202 555 "), ("UZ", "+998 71 550 ")];
    private static readonly string[] Purposes = ["marketing", "Marketing-2", "a_marketing", "service"];
    private static readonly string[] Channels = ["phone", "sms", "email", "chat"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Counts_lists_and_reach_say_the_same_as_the_records(int seed)
    {
        var random = new Random(seed);
        var client = (await Host.NewTenant()).Administrator;
        var ids = await Lives(client, random);
        var known = new List<Known>();
        foreach (var id in ids)
        {
            if ((await client.Get("/v1/customers/" + id)) is { Status: 200 } customer && customer.Text("state") == "active")
            {
                known.Add(new(customer.Body!, (await client.Get($"/v1/customers/{id}/consents?limit=200")).Is(200).Rows, (await client.Get($"/v1/interactions?customerId={id}&corrected=false&limit=200")).Is(200).Rows));
            }
        }
        for (var i = 0; i < 40; i++)
        {
            var clauses = Enumerable.Range(0, random.Next(1, 3)).Select(_ => Enumerable.Range(0, random.Next(1, 3)).Select(_ => Condition(random)).ToArray()).ToArray();
            var rule = new { all = clauses.Select(c => new { any = c.Select(x => x.Wire) }) };
            if ((await client.Post("/v1/segments", new { name = "S", rule })) is not { Status: 201 } segment)
            {
                continue;
            }
            var told = $"seed {seed}: {segment.Raw}";
            var expected = known.Where(k => clauses.All(any => any.Any(c => c.Holds(k, Host.Clock.GetUtcNow())))).ToList();
            var listed = (await client.Get($"/v1/segments/{segment.Id}/customers?limit=200")).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal);
            Assert.True(expected.Select(k => k.Id).Order(StringComparer.Ordinal).SequenceEqual(listed), told);
            Assert.True(expected.Count == (await client.Get($"/v1/segments/{segment.Id}/count")).Is(200).Find("count")!.GetValue<int>(), told);
            var (channel, purpose) = (Pick(random, Channels), Pick(random, Purposes));
            var reach = (await client.Get($"/v1/segments/{segment.Id}/reach?channel={channel}&purpose={purpose}")).Is(200);
            var reachable = expected.Count(k => (purpose == "service" ? k.Decision(purpose, channel) != "withdrawn" : k.Decision(purpose, channel) == "granted") && !k.IsSilent(channel) && k.IsAddressed(channel));
            Assert.True((expected.Count, reachable) == (reach.Find("members")!.GetValue<int>(), reach.Find("reachable")!.GetValue<int>()), told + reach.Raw);
            Assert.True(expected.Count - reachable == reach.Body!["excluded"]!.AsArray().Sum(e => e!["customers"]!.GetValue<int>()), told + reach.Raw);
            Assert.True(reachable == (await client.Get($"/v1/segments/{segment.Id}/customers?limit=200&channel={channel}&purpose={purpose}")).Is(200).Rows.Count, told);
        }
    }

    private async Task<List<string>> Lives(ApiClient client, Random random)
    {
        var ids = new List<string>();
        for (var i = 0; i < 16; i++)
        {
            ids.Add((await client.RegisterPerson("P" + i, more: Profile(random, i))).Id);
        }
        var contacts = new List<(string Id, string Customer)>();
        for (var i = 0; i < 60; i++)
        {
            var id = Pick(random, ids);
            var at = Host.Clock.GetUtcNow().AddDays(-random.Next(1, 30)).AddMinutes(-i);
            switch (random.Next(12))
            {
                case < 4:
                    await client.Post($"/v1/customers/{id}/consents", Without(new { purpose = Pick(random, Purposes), decision = random.Next(3) == 0 ? "withdrawn" : "granted", channel = random.Next(3) == 0 ? null : Pick(random, Channels), at }));
                    break;
                case < 7:
                    if ((await client.Post("/v1/interactions", new { customerId = id, channel = "phone", direction = "inbound", startedAt = at })) is { Status: 201 } contact)
                    {
                        contacts.Add((contact.Id, id));
                    }
                    break;
                case 7 when contacts.Count > 0:
                    var (wrong, of) = Pick(random, contacts);
                    await client.Post($"/v1/interactions/{wrong}/corrections", new { customerId = random.Next(2) == 0 ? of : id, channel = "phone", direction = "inbound", startedAt = at, reason = "Wrong" });
                    break;
                case 8:
                    await client.Patch("/v1/customers/" + id, Profile(random, i + 20), "*");
                    break;
                case 9:
                    await client.Put($"/v1/customers/{id}/do-not-contact", new { reason = "Asked so", channels = new[] { Pick(random, Channels) } }, "*");
                    break;
                case 10 when (await client.Post($"/v1/customers/{id}:merge", new { loserId = Pick(random, ids) }, ("If-Match", "*"))) is { Status: 200 } merge && random.Next(2) == 0:
                    (await client.Post($"/v1/customers/{id}:unmerge", new { mergeId = merge.Text("mergeId") })).Is(200);
                    break;
                case 11 when random.Next(4) == 0:
                    await client.Post($"/v1/customers/{id}/erasure", new { reason = "requested" });
                    break;
            }
        }
        return ids;
    }

    private static JsonObject Profile(Random random, int i) => Without(new
    {
        lifecycle = i < 20 ? Pick(random, Stages) : null,
        tags = Tags.Where(_ => random.Next(3) == 0).ToArray(),
        contactPoints = Phones.Where(_ => random.Next(3) == 0).Select(p => new { kind = "phone", value = p.Number + (1000 + i) })
            .Concat(random.Next(2) == 0 ? [new { kind = "email", value = $"p{i}@example.com" }] : []).ToArray(),
    });

    private static JsonObject Without(object body)
    {
        var node = System.Text.Json.JsonSerializer.SerializeToNode(body, ApiClient.Json)!.AsObject();
        foreach (var (name, _) in node.Where(m => m.Value is null).ToList())
        {
            node.Remove(name);
        }
        return node;
    }

    private static Asked Condition(Random random)
    {
        var not = random.Next(2) == 0;
        switch (random.Next(5))
        {
            case 0:
                var stage = Pick(random, Stages);
                return new(new { fact = "lifecycle", values = new[] { stage }, not }, (k, _) => not != (k.Lifecycle == stage));
            case 1:
                var tag = Pick(random, Tags);
                return new(new { fact = "tag", values = new[] { tag }, not }, (k, _) => not != k.Tags.Contains(tag));
            case 2:
                var (country, number) = Pick(random, Phones);
                return new(new { fact = "phoneCountry", values = new[] { country }, not }, (k, _) => not != k.Points.Any(p => p.StartsWith("phone:" + number[..3].Trim(), StringComparison.Ordinal)));
            case 3:
                var days = random.Next(1, 30);
                return new(new { fact = "lastContact", within = $"P{days}D", not }, (k, now) => not != k.Contacts.Any(c => c >= now.AddDays(-days)));
            default:
                var (purpose, channel) = (Pick(random, Purposes), Pick(random, Channels));
                return new(new { fact = "consent", key = purpose, channel, not }, (k, _) => not != (k.Decision(purpose, channel) == "granted"));
        }
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private sealed record Asked(object Wire, Func<Known, DateTimeOffset, bool> Holds);

    /// <summary>A customer as its own records tell it.</summary>
    private sealed class Known(JsonNode customer, JsonArray consents, JsonArray contacts)
    {
        public string Id { get; } = customer["id"]!.GetValue<string>();
        public string Lifecycle { get; } = customer["lifecycle"]!.GetValue<string>();
        public HashSet<string> Tags { get; } = [.. customer["tags"]!.AsArray().Select(t => t!.GetValue<string>())];
        public List<string> Points { get; } = [.. customer["contactPoints"]!.AsArray().Select(p => $"{p!["kind"]}:{p["normalized"]}")];
        public List<DateTimeOffset> Contacts { get; } = [.. contacts.Select(c => c!["startedAt"]!.GetValue<DateTimeOffset>())];

        public string? Decision(string purpose, string channel) =>
            consents.Where(c => c!["purpose"]!.GetValue<string>() == purpose && (c["channel"] is null || c["channel"]!.GetValue<string>() == channel))
                .OrderBy(c => c!["at"]!.GetValue<DateTimeOffset>()).LastOrDefault()?["decision"]!.GetValue<string>();

        public bool IsSilent(string channel) => customer["doNotContact"]?["channels"]?.AsArray().Any(c => c!.GetValue<string>() == channel) == true;

        public bool IsAddressed(string channel) => channel == "chat" || Points.Any(p => p.StartsWith(channel == "email" ? "email:" : "phone:", StringComparison.Ordinal));
    }
}
