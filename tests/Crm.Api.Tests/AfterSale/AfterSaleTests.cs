using Crm.Api.Tests.Callbacks;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Customers;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Purchases;

namespace Crm.Api.Tests.AfterSale;

/// <summary>Time passes: each test has a host, and with it time, of its own.</summary>
[Trait("Requirement", "S3-AFTER-1")]
public sealed class AfterSaleTests(CrmHost host) : ApiTest(host)
{
    private const string Purchase = "interaction_01j00000000000000000000000";

    [Fact]
    public async Task Asked_on_the_day_where_the_customer_is_and_never_against_their_wish()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var client = tenant.Administrator;
        var owner = (await client.Post("/v1/staff", new { name = "Sara" })).Is(201).Id;
        var today = DateOnly.FromDateTime(own.Clock.GetUtcNow().UtcDateTime);
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Task<Answer> Sold(string customer, string source, params int[] afterDays) => client.Post("/v1/service-events", new { customerId = customer, source, occurredOn = Day(0), afterDays });
        var willing = (await client.RegisterPerson("Willing", more: new { timeZone = "Europe/Berlin", ownerId = owner })).Id;
        var silent = (await client.RegisterPerson("Silent")).Id;
        var refusing = (await client.RegisterPerson("Refusing")).Id;
        var checks = (await Sold(willing, Purchase, 3, 30)).Is(200).Body!["data"]!.AsArray();
        Assert.Equal(2, checks.Count);
        var due = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(checks[0]!["dueAt"]!.GetValue<string>(), null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Equal((today.AddDays(3), new TimeOnly(10, 0)), (DateOnly.FromDateTime(due.DateTime), TimeOnly.FromDateTime(due.DateTime)));
        (await Sold(willing, Purchase, 3)).IsProblem(409, "after_sale_check.exists");
        (await Sold(silent, "interaction_01j00000000000000000000001", 3)).Is(200);
        (await Sold(refusing, "interaction_01j00000000000000000000002", 3)).Is(200);
        (await client.Send(HttpMethod.Put, $"/v1/customers/{silent}/do-not-contact", new { reason = "Leave me alone" }, ("If-Match", "*"))).Is(200);
        (await client.Post($"/v1/customers/{refusing}/consents", new { purpose = "satisfactionSurvey", decision = "withdrawn" })).Is(201);
        await own.Ring();
        Assert.Empty((await client.Get("/v1/work?kind=check&state=open")).Is(200).Rows);
        await own.Pass(TimeSpan.FromDays(4));
        await own.Ring();
        await own.Ring();
        var work = Assert.Single((await client.Get("/v1/work?kind=check&state=open")).Is(200).Rows)!;
        Assert.Equal((willing, owner), (work["customerId"]!.GetValue<string>(), work["ownerId"]!.GetValue<string>()));
        Assert.Equal(["consentWithdrawn", "wishesNoContact"],
            (await client.Get("/v1/after-sale-checks?state=leftOut")).Is(200).Rows.Select(r => r!["refusal"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var second = checks[1]!["id"]!.GetValue<string>();
        Assert.Equal("calledOff", (await client.Post($"/v1/after-sale-checks/{second}/cancellation")).Is(200).Text("state"));
        (await client.Post($"/v1/after-sale-checks/{second}/cancellation")).IsProblem(409, "after_sale_check.not_scheduled");
        (await client.Post("/v1/service-events", new { customerId = willing, source = Purchase, occurredOn = Day(0), afterDays = Array.Empty<int>() })).IsInvalid("/afterDays", "required");
        Assert.Equal(0, await tenant.Alarms());
    }

    [Fact]
    public async Task Each_purchase_is_followed_by_the_question_where_the_tenant_says_so()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var client = tenant.Administrator;
        (await client.Post("/v1/staff", new { name = "Sara" })).Is(201);
        var customer = (await client.RegisterPerson("خریدار")).Id;
        await tenant.Buy(customer, 100_000);
        Assert.Empty((await client.Get("/v1/after-sale-checks")).Is(200).Rows);
        (await client.Patch("/v1/settings", new { afterSaleDays = new[] { 0 } }, "*")).IsInvalid("/afterSaleDays/0", "out_of_range");
        (await client.Patch("/v1/settings", new { afterSaleDays = new[] { 3, 30 } }, "*")).Is(200);
        var bought = await tenant.Buy(customer, 200_000);
        var checks = (await client.Get("/v1/after-sale-checks")).Is(200).Rows;
        Assert.Equal((2, true), (checks.Count, checks.All(c => c!["source"]!.GetValue<string>() == bought.Id)));
        await own.Pass(TimeSpan.FromDays(4));
        await own.Ring();
        Assert.Equal(customer, Assert.Single((await client.Get("/v1/work?kind=check&state=open")).Is(200).Rows)!["customerId"]!.GetValue<string>());
        // What was bought long ago is not asked about any more, where its time is over.
        await tenant.Buy(customer, 300_000, ("purchasedAt", "2025-01-01T08:00:00Z"));
        Assert.Equal(2, (await client.Get("/v1/after-sale-checks")).Is(200).Rows.Count);
    }

    [Fact]
    public async Task What_came_of_asking_is_recorded_once_and_the_work_is_done_by_it()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant("fa-IR");
        var (sara, saras) = await tenant.Employ("Sara");
        (await tenant.Administrator.Patch("/v1/settings", new { afterSaleDays = new[] { 3, 5, 7 } }, "*")).Is(200);
        var customer = (await saras.RegisterPerson("خریدار")).Id;
        await tenant.Buy(customer, 200_000);
        var checks = (await saras.Get("/v1/after-sale-checks?sort=dueAt")).Is(200).Rows.Select(c => "/v1/after-sale-checks/" + c!["id"]!.GetValue<string>()).ToList();
        (await saras.Post(checks[0] + "/outcome", new { outcome = "answered", rating = 4 })).IsProblem(409, "after_sale_check.not_opened");
        await own.Pass(TimeSpan.FromDays(8));
        await own.Ring();
        Assert.Equal(3, (await saras.Get("/v1/work?kind=check&mine=true")).Is(200).Rows.Count);
        (await saras.Post(checks[0] + "/outcome", new { outcome = "answered" })).IsInvalid("/rating", "required");
        (await saras.Post(checks[0] + "/outcome", new { outcome = "answered", rating = 6 })).IsInvalid("/rating", "out_of_range");
        (await saras.Post(checks[0] + "/outcome", new { outcome = "notReached", rating = 3 })).IsInvalid("/rating", "check_rating_misplaced");
        (await saras.Post(checks[0] + "/outcome", new { outcome = "answered", rating = 3, words = new string('و', 1001) })).Is(422);
        (await (await own.NewTenant()).Administrator.Post(checks[0] + "/outcome", new { outcome = "declined" })).IsProblem(404, "after_sale_check.not_found");
        var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => saras.Post(checks[0] + "/outcome", new { outcome = "answered", rating = 2, words = "دیر رسید" })));
        var answered = Assert.Single(asked, a => a.Status == 200);
        Assert.All(asked.Where(a => a != answered), a => a.IsProblem(409, "after_sale_check.not_opened"));
        Assert.Equal(("answered", 2, "دیر رسید", sara), (answered.Text("state"), answered.Find("rating")!.GetValue<int>(), answered.Text("words"), answered.Text("askedBy")));
        Assert.Equal("notReached", (await saras.Post(checks[1] + "/outcome", new { outcome = "notReached" })).Is(200).Text("state"));
        Assert.Equal("calledOff", (await saras.Post(checks[2] + "/cancellation")).Is(200).Text("state"));
        Assert.Empty((await saras.Get("/v1/work?kind=check&state=open")).Is(200).Rows);
        Assert.Equal(["cancelled", "done", "done"], (await saras.Get("/v1/work?kind=check&state=done,cancelled")).Is(200).Rows.Select(w => w!["state"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(["answered", "notReached"], (await tenant.Events("after_sale_check.asked")).Select(e => System.Text.Json.Nodes.JsonNode.Parse(e)!["outcome"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await tenant.Timeline(customer)).Count(t => t == "after_sale_check.asked"));
        (await tenant.Erase(customer)).Is(200);
        Assert.DoesNotContain("دیر رسید", (await saras.Get(checks[0])).Is(200).Raw, StringComparison.Ordinal);
    }
}
