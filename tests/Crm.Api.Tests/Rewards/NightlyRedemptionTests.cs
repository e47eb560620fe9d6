using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;
using Crm.Api.Tests.Purchases;

namespace Crm.Api.Tests.Rewards;

/// <summary>The night redeems for whoever has points enough, while the days pass.</summary>
[Trait("Requirement", "S5-LOYAL-3")]
public sealed class NightlyRedemptionTests(CrmHost host, PassingYears years) : ApiTest(host), IClassFixture<PassingYears>
{
    [Fact]
    public async Task What_becomes_active_by_the_midnight_counts_and_a_night_redeems_once()
    {
        years.Begin();
        var (tenant, programme, _) = await Start(150, ("pendingDays", 7), ("expiry", new { kind = "rolling", length = 30, unit = "days" }));
        var customer = await tenant.NewCustomer();
        var member = await tenant.Enrol(programme, customer);
        years.Until(2, 1);
        (await tenant.Adjust(member, 60)).Is(200);
        years.Until(2, 5);
        await tenant.Buy(customer, 1000);
        var early = (await Examine(tenant, programme, member)).Is(200);
        Assert.Equal((60, "programme.below_threshold"), (early.Number("available"), early.Text("refusals.0")));
        years.Until(2, 12, 11);
        var examined = (await Examine(tenant, programme, member)).Is(200);
        Assert.Equal((true, 160, years.Midnight(2, 13)), (examined.Find("redeems")!.GetValue<bool>(), examined.Number("available"), examined.Text("at")));
        years.Until(2, 13, 0, 1);
        await years.Host.Ring();
        await years.Host.Ring();
        Assert.Equal(["adjust", "earn", "activate", "redeem"], await tenant.Kinds(member));
        await years.Host.NextNight();
        Assert.Equal(40, await tenant.Available(member));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Points_of_their_last_day_are_redeemed_before_they_expire_even_by_a_late_night()
    {
        years.Begin();
        var (tenant, programme, reward) = await Start(150, ("expiry", new { kind = "rolling", length = 10, unit = "days" }));
        var member = await tenant.Enrol(programme, await tenant.NewCustomer());
        years.Until(2, 1);
        (await tenant.Adjust(member, 60)).Is(200);
        years.Until(2, 11, 23, 50);
        (await tenant.Adjust(member, 100)).Is(200);
        var examined = (await Examine(tenant, programme, member)).Is(200);
        Assert.Equal((true, 160, 120, years.Midnight(2, 12)), (examined.Find("redeems")!.GetValue<bool>(), examined.Number("available"), examined.Number("points"), examined.Text("at")));
        Assert.Equal((1, 60, 2, 60), (examined.Number("lots.0.number"), examined.Number("lots.0.points"), examined.Number("lots.1.number"), examined.Number("lots.1.points")));
        years.Until(2, 12, 3);
        await years.Host.Ring();
        Assert.Equal(["adjust", "adjust", "redeem"], await tenant.Kinds(member));
        Assert.Equal(40, await tenant.Available(member));
        var redeemed = (await tenant.Administrator.Get("/v1/redemptions?memberId=" + member)).Is(200);
        Assert.Equal(("confirmed", 120, reward), (redeemed.Text("data.0.state"), redeemed.Number("data.0.points"), redeemed.Text("data.0.rewardId")));
        var entry = (await tenant.Administrator.Get($"/v1/members/{member}/entries?kind=redeem")).Is(200).Rows.Single()!;
        Assert.Equal((years.Midnight(2, 12), redeemed.Text("data.0.id")), (entry["effectiveAt"]!.GetValue<string>(), entry["subject"]!.GetValue<string>()));
        Assert.Single(await tenant.Events("reward.redeemed_by_night"));

        // Nobody was told the code; it is told once to whoever asks, and what was told before is worth nothing.
        var id = redeemed.Text("data.0.id");
        var first = (await tenant.Administrator.Post($"/v1/redemptions/{id}/voucher")).Is(200).Text("voucherCode");
        var second = (await tenant.Administrator.Post($"/v1/redemptions/{id}/voucher")).Is(200).Text("voucherCode");
        (await tenant.Administrator.Post("/v1/voucher-uses", new { code = first })).IsProblem(404, "redemption.voucher_unknown");
        (await tenant.Administrator.Post("/v1/voucher-uses", new { code = second })).Is(200);
        (await tenant.Administrator.Post($"/v1/redemptions/{id}/voucher")).IsProblem(409, "redemption.voucher_used");
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Once_a_night_for_everybody_who_has_enough_as_long_as_there_are_any()
    {
        years.Begin();
        var (tenant, programme, reward) = await Start(null);
        var members = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            members.Add(await tenant.Enrol(programme, await tenant.NewCustomer()));
            (await tenant.Adjust(members[i], i == 3 ? 119 : 300)).Is(200);
        }
        (await tenant.Administrator.Post($"/v1/rewards/{reward}/stock", new { change = 4 })).Is(200);
        // Whoever has enough already is found, too.
        await Name(tenant, programme, reward, 120);
        await years.Host.Ring();
        await years.Host.NextNight();
        await years.Host.Ring();
        Assert.Equal((1L, 180L, 180L, 180L, 119L), (await Left(tenant, reward), await tenant.Available(members[0]), await tenant.Available(members[1]), await tenant.Available(members[2]), await tenant.Available(members[3])));
        await years.Host.NextNight();
        await years.Host.Ring();
        Assert.Equal(0, await Left(tenant, reward));
        Assert.Equal(3 * 180 - 120, await tenant.Available(members[0]) + await tenant.Available(members[1]) + await tenant.Available(members[2]));
        var without = members.Take(3).First(m => tenant.Available(m).Result == 180);
        Assert.Contains("reward.out_of_stock", (await Examine(tenant, programme, without)).Is(200).Find("refusals")!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("programme.below_threshold", (await Examine(tenant, programme, members[3])).Is(200).Find("refusals")!.ToJsonString(), StringComparison.Ordinal);
        // More come, and the night after has one for each.
        (await tenant.Administrator.Post($"/v1/rewards/{reward}/stock", new { change = 5 })).Is(200);
        await years.Host.NextNight();
        Assert.Equal((60L, 60L, 60L, 3L), (await tenant.Available(members[0]), await tenant.Available(members[1]), await tenant.Available(members[2]), await Left(tenant, reward)));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task A_programme_names_only_a_reward_of_its_own_that_is_offered()
    {
        var tenant = await Host.NewTenant();
        var (programme, other) = ((await tenant.Establish()).Id, (await tenant.Establish()).Id);
        var foreign = (await tenant.Administrator.Post("/v1/rewards", new { programmeId = other, name = "Cup", points = 10 })).Is(201).Id;
        Task<Answer> Revise(object auto) => tenant.Administrator.Patch("/v1/programmes/" + programme, new { autoRedemption = auto }, "*");
        (await Revise(new { rewardId = foreign, threshold = 10 })).IsProblem(422, "reward_unknown");
        (await Revise(new { rewardId = foreign, threshold = 0 })).IsInvalid("/autoRedemption/threshold", "out_of_range");
        (await tenant.Administrator.Post("/v1/programmes", MemberSteps.Rules(("autoRedemption", new { rewardId = foreign, threshold = 10 })))).IsProblem(422, "reward_unknown");
        var member = await tenant.Enrol(programme, await tenant.NewCustomer());
        Assert.Equal("programme.redeems_nothing", (await Examine(tenant, programme, member)).Is(200).Text("refusals.0"));
        (await Examine(tenant, other, member)).IsProblem(422, "membership_unknown");
    }

    private async Task<(TestTenant Tenant, string Programme, string Reward)> Start(long? threshold, params (string Name, object? Value)[] members)
    {
        var tenant = await years.Host.NewTenant();
        var programme = (await tenant.Establish(members)).Id;
        var reward = (await tenant.Administrator.Post("/v1/rewards", new { programmeId = programme, name = "Voucher", points = 120, voucherDays = 90 })).Is(201).Id;
        if (threshold is { } points)
        {
            await Name(tenant, programme, reward, points);
            await years.Host.Ring();
        }
        return (tenant, programme, reward);
    }

    private static async Task Name(TestTenant tenant, string programme, string rewardId, long threshold) =>
        (await tenant.Administrator.Patch("/v1/programmes/" + programme, new { autoRedemption = new { rewardId, threshold } }, "*")).Is(200);

    private static Task<Answer> Examine(TestTenant tenant, string programme, string memberId) =>
        tenant.Administrator.Post($"/v1/programmes/{programme}/auto-redemption/examination", new { memberId });

    private static async Task<long> Left(TestTenant tenant, string reward) => (await tenant.Administrator.Get($"/v1/rewards/{reward}/stock")).Is(200).Number("left");
}
