using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;

namespace Crm.Api.Tests.Rewards;

[Trait("Requirement", "S5-LOYAL-3")]
public sealed class RewardTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Of_fifty_who_want_the_last_one_one_has_it()
    {
        var (tenant, programme) = await Start(Host);
        var members = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Rich(tenant, programme)));
        var reward = await Offer(tenant, programme, ("stock", 1));
        var answers = await Task.WhenAll(members.Select(m => Task.Run(() => Reserve(tenant, m, reward.Id))));
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsProblem(409, "reward.out_of_stock"));
        Assert.Equal(0, (await Stock(tenant, reward.Id)));
        var balances = await Task.WhenAll(members.Select(tenant.Available));
        Assert.Equal((49, 1), (balances.Count(b => b == 500), balances.Count(b => b == 400)));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task One_member_at_once_never_spends_more_than_there_is()
    {
        var (tenant, programme) = await Start(Host);
        var member = await Rich(tenant, programme);
        var reward = await Offer(tenant, programme, ("points", 120), ("stock", 100));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Reserve(tenant, member, reward.Id))));
        Assert.Equal(4, answers.Count(a => a.Status == 201));
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsProblem(409, "member.balance_insufficient"));
        Assert.Equal((20, 96), (await tenant.Available(member), await Stock(tenant, reward.Id)));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Reserved_confirmed_and_its_voucher_used_once()
    {
        var (tenant, programme) = await Start(Host);
        var member = await Rich(tenant, programme);
        var reward = await Offer(tenant, programme, ("voucherDays", 30));
        var reserved = (await Reserve(tenant, member, reward.Id)).Is(201);
        Assert.Equal("reserved", reserved.Text("state"));
        (await Do(tenant, reserved.Id, "fulfilment")).IsProblem(409, "redemption.not_confirmed");
        var confirmed = (await Do(tenant, reserved.Id, "confirmation")).Is(200);
        var code = confirmed.Text("voucherCode");
        Assert.Equal(29, code.Length);
        (await Do(tenant, reserved.Id, "confirmation")).IsProblem(409, "redemption.not_reserved");
        Assert.DoesNotContain(code, (await tenant.Administrator.Get("/v1/redemptions/" + reserved.Id)).Is(200).Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(code, (await tenant.Administrator.Get("/v1/audit?limit=200")).Is(200).Raw, StringComparison.Ordinal);
        (await Use(tenant, "0000000-0000000-0000000-00000")).IsProblem(404, "redemption.voucher_unknown");
        var other = await Host.NewTenant();
        (await Use(other, code)).IsProblem(404, "redemption.voucher_unknown");
        var used = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Use(tenant, code.ToLowerInvariant()))));
        Assert.Single(used, a => a.Status == 200);
        Assert.All(used.Where(a => a.Status != 200), a => a.IsProblem(409, "redemption.voucher_used"));
        (await Do(tenant, reserved.Id, "release")).IsProblem(409, "redemption.already_fulfilled");
        Assert.Equal(400, await tenant.Available(member));
    }

    [Fact]
    public async Task What_is_released_goes_back_to_the_very_lots()
    {
        var (tenant, programme) = await Start(Host, ("expiry", new { kind = "rolling", length = 30, unit = "days" }));
        var member = await Rich(tenant, programme);
        var before = (await tenant.Balance(member)).Body!["lots"]!.ToJsonString();
        var reward = await Offer(tenant, programme, ("stock", 5));
        var reserved = (await Reserve(tenant, member, reward.Id)).Is(201);
        Assert.Equal((400, 4), (await tenant.Available(member), await Stock(tenant, reward.Id)));
        (await Do(tenant, reserved.Id, "release")).Is(200);
        (await Do(tenant, reserved.Id, "release")).IsProblem(409, "redemption.already_released");
        Assert.Equal((500, 5), (await tenant.Available(member), await Stock(tenant, reward.Id)));
        Assert.Equal(before, (await tenant.Balance(member)).Body!["lots"]!.ToJsonString());
        Assert.Equal(["adjust", "redeem", "reverse"], await tenant.Kinds(member));
        await tenant.Audit(programme);
    }

    [Theory]
    [InlineData("strict", 0)]
    [InlineData("grace", 100)]
    public async Task What_is_not_confirmed_in_time_goes_back_and_points_that_expired_meanwhile_as_the_programme_says(string reversals, long left)
    {
        using var own = CrmHost.With();
        var (tenant, programme) = await Start(own, ("expiry", new { kind = "rolling", length = 1, unit = "days" }), ("reversals", reversals), ("graceDays", 5));
        var member = await Rich(tenant, programme, 100);
        var reward = await Offer(tenant, programme, ("holdMinutes", 10_080));
        var reserved = (await Reserve(tenant, member, reward.Id)).Is(201);
        own.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        (await Do(tenant, reserved.Id, "confirmation")).IsProblem(409, "redemption.hold_over");
        await own.Ring();
        Assert.Equal("released", (await tenant.Administrator.Get("/v1/redemptions/" + reserved.Id)).Text("state"));
        Assert.Equal(left, await tenant.Available(member));
        own.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(0, await tenant.Available(member));
        await own.Ring();
        Assert.Equal(0, (await tenant.Audit(programme)).Number("points"));
    }

    [Fact]
    public async Task Who_may_have_it_at_what_price_is_examined_without_a_trace()
    {
        var (tenant, programme) = await Start(Host, ("tiers", new { tiers = new[] { new { code = "gold", name = "Gold", threshold = 40 } } }));
        var (member, gold) = (await Rich(tenant, programme, 90), await Rich(tenant, programme, 90));
        (await tenant.Happens(gold, "r")).Is(200);
        var cheap = await Offer(tenant, programme, ("tierPrices", new[] { new { tier = "gold", points = 60 } }), ("mostPerMember", 1));
        var onlyGold = await Offer(tenant, programme, ("tiers", new[] { "gold" }), ("points", 1));
        var over = await Offer(tenant, programme, ("until", Host.In(-TimeSpan.FromDays(1))), ("points", 1));
        Task<Answer> Ask(string reward, string who) => tenant.Administrator.Post($"/v1/rewards/{reward}/examination", new { memberId = who });
        var poor = (await Ask(cheap.Id, member)).Is(200);
        Assert.Equal((100, 90, "member.balance_insufficient"), (poor.Number("points"), poor.Number("available"), poor.Text("refusals.0")));
        var rich = (await Ask(cheap.Id, gold)).Is(200);
        Assert.Equal((true, 60, 60), (rich.Find("allowed")!.GetValue<bool>(), rich.Number("points"), rich.Number("lots.0.points")));
        (await Reserve(tenant, member, onlyGold.Id)).IsProblem(409, "reward.tier_not_eligible");
        (await Reserve(tenant, member, over.Id)).IsProblem(409, "reward.not_offered");
        (await Reserve(tenant, gold, cheap.Id)).Is(201);
        (await Reserve(tenant, gold, cheap.Id)).IsProblem(409, "reward.member_has_enough");
        var elsewhere = (await tenant.Establish()).Id;
        (await Reserve(tenant, gold, (await Offer(tenant, elsewhere)).Id)).IsProblem(409, "reward.of_other_programme");
        var (other, foreign) = await Start(Host);
        (await Reserve(tenant, gold, (await Offer(other, foreign)).Id)).IsProblem(422, "reward_unknown");
        (await Reserve(tenant, await Rich(other, foreign), cheap.Id)).IsProblem(422, "membership_unknown");
        Assert.Equal((90, 80), (await tenant.Available(member), await tenant.Available(gold)));
    }

    [Fact]
    public async Task A_catalogue_is_kept()
    {
        var (tenant, programme) = await Start(Host);
        var client = tenant.Administrator;
        var reward = await Offer(tenant, programme);
        (await client.Patch("/v1/rewards/" + reward.Id, new { programmeId = (await tenant.Establish()).Id }, "*")).IsProblem(409, "reward.programme_is_fixed");
        var revised = (await client.Patch("/v1/rewards/" + reward.Id, new { points = 70, name = "Mug" }, reward.ETag)).Is(200);
        Assert.Equal((70, "Mug"), (revised.Number("content.points"), revised.Text("content.name")));
        (await client.Post("/v1/rewards", new { programmeId = programme, name = "A", points = 0 })).IsInvalid("/points", "out_of_range");
        (await client.Post("/v1/rewards", new { programmeId = programme, name = "A", points = 1, stock = -1 })).IsInvalid("/stock", "out_of_range");
        (await client.Post("/v1/rewards", new { programmeId = programme, name = "A", points = 1, from = "2026-01-02T00:00:00Z", until = "2026-01-01T00:00:00Z" })).IsInvalid("/until", "reward_reversed");
        Assert.Null((await client.Get($"/v1/rewards/{reward.Id}/stock")).Is(200).Find("left"));
        Assert.Equal(3, (await client.Post($"/v1/rewards/{reward.Id}/stock", new { change = 3 })).Is(200).Number("left"));
        (await client.Post($"/v1/rewards/{reward.Id}/stock", new { change = -4 })).IsProblem(409, "reward.stock_negative");
        Assert.Equal(1, (await client.Post($"/v1/rewards/{reward.Id}/stock", new { change = -2 })).Is(200).Number("left"));
        (await client.Delete("/v1/rewards/" + reward.Id, revised.ETag)).Is(204);
        (await client.Patch("/v1/rewards/" + reward.Id, new { points = 7 }, "*")).IsProblem(409, "reward.retired");
        Assert.Empty((await client.Get("/v1/rewards?active=true&programmeId=" + programme)).Is(200).Rows);
    }

    private static async Task<(TestTenant Tenant, string Programme)> Start(CrmHost host, params (string Name, object? Value)[] members)
    {
        var tenant = await host.NewTenant();
        return (tenant, (await tenant.Establish(members)).Id);
    }

    private static async Task<string> Rich(TestTenant tenant, string programme, long points = 500)
    {
        var member = await tenant.Enrol(programme, await tenant.NewCustomer());
        (await tenant.Adjust(member, points)).Is(200);
        return member;
    }

    private static async Task<Answer> Offer(TestTenant tenant, string programmeId, params (string Name, object? Value)[] members)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["programmeId"] = programmeId, ["name"] = "Cup", ["points"] = 100 };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }
        return (await tenant.Administrator.Post("/v1/rewards", body)).Is(201);
    }

    private static Task<Answer> Reserve(TestTenant tenant, string memberId, string rewardId) => tenant.Administrator.Post("/v1/redemptions", new { memberId, rewardId });

    private static Task<Answer> Do(TestTenant tenant, string redemption, string what) => tenant.Administrator.Post($"/v1/redemptions/{redemption}/{what}");

    private static Task<Answer> Use(TestTenant tenant, string code) => tenant.Administrator.Post("/v1/voucher-uses", new { code });

    private static async Task<long> Stock(TestTenant tenant, string reward) => (await tenant.Administrator.Get($"/v1/rewards/{reward}/stock")).Is(200).Number("left");
}
