using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;
using Crm.Api.Tests.Purchases;

namespace Crm.Api.Tests.Programmes;

/// <summary>What points are to the tenant: what it owes, and what is never asked for.</summary>
[Trait("Requirement", "S5-LOYAL-1")]
public sealed class LiabilityTests(CrmHost host, PassingYears years) : ApiTest(host), IClassFixture<PassingYears>
{
    [Fact]
    public async Task The_liability_is_what_is_usable_by_what_is_expected_and_what_a_point_is_worth()
    {
        years.Begin();
        years.Until(3, 1);
        var tenant = await years.Host.NewTenant();
        var programme = (await tenant.Establish(
            ("worth", new { points = 3, amount = 500 }), ("expectedRedemptionPercent", 80), ("pendingDays", 14), ("returns", "allowNegative"),
            ("expiry", new { kind = "rolling", length = 20, unit = "days" }))).Id;
        Task<Answer> Liability() => tenant.Administrator.Get($"/v1/programmes/{programme}/liability");
        var none = (await Liability()).Is(200);
        Assert.Equal((0, 0, 0), (none.Number("members"), none.Number("available"), none.Number("liability.amount")));
        var members = new List<string>();
        foreach (var points in new[] { 100, 51, -30 })
        {
            var customer = await tenant.NewCustomer();
            members.Add(await tenant.Enrol(programme, customer));
            (await tenant.Adjust(members[^1], points)).Is(200);
            await tenant.Buy(customer, points > 0 ? 200 : 400);
        }
        var told = (await Liability()).Is(200);
        Assert.Equal((2, 151, 80, 0, 30), (told.Number("members"), told.Number("available"), told.Number("pending"), told.Number("held"), told.Number("owed")));
        Assert.Equal((151 * 80 * 500 / 300, 80 * 80 * 500 / 300), (told.Number("liability.amount"), told.Number("pendingLiability.amount")));
        Assert.Equal("liability = sum(available) * expectedRedemptionPercent / 100 * amount / points", told.Text("formula"));
        // What is pending becomes usable, and what has expired is none, whether a night has written it or not.
        years.Until(3, 16);
        Assert.Equal((3, 201, 0, 0), await Now());
        years.Until(3, 22, 0, 1);
        Assert.Equal((3, 50, 0, 0), await Now());
        await years.Host.Ring();
        Assert.Equal((3, 50, 0, 0), await Now());
        Assert.Equal(50, (await tenant.Available(members[0])) + (await tenant.Available(members[1])) + (await tenant.Available(members[2])));

        async Task<(long, long, long, long)> Now()
        {
            var now = (await Liability()).Is(200);
            return (now.Number("members"), now.Number("available"), now.Number("pending"), now.Number("owed"));
        }
    }

    [Fact]
    public async Task Breakage_is_of_the_month_in_which_points_were_earned()
    {
        years.Begin();
        years.Until(1, 10);
        var tenant = await years.Host.NewTenant();
        var programme = (await tenant.Establish(("expiry", new { kind = "rolling", length = 2, unit = "months" }))).Id;
        var member = await tenant.Enrol(programme, await tenant.NewCustomer());
        (await tenant.Adjust(member, 100)).Is(200);
        var reward = (await tenant.Administrator.Post("/v1/rewards", new { programmeId = programme, name = "Cup", points = 30 })).Is(201).Id;
        async Task Have(string then)
        {
            var redemption = (await tenant.Administrator.Post("/v1/redemptions", new { memberId = member, rewardId = reward })).Is(201).Id;
            (await tenant.Administrator.Post($"/v1/redemptions/{redemption}/{then}")).Is(200);
        }
        await Have("confirmation");
        // Given back at once, it was not redeemed.
        await Have("release");
        years.Until(2, 10);
        (await tenant.Adjust(member, 50)).Is(200);
        years.Until(3, 20);
        await years.Host.Ring();
        years.Until(3, 21);
        await Have("confirmation");
        var told = (await tenant.Administrator.Get($"/v1/programmes/{programme}/breakage?from={years.Year}-01-01&months=3")).Is(200);
        Assert.Equal([(70, 30), (0, 30), (0, 0)], told.Find("cohorts")!.AsArray().Select(c => (c!["expired"]!.GetValue<int>(), c["redeemed"]!.GetValue<int>())));
        Assert.Equal((0.7m, 0m), (told.Find("cohorts.0.breakage")!.GetValue<decimal>(), told.Find("cohorts.1.breakage")!.GetValue<decimal>()));
        Assert.Null(told.Find("cohorts.2.breakage"));
        Assert.Equal((70, 60, 0.5385m), (told.Number("expired"), told.Number("redeemed"), told.Find("breakage")!.GetValue<decimal>()));
        (await tenant.Administrator.Get($"/v1/programmes/{programme}/breakage?months=0")).IsProblem(422, "months_invalid");
    }
}
