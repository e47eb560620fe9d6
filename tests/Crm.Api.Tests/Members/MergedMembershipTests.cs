using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Purchases;
using static Crm.Api.Tests.Purchases.PurchaseSteps;

namespace Crm.Api.Tests.Members;

/// <summary>Two records of one person are in the same programme, and become one record.</summary>
[Trait("Requirement", "S3-DB-1")]
[Trait("Requirement", "S5-LOYAL-1")]
public sealed class MergedMembershipTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Points_of_every_state_are_the_survivors_with_their_days_and_to_the_point()
    {
        var two = await Two(("expiry", Rolling(30)), ("pendingDays", 14), ("velocity", new { earnings = 2, minutes = 60 }));
        var tenant = two.Tenant;
        (await tenant.Adjust(two.Survivor, 40)).Is(200);
        (await tenant.Adjust(two.Loser, 100)).Is(200);
        await tenant.Buy(two.LosingCustomer, 500);
        await tenant.Buy(two.LosingCustomer, 300, ("purchasedAt", "2026-01-01T08:00:00Z"));
        await tenant.Buy(two.LosingCustomer, 200);
        var before = (await tenant.Balance(two.Loser)).Is(200);
        Assert.Equal(20, before.Number("held"));
        await two.Merge();
        var after = (await tenant.Balance(two.Survivor)).Is(200);
        Assert.Equal((40 + before.Number("available"), before.Number("pending"), 20), (after.Number("available"), after.Number("pending"), after.Number("held")));
        Assert.Subset(Ends(after), Ends(before));
        var tombstone = (await tenant.Balance(two.Loser)).Is(200);
        Assert.Equal((0, 0, 0), (tombstone.Number("available"), tombstone.Number("pending"), tombstone.Number("held")));
        Assert.Equal(two.Survivor, (await tenant.Administrator.Get("/v1/members/" + two.Loser)).Is(200).Text("mergedIntoId"));
        Assert.Equal(two.Survivor, (await tenant.Adjust(two.Loser, 1)).IsProblem(409, "member.merged").Text("conflictingId"));
        (await tenant.Happens(two.Loser, "late")).IsProblem(409, "member.merged");
        // The held ones are reviewed where they are now, and all of it can be spent.
        var held = (await tenant.Administrator.Get($"/v1/members/{two.Survivor}/entries?limit=200")).Rows.First(e => e!["effectiveAt"] is null)!["number"]!.GetValue<int>();
        (await tenant.Administrator.Post($"/v1/members/{two.Survivor}/entries/{held}/review", new { approve = true, reason = "Known" })).Is(200);
        (await tenant.Adjust(two.Survivor, -(after.Number("available") + 20))).Is(200);
        Assert.Equal((0, 50), ((await tenant.Balance(two.Survivor)).Number("available"), (await tenant.Audit(two.Programme)).Number("points")));
    }

    [Fact]
    public async Task What_a_purchase_of_the_other_record_earned_is_taken_back_from_the_survivor_and_what_is_given_back_is_theirs()
    {
        var two = await Two(("returns", "allowNegative"));
        var tenant = two.Tenant;
        var bought = await tenant.Buy(two.LosingCustomer, 1000);
        var reward = (await tenant.Administrator.Post("/v1/rewards", new { programmeId = two.Programme, name = "Cup", points = 30, stock = 1 })).Is(201).Id;
        var redemption = (await tenant.Administrator.Post("/v1/redemptions", new { memberId = two.Loser, rewardId = reward })).Is(201).Id;
        await two.Merge();
        Assert.Equal(70, await tenant.Available(two.Survivor));
        (await tenant.Administrator.Post($"/v1/redemptions/{redemption}/release")).Is(200);
        Assert.Equal((100, 0), (await tenant.Available(two.Survivor), await tenant.Available(two.Loser)));
        (await tenant.Administrator.Post("/v1/redemptions", new { memberId = two.Loser, rewardId = reward })).IsProblem(409, "member.merged");
        (await tenant.Adjust(two.Survivor, -90)).Is(200);
        (await tenant.GiveBack(bought.Id, new { amount = Money(500) })).Is(200);
        Assert.Equal(-40, await tenant.Available(two.Survivor));
        (await tenant.GiveBack(bought.Id)).Is(200);
        Assert.Equal((-90, 0), (await tenant.Available(two.Survivor), await tenant.Available(two.Loser)));
        await tenant.Audit(two.Programme);
    }

    [Fact]
    public async Task What_is_owed_and_the_higher_tier_go_with_it_and_who_had_left_is_in_it_again()
    {
        var tiers = new { tiers = new[] { new { code = "silver", name = "Silver", threshold = 50 }, new { code = "gold", name = "Gold", threshold = 100 } } };
        var two = await Two(("returns", "allowNegative"), ("tiers", tiers));
        var tenant = two.Tenant;
        await tenant.Buy(two.SurvivingCustomer, 600);
        await tenant.Buy(two.LosingCustomer, 700);
        (await tenant.Adjust(two.Loser, -90)).Is(200);
        (await tenant.Administrator.Delete("/v1/members/" + two.Survivor, "*")).Is(204);
        await two.Merge();
        var member = (await tenant.Administrator.Get("/v1/members/" + two.Survivor)).Is(200);
        // 60 and 70 are 130 points of one window.
        Assert.Equal(("gold", null), (member.Text("tier"), member.Find("leftAt")));
        Assert.Equal((60 - 20, 0), (await tenant.Available(two.Survivor), await tenant.Available(two.Loser)));
        Assert.Equal(130, (await tenant.Administrator.Get($"/v1/members/{two.Survivor}/tier")).Is(200).Number("points"));
        await tenant.Buy(two.SurvivingCustomer, 100);
        Assert.Equal(50, await tenant.Available(two.Survivor));
        await tenant.Audit(two.Programme);
    }

    [Fact]
    public async Task An_undone_merge_gives_back_what_is_left_and_a_membership_that_only_one_has_moves()
    {
        var two = await Two(("expiry", Rolling(30)));
        var tenant = two.Tenant;
        var alone = await tenant.Enrol((await tenant.Establish()).Id, two.LosingCustomer);
        (await tenant.Adjust(two.Loser, 100)).Is(200);
        (await tenant.Adjust(two.Survivor, 10)).Is(200);
        await two.Merge();
        Assert.Equal(two.SurvivingCustomer, (await tenant.Administrator.Get("/v1/members/" + alone)).Is(200).Text("customerId"));
        (await tenant.Adjust(two.Survivor, -30)).Is(200);
        (await tenant.Administrator.Post($"/v1/customers/{two.SurvivingCustomer}:unmerge", new { loserId = two.LosingCustomer })).Is(200);
        Assert.Equal(80, await tenant.Available(two.Survivor) + await tenant.Available(two.Loser));
        Assert.InRange(await tenant.Available(two.Loser), 70, 80);
        Assert.Null((await tenant.Administrator.Get("/v1/members/" + two.Loser)).Is(200).Find("mergedIntoId"));
        Assert.Equal(two.LosingCustomer, (await tenant.Administrator.Get("/v1/members/" + alone)).Is(200).Text("customerId"));
        await tenant.Buy(two.LosingCustomer, 100);
        Assert.Equal(90, await tenant.Available(two.Survivor) + await tenant.Available(two.Loser));
        await two.Merge();
        Assert.Equal((90, 0), (await tenant.Available(two.Survivor), await tenant.Available(two.Loser)));
        await tenant.Audit(two.Programme);
    }

    private static object Rolling(int days) => new { kind = "rolling", length = days, unit = "days" };

    private static HashSet<string> Ends(Answer balance) => [.. balance.Body!["lots"]!.AsArray().Select(l => l!["expiresAt"]?.GetValue<string>() ?? "")];

    private async Task<Pair> Two(params (string Name, object? Value)[] members)
    {
        var tenant = await Host.NewTenant();
        var (programme, one, other) = ((await tenant.Establish(members)).Id, await tenant.NewCustomer(), await tenant.NewCustomer());
        return new(tenant, programme, one, other, await tenant.Enrol(programme, one), await tenant.Enrol(programme, other));
    }

    private sealed record Pair(TestTenant Tenant, string Programme, string SurvivingCustomer, string LosingCustomer, string Survivor, string Loser)
    {
        public async Task Merge() => (await Tenant.Administrator.Post($"/v1/customers/{SurvivingCustomer}:merge", new { loserId = LosingCustomer }, ("If-Match", "*"))).Is(200);
    }
}
