using Crm.Api.Tests.Causes;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Complaints;

/// <summary>Every resolved complaint has a cause of the tenant's taxonomy, and what comes back is noticed.</summary>
public sealed class LearnFromComplaintsTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S1-LEARN-1")]
    public async Task A_cause_is_one_in_use_of_the_tenants_taxonomy_or_of_the_one_that_ships()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        (await Resolve(saras, await Heard(tenant, saras), "unheard-of")).IsInvalid("/causeCode", "cause_unknown");
        Assert.Equal("late-delivery", (await Resolve(saras, await Heard(tenant, saras), "late-delivery")).Is(200).Text("causeCode"));
        // From the first cause of its own on, the shipped ones are none any more.
        var late = await CauseTests.Add(tenant.Administrator, "late");
        var id = await Heard(tenant, saras);
        (await Resolve(saras, id, "late-delivery")).IsInvalid("/causeCode", "cause_unknown");
        (await Resolve(saras, id, "")).IsInvalid("/causeCode", "required");
        (await Resolve(saras, id, " late ")).Is(200);
        var next = await Heard(tenant, saras);
        (await tenant.Administrator.Delete("/v1/causes/" + late.Id, "*")).Is(204);
        (await Resolve(saras, next, "late")).IsInvalid("/causeCode", "cause_unknown");
        // Another tenant's taxonomy is nothing here.
        var other = await Host.NewTenant();
        await CauseTests.Add(other.Administrator, "theirs");
        (await Resolve(saras, next, "theirs")).IsInvalid("/causeCode", "cause_unknown");
    }

    [Fact]
    [Trait("Requirement", "S1-LEARN-1")]
    public async Task What_comes_back_too_often_is_flagged_and_told_once()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Patch("/v1/settings", new { recurrenceThreshold = 3, recurrenceDays = 10 }, "*")).Is(200);
        (await tenant.Administrator.Patch("/v1/settings", new { recurrenceThreshold = 1 }, "*")).IsInvalid("/recurrenceThreshold", "out_of_range");
        var (_, saras) = await tenant.Employ("Sara");
        var product = ("product", (object?)new { name = "Kettle K2", condition = "unusable" });
        Assert.Empty(await Recurrences(saras, await Heard(tenant, saras, product)));
        Assert.Empty(await Recurrences(saras, await Heard(tenant, saras, product)));
        // Another product, or another cause, is another matter.
        Assert.Empty(await Recurrences(saras, await Heard(tenant, saras, ("product", new { name = "Lamp" }))));
        Assert.Empty(await Recurrences(saras, await Heard(tenant, saras, product), "price"));
        Assert.Equal(["product 3"], await Recurrences(saras, await Heard(tenant, saras, ("product", new { name = "KETTLE K2" }))));
        Assert.Equal(["product 4"], await Recurrences(saras, await Heard(tenant, saras, product)));
        var told = Assert.Single(await tenant.Events("recurrence.detected"));
        Assert.Contains("\"scope\":\"product\"", told, StringComparison.Ordinal);
        // The same customer again and again, with whatever product.
        var customer = await tenant.NewCustomer();
        for (var i = 0; i < 2; i++)
        {
            Assert.Empty(await Recurrences(saras, await Heard(tenant, saras, ("customerId", customer), ("category", "c" + i))));
        }
        Assert.Equal(["customer 3"], await Recurrences(saras, await Heard(tenant, saras, ("customerId", customer), ("category", "c2"))));
        Assert.Equal(2, (await tenant.Events("recurrence.detected")).Count);
    }

    [Fact]
    [Trait("Requirement", "S1-LEARN-1")]
    public async Task What_is_resolved_at_the_same_moment_becomes_too_often_once()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add(await Heard(tenant, saras, ("category", "parcel")));
        }
        var resolved = await ComplaintSteps.AtOnce(20, i => Resolve(saras, ids[i], "late-delivery"));
        Assert.All(resolved, r => r.Is(200));
        Assert.Equal(18, resolved.Count(r => r.Body!["recurrences"]!.AsArray().Count == 1));
        Assert.Single(await tenant.Events("recurrence.detected"));
    }

    [Fact]
    [Trait("Requirement", "S3-FAIR-2")]
    public async Task Comparable_cases_tell_the_least_the_median_and_the_most_that_was_given()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        foreach (var amount in new long[] { 500, 100, 900, 300 })
        {
            var given = (await saras.File(tenant)).Id;
            var offer = (await saras.Lead(given, "offers", "playback")).OfferId();
            (await saras.Step(given, $"offers/{offer}/withdrawal", new { reason = "Money instead" })).Is(200);
            offer = (await saras.Step(given, "offers", ComplaintSteps.Offer("P14D", new { kind = "refund", text = "Money", amount = new { amount, currency = "USD" } }))).Is(200).OfferId(1);
            (await saras.Step(given, $"offers/{offer}/acceptance", new { channel = "phone" })).Is(200);
            foreach (var promise in (await saras.Get("/v1/commitments?state=open")).Is(200).Rows)
            {
                (await saras.Post($"/v1/commitments/{promise!["id"]!.GetValue<string>()}/fulfilment", new { evidence = "Paid" })).Is(200);
            }
            (await Resolve(saras, given, "price", "compensated")).Is(200);
        }
        (await Resolve(saras, await Heard(tenant, saras), "late-delivery")).Is(200);
        var id = await Heard(tenant, saras);
        var nothing = (await saras.Get($"/v1/complaints/{id}/comparable")).Is(200);
        Assert.Equal((null, 0), (nothing.Find("causeCode"), nothing.Find("considered")!.GetValue<int>()));
        var compared = (await saras.Get($"/v1/complaints/{id}/comparable?cause=price")).Is(200);
        var spread = compared.Body!["spread"]!.AsArray().Single()!;
        Assert.Equal((4, "refund", "USD"), (compared.Find("considered")!.GetValue<int>(), spread["kind"]!.GetValue<string>(), spread["currency"]!.GetValue<string>()));
        Assert.Equal((100, 300, 900), (spread["min"]!.GetValue<long>(), spread["median"]!.GetValue<long>(), spread["max"]!.GetValue<long>()));
        Assert.Equal(300, compared.Find("complaints.0.remedies.0.amount.amount")!.GetValue<long>());
        (await Resolve(saras, id, "price")).Is(200);
        Assert.Equal(4, (await saras.Get($"/v1/complaints/{id}/comparable")).Is(200).Find("considered")!.GetValue<int>());
        (await (await Host.NewTenant()).Administrator.Get($"/v1/complaints/{id}/comparable?cause=price")).IsProblem(404, "complaint.not_found");
    }

    private static Task<Answer> Resolve(ApiClient client, string id, string cause, string kind = "explained") =>
        client.Step(id, "resolution", ComplaintSteps.Resolution(kind, cause: cause));

    private static async Task<string> Heard(TestTenant tenant, ApiClient client, params (string Name, object? Value)[] members)
    {
        var id = (await client.File(tenant, "web", members)).Id;
        await client.Lead(id, "apology", "playback");
        return id;
    }

    private static async Task<string[]> Recurrences(ApiClient client, string id, string cause = "late-delivery") =>
        [.. (await Resolve(client, id, cause)).Is(200).Body!["recurrences"]!.AsArray().Select(r => $"{r!["scope"]!.GetValue<string>()} {r["count"]!.GetValue<int>()}")];
}
