using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;
using Crm.Api.Tests.Purchases;

namespace Crm.Api.Tests.Me;

/// <summary>Two customers of one tenant, each with a credential of their own.</summary>
[Trait("Requirement", "S5-SELF-1")]
public sealed class MyMembershipTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_customer_sees_points_tier_and_rewards_in_one_answer()
    {
        var tenant = await Host.NewTenant();
        var tiers = new { tiers = new[] { new { code = "gold", name = "Gold", threshold = 200 } } };
        var (programme, customer) = ((await tenant.Establish(("tiers", tiers), ("expiry", new { kind = "rolling", length = 30, unit = "days" }))).Id, await tenant.NewCustomer());
        var member = await tenant.Enrol(programme, customer);
        await tenant.Buy(customer, 1000);
        foreach (var (name, points, more) in new (string, long, object?)[] { ("Cup", 100, null), ("Pen", 20, null), ("Bag", 120, 0), ("Bow", 120, null), ("Boat", 900, null) })
        {
            (await tenant.Administrator.Post("/v1/rewards", new { programmeId = programme, name, points, stock = more, mostPerMember = name == "Pen" ? 1 : (int?)null })).Is(201);
        }
        (await tenant.Administrator.Post("/v1/rewards", new { programmeId = programme, name = "Gold only", points = 10, tiers = new[] { "gold" } })).Is(201);
        var client = await tenant.Portal(customer);
        var mine = (await client.Get("/v1/me/memberships")).Is(200);
        Assert.Equal((member, 100, 100, "gold", 100), (mine.Text("data.0.id"), mine.Number("data.0.balance.available"), mine.Number("data.0.balance.lots.0.remaining"),
            mine.Text("data.0.tier.nextTier"), mine.Number("data.0.tier.pointsToNext")));
        Assert.NotNull(mine.Find("data.0.balance.nextExpiry.at"));
        Assert.Equal(["Cup", "Pen"], Names(mine, "data.0.withinReach"));
        Assert.Equal(["Bow"], Names(mine, "data.0.nearlyWithinReach"));
        Assert.Equal(20, mine.Number("data.0.nearlyWithinReach.0.missing"));
        Assert.Equal(mine.Body!["data"]![0]!["id"]!.ToJsonString(), (await client.Get("/v1/me/memberships/" + member)).Is(200).Body!["id"]!.ToJsonString());
        var pen = (await tenant.Administrator.Get("/v1/rewards")).Rows.First(r => r!["content"]!["name"]!.GetValue<string>() == "Pen")!["id"]!.GetValue<string>();
        (await tenant.Administrator.Post("/v1/redemptions", new { memberId = member, rewardId = pen })).Is(201);
        Assert.Empty(Names((await client.Get("/v1/me/memberships")).Is(200), "data.0.withinReach"));
    }

    [Fact]
    public async Task Nothing_of_anybody_else_is_there_for_them()
    {
        var tenant = await Host.NewTenant();
        var programme = (await tenant.Establish()).Id;
        var (one, other) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        var (mine, theirs) = (await tenant.Enrol(programme, one), await tenant.Enrol(programme, other));
        var client = await tenant.Portal(one);
        (await client.Get("/v1/me/memberships/" + mine)).Is(200);
        (await client.Get("/v1/me/memberships/" + theirs)).IsProblem(404, "member.not_found");
        Assert.Equal(one, (await client.Get("/v1/me")).Is(200).Text("customerId"));
        foreach (var address in new[] { "/v1/members", "/v1/members/" + mine, "/v1/customers/" + one, "/v1/purchases", "/v1/api-keys", "/v1/rewards" })
        {
            (await client.Get(address)).IsProblem(403, "permission_missing");
        }
        // Nobody's customer has no membership, and a customer of another tenant is none of this one.
        Assert.Empty((await tenant.Administrator.Get("/v1/me/memberships")).Is(200).Rows);
        (await tenant.Administrator.Get("/v1/me/memberships/" + mine)).IsProblem(404, "member.not_found");
        var elsewhere = await Host.NewTenant();
        (await Issue(elsewhere, new { name = "P", role = "portal", customerId = one })).IsProblem(422, "apikey_customer_unknown");
        foreach (var body in new object[]
        {
            new { name = "P", role = "agent", customerId = one }, new { name = "P", role = "portal", permissions = new[] { "members:read" }, customerId = one }, new { name = "P", permissions = new[] { "portal:read" }, customerId = one },
        })
        {
            (await Issue(tenant, body)).IsProblem(422, "apikey_customer_is_portal");
        }
    }

    [Fact]
    public async Task Who_was_merged_into_somebody_is_that_somebody_and_who_was_erased_is_nobody()
    {
        var tenant = await Host.NewTenant();
        var (kept, gone) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        var member = await tenant.Enrol((await tenant.Establish()).Id, kept);
        var client = await tenant.Portal(gone);
        Assert.Empty((await client.Get("/v1/me/memberships")).Is(200).Rows);
        (await tenant.Administrator.Post($"/v1/customers/{kept}:merge", new { loserId = gone }, ("If-Match", "*"))).Is(200);
        Assert.Equal(member, (await client.Get("/v1/me/memberships")).Is(200).Rows.Single()!["id"]!.GetValue<string>());
        (await tenant.Administrator.Post($"/v1/customers/{kept}/erasure", new { reason = "customerRequest" })).Is(200);
        Assert.Empty((await client.Get("/v1/me/memberships")).Is(200).Rows);
    }

    private static Task<Answer> Issue(TestTenant tenant, object body) => tenant.Administrator.Post("/v1/api-keys", body);

    private static string[] Names(Answer answer, string list) => [.. answer.Find(list)!.AsArray().Select(r => r!["name"]!.GetValue<string>())];
}

internal static class PortalSteps
{
    /// <summary>A client with a customer's own credential.</summary>
    public static async Task<ApiClient> Portal(this TestTenant tenant, string customerId) =>
        tenant.Host.ClientWith((await tenant.Administrator.Post("/v1/api-keys", new { name = "Portal", role = "portal", customerId })).Is(201).Text("secret"));
}
