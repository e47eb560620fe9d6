using Crm.Api.Tests.AfterSale;
using Crm.Api.Tests.Callbacks;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.ValueEntries;
using Crm.Api.Tests.Work;

namespace Crm.Api.Tests.KeyAccounts;

[Trait("Requirement", "S4-KEY-1")]
public sealed class AccountHealthTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Each_factor_says_its_reason_and_counts_by_its_weight()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var organisation = await client.NewOrganisation();
        var buyer = await tenant.Buyer(organisation);
        var account = await tenant.Designate(organisation);
        var well = (await client.Get($"/v1/key-accounts/{account.Id}/health")).Is(200);
        Assert.Equal(100, well.Find("score")!.GetValue<int>());
        (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", buyer)))).Is(201);
        (await client.Post("/v1/interactions", new { customerId = buyer, channel = "phone", direction = "inbound", startedAt = Host.Clock.GetUtcNow().AddMinutes(-9), endedAt = Host.Clock.GetUtcNow().AddMinutes(-5), emotionAtStart = "angry", emotionAtEnd = "furious" })).Is(201);
        var today = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);
        (await client.EnterValue(organisation, "margin", 1_000, on: Day(today.AddDays(-120)))).Is(201);
        (await client.EnterValue(organisation, "margin", 400, on: Day(today.AddDays(-10)))).Is(201);
        (await client.EnterValue(organisation, "costToServe", 100, on: Day(today.AddDays(-10)))).Is(201);
        var ill = (await client.Get($"/v1/key-accounts/{account.Id}/health")).Is(200);
        Assert.Equal([("complaints", "complaintsOpen", 1), ("satisfaction", "endedAngry", 1), ("valueTrend", "valueFell", 30)],
            ill.Body!["findings"]!.AsArray().Select(f => (f!["factor"]!.GetValue<string>(), f["reason"]!.GetValue<string>(), f["count"]!.GetValue<int>())));
        // 55 of 25, 0 of 20 and 30 of 10, by 55.
        Assert.Equal(30, ill.Find("score")!.GetValue<int>());
        var weights = (await client.Get("/v1/health-weights")).Is(200);
        Assert.Equal("\"0\"", weights.ETag);
        object Weigh(params (string Factor, int Weight)[] all) => new { weights = all.Select(w => new { factor = w.Factor, weight = w.Weight }) };
        Task<Answer> Put(object body, string ifMatch) => client.Send(HttpMethod.Put, "/v1/health-weights", body, ("If-Match", ifMatch));
        (await Put(Weigh(("complaints", 0)), "\"0\"")).IsInvalid("/weights", "health_weights_invalid");
        (await Put(Weigh(("complaints", 1), ("complaints", 2)), "\"0\"")).IsInvalid("/weights", "health_weights_invalid");
        (await Put(Weigh(("valueTrend", 50)), "\"0\"")).Is(200);
        (await Put(Weigh(("valueTrend", 50)), "\"0\"")).IsProblem(412, "stale_version");
        Assert.Equal(30, (await client.Get($"/v1/key-accounts/{account.Id}/health")).Is(200).Find("score")!.GetValue<int>());
        (await (await Host.NewTenant()).Administrator.Get($"/v1/key-accounts/{account.Id}/health")).IsProblem(404, "key_account.not_found");

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    [Trait("Requirement", "S3-AFTER-1")]
    public async Task What_customers_answer_counts_as_much_as_how_their_contacts_ended()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var organisation = await client.NewOrganisation();
        var buyer = await tenant.Buyer(organisation);
        var account = await tenant.Designate(organisation);
        Assert.Null(await Satisfaction());
        await Answer(organisation, 5);
        Assert.Equal((100, "ratedWell", 1), await Satisfaction());
        for (var i = 0; i < 3; i++)
        {
            (await client.Post("/v1/interactions", new { customerId = buyer, channel = "phone", direction = "inbound", startedAt = Host.Clock.GetUtcNow().AddMinutes(-9 - i), emotionAtEnd = "calm" })).Is(201);
        }
        Assert.Equal((100, "endedInPeace", 3), await Satisfaction());
        await Answer(buyer, 2);
        // 100 as staff saw it; 100 and 25 as customers said.
        Assert.Equal((81, "ratedLow", 1), await Satisfaction());

        async Task Answer(string customer, int rating) =>
            (await client.Post($"/v1/after-sale-checks/{await tenant.OpenedCheck(customer)}/outcome", new { outcome = "answered", rating })).Is(200);

        async Task<(int Score, string Reason, int Count)?> Satisfaction() => (await client.Get($"/v1/key-accounts/{account.Id}/health")).Is(200).Body!["findings"]!.AsArray()
            .Where(f => f!["factor"]!.GetValue<string>() == "satisfaction")
            .Select(f => ((int, string, int)?)(f!["score"]!.GetValue<int>(), f["reason"]!.GetValue<string>(), f["count"]!.GetValue<int>())).FirstOrDefault();
    }

    [Fact]
    public async Task Its_series_is_kept_where_it_changes_and_a_fall_is_told()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (manager, managers) = await tenant.Employ("Ali");
        var customer = await tenant.NewCustomer();
        var account = await tenant.Designate(customer, manager);
        await own.Ring();
        await own.Pass(TimeSpan.FromDays(1.1));
        await own.Ring();
        Assert.Equal("100", await Series());
        (await tenant.Administrator.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", customer)))).Is(201);
        await own.Pass(TimeSpan.FromDays(1.1));
        await own.Ring();
        Assert.Equal("55 100", await Series());
        Assert.Single(await tenant.Events("key_account.health_dropped"));
        Assert.Contains("key_account.health_dropped", await managers.Notified());

        async Task<string> Series() => string.Join(' ', (await tenant.Administrator.Get($"/v1/key-accounts/{account.Id}/health")).Is(200).Body!["history"]!.AsArray().Select(h => h!["score"]!.ToString()));
    }

    [Fact]
    public async Task The_map_shows_who_decides_and_what_is_missing_and_no_line_goes_round()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var organisation = await client.NewOrganisation();
        var (buyer, chief, stranger) = (await tenant.Buyer(organisation), await tenant.Buyer(organisation, "Managing director"), await tenant.NewCustomer());
        var account = await tenant.Designate(organisation);
        var path = $"/v1/key-accounts/{account.Id}/stakeholders";
        Assert.Equal(["noDecisionMaker"], await Gaps());
        (await client.Post(path, new { customerId = stranger, decisionRole = "user" })).IsInvalid("/customerId", "stakeholder_elsewhere");
        (await client.Post(path, new { customerId = chief, decisionRole = "decisionMaker", attitude = "critical" })).Is(200);
        (await client.Post(path, new { customerId = buyer, decisionRole = "influencer", reportsToId = stranger })).IsInvalid("/reportsToId", "stakeholder_line_elsewhere");
        (await client.Post(path, new { customerId = buyer, decisionRole = "influencer", reportsToId = chief })).Is(200);
        (await client.Post(path, new { customerId = chief, decisionRole = "decisionMaker", reportsToId = buyer })).IsProblem(409, "key_account.circular_line");
        (await client.Post(path, new { customerId = chief, decisionRole = "decisionMaker", reportsToId = chief })).IsProblem(409, "key_account.circular_line");
        Assert.Equal(["neverContacted"], await Gaps());
        (await client.Post("/v1/interactions", new { customerId = chief, channel = "phone", direction = "outbound", startedAt = Host.Clock.GetUtcNow().AddDays(-91) })).Is(201);
        Assert.Equal(["notContactedFor90Days"], await Gaps());
        (await client.Post("/v1/interactions", new { customerId = chief, channel = "phone", direction = "outbound", startedAt = Host.Clock.GetUtcNow().AddDays(-1) })).Is(201);
        var map = (await client.Get(path)).Is(200);
        Assert.Empty(map.Body!["gaps"]!.AsArray());
        Assert.Equal([(chief, "Managing director", "decisionMaker", null), (buyer, "Head of purchasing", "influencer", chief)],
            map.Body!["people"]!.AsArray().Select(p => (p!["customerId"]!.GetValue<string>(), p["role"]!.GetValue<string>(), p["decisionRole"]!.GetValue<string>(), p["reportsToId"]?.GetValue<string>())));
        (await client.Delete($"{path}/{chief}")).Is(204);
        (await client.Delete($"{path}/{chief}")).Is(204);
        Assert.Equal(["noDecisionMaker"], await Gaps());

        async Task<string[]> Gaps() => [.. (await client.Get(path)).Is(200).Body!["gaps"]!.AsArray().Select(g => g!["gap"]!.GetValue<string>())];
    }
}
