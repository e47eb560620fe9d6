using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Purchases;
using static Crm.Api.Tests.Purchases.PurchaseSteps;

namespace Crm.Api.Tests.Members;

/// <summary>The examples by which loyalty is defined, over HTTP, while the days pass.</summary>
[Trait("Requirement", "S5-LOYAL-1")]
[Trait("Requirement", "S5-LOYAL-2")]
[Trait("Requirement", "S5-LOYAL-3")]
[Trait("Requirement", "S5-LOYAL-4")]
public sealed class LoyaltyYearTests(CrmHost host, PassingYears years) : ApiTest(host), IClassFixture<PassingYears>
{
    [Fact]
    public async Task What_expires_first_is_spent_first_and_is_usable_through_its_last_day()
    {
        years.Begin();
        years.Until(1, 10);
        var (tenant, programme, _, member) = await Start(("expiry", Rolling(6, "months")));
        (await tenant.Adjust(member, 100)).Is(200);
        await Revise(tenant, programme, Rolling(2, "months"));
        years.Until(3, 5);
        (await tenant.Adjust(member, 150)).Is(200);
        await Revise(tenant, programme, new { kind = "none", length = (int?)null, unit = (string?)null });
        years.Until(3, 6);
        (await tenant.Adjust(member, 50)).Is(200);
        years.Until(4, 1);
        var reward = await Offer(tenant, programme, 120);
        var examined = (await tenant.Administrator.Post($"/v1/rewards/{reward}/examination", new { memberId = member })).Is(200);
        Assert.Equal((true, 2, 120), (examined.Find("allowed")!.GetValue<bool>(), examined.Number("lots.0.number"), examined.Number("lots.0.points")));
        await Have(tenant, member, reward);
        var balance = (await tenant.Balance(member)).Is(200);
        Assert.Equal((180, 30, years.Midnight(5, 6)), (balance.Number("available"), balance.Number("nextExpiry.points"), balance.Text("nextExpiry.at")));
        Assert.Equal([(2, 30, years.Midnight(5, 6)), (1, 100, years.Midnight(7, 11)), (3, 50, null)], Lots(balance));

        years.Until(5, 5, 23, 59);
        Assert.Equal(180, await tenant.Available(member));
        years.Until(5, 6, 0, 1);
        Assert.Equal(150, await tenant.Available(member));
        await years.Host.Ring();
        var expired = (await tenant.Administrator.Get($"/v1/members/{member}/entries?kind=expire")).Is(200).Rows.Single()!;
        Assert.Equal((-30, years.Midnight(5, 6)), (expired["points"]!.GetValue<long>(), expired["effectiveAt"]!.GetValue<string>()));
        years.Until(7, 11, 0, 1);
        Assert.Equal(50, await tenant.Available(member));
        Assert.Equal(150, (await tenant.Audit(programme)).Number("points"));
        await years.Host.Ring();
        years.Until(12, 31);
        Assert.Equal((50, 50), (await tenant.Available(member), (await tenant.Audit(programme)).Number("points")));
    }

    [Fact]
    public async Task A_month_after_31_January_is_28_February_and_counts_from_the_day_points_become_active()
    {
        years.Begin();
        years.Until(1, 31);
        var (tenant, _, _, member) = await Start(("expiry", Rolling(1, "months")));
        (await tenant.Adjust(member, 100)).Is(200);
        var (customer, waiting) = (await tenant.NewCustomer(), (await tenant.Establish(("expiry", Rolling(1, "months")), ("pendingDays", 28))).Id);
        var later = await tenant.Enrol(waiting, customer);
        await tenant.Buy(customer, 1000);
        Assert.Equal([(1, 100, years.Midnight(3, 1))], Lots(await tenant.Balance(member)));
        years.Until(2, 27);
        Assert.Equal((0, 100), ((await tenant.Balance(later)).Number("available"), (await tenant.Balance(later)).Number("pending")));
        years.Until(2, 28, 23, 59);
        (await tenant.Adjust(member, -40)).Is(200);
        Assert.Equal((60, 100), (await tenant.Available(member), await tenant.Available(later)));
        years.Until(3, 1, 0, 1);
        Assert.Equal(0, await tenant.Available(member));
        (await tenant.Adjust(member, -1)).IsProblem(409, "member.balance_insufficient");
        years.Until(3, 28, 23, 59);
        Assert.Equal(100, await tenant.Available(later));
        years.Until(3, 29, 0, 1);
        Assert.Equal(0, await tenant.Available(later));
    }

    [Fact]
    public async Task Points_that_live_by_activity_lapse_together_when_nothing_happens()
    {
        years.Begin();
        years.Until(3, 1);
        var (tenant, programme, customer, member) = await Start(("expiry", new { kind = "inactivity", length = 30, unit = "days" }));
        await tenant.Buy(customer, 1000);
        years.Until(3, 20);
        await tenant.Buy(customer, 500);
        years.Until(4, 19, 23, 59);
        Assert.Equal(150, await tenant.Available(member));
        years.Until(4, 20, 0, 1);
        Assert.Equal(0, await tenant.Available(member));
        await years.Host.Ring();
        Assert.Equal(["earn", "earn", "expire", "expire"], await tenant.Kinds(member));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Gold_of_10_March_is_valid_to_the_end_of_the_next_year_whatever_comes_back()
    {
        years.Begin();
        var tiers = new { tiers = new[] { new { code = "silver", name = "Silver", threshold = 500 }, new { code = "gold", name = "Gold", threshold = 1000 } } };
        var (tenant, _, customer, member) = await Start(("tiers", tiers));
        Task<Answer> Tier() => tenant.Administrator.Get($"/v1/members/{member}/tier");
        years.Until(2, 1);
        await tenant.Buy(customer, 6000);
        Assert.Equal(("silver", "gold", 400), ((await Tier()).Text("tier"), (await Tier()).Text("nextTier"), (await Tier()).Number("pointsToNext")));
        years.Until(3, 10);
        var last = await tenant.Buy(customer, 4000);
        var gold = (await Tier()).Is(200);
        Assert.Equal(("gold", $"{years.Year}-03-10", years.Midnight(1, 1, 2), 0), (gold.Text("tier"), gold.Text("since"), gold.Text("expiresAt"), gold.Number("stayInTierPoints")));
        years.Until(3, 11);
        (await tenant.GiveBack(last.Id)).Is(200);
        // Less in the window, and gold still: a tier ends at its end and not before.
        Assert.Equal(("gold", 600, 400), ((await Tier()).Text("tier"), (await Tier()).Number("points"), (await Tier()).Number("stayInTierPoints")));
        years.Until(6, 1, years: 1);
        await years.Host.Ring();
        await tenant.Buy(customer, 5000);
        Assert.Equal(("gold", "silver", 500), ((await Tier()).Text("tier"), (await Tier()).Text("projectedTier"), (await Tier()).Number("stayInTierPoints")));
        years.Until(12, 31, 23, 59, 1);
        await years.Host.Ring();
        Assert.Equal("gold", (await Tier()).Text("tier"));
        years.Until(1, 1, 0, 1, 2);
        await years.Host.Ring();
        Assert.Equal(("silver", years.Midnight(1, 1, 3)), ((await Tier()).Text("tier"), (await Tier()).Text("expiresAt")));
        Assert.Equal((1, 1), ((await tenant.Events("tier.will_downgrade")).Count, (await tenant.Events("tier.downgraded")).Count));
    }

    [Theory]
    [InlineData("onlyPending", 50, 150)]
    [InlineData("withinBalance", 0, 100)]
    [InlineData("allowNegative", -80, 20)]
    public async Task What_comes_back_takes_points_as_far_as_the_policy_goes_and_what_is_owed_is_covered_first(string policy, long left, long afterwards)
    {
        years.Begin();
        var (tenant, programme, customer, member) = await Start(("returns", policy), ("pendingDays", policy == "onlyPending" ? 14 : 0));
        var bought = await tenant.Buy(customer, 1000);
        if (policy == "onlyPending")
        {
            years.Until(1, 10);
            (await tenant.GiveBack(bought.Id, new { amount = Money(500) })).Is(200);
            Assert.Equal(50, (await tenant.Balance(member)).Number("pending"));
        }
        else
        {
            (await tenant.Adjust(member, -80)).Is(200);
        }
        years.Until(1, 20);
        (await tenant.GiveBack(bought.Id)).Is(200);
        Assert.Equal(left, await tenant.Available(member));
        await tenant.Buy(customer, 500);
        await tenant.Buy(customer, 500);
        if (left < 0)
        {
            Assert.Equal(["earn", "adjust", "clawback", "earn", "earn"], await tenant.Kinds(member));
        }
        years.Until(2, 10);
        Assert.Equal(afterwards, await tenant.Available(member));
        await tenant.Audit(programme);
    }

    [Theory]
    [InlineData("strict", 0)]
    [InlineData("grace", 100)]
    public async Task What_a_redemption_gives_back_goes_to_its_lot_and_lives_on_only_by_grace(string policy, long left)
    {
        years.Begin();
        years.Until(3, 1);
        var (tenant, programme, _, member) = await Start(("reversals", policy), ("expiry", Rolling(10, "days")));
        (await tenant.Adjust(member, 100)).Is(200);
        var reward = await Offer(tenant, programme, 100);
        var (early, late) = (await Have(tenant, member, reward), "");
        (await tenant.Administrator.Post($"/v1/redemptions/{early}/release")).Is(200);
        Assert.Equal([(1, 100, years.Midnight(3, 12))], Lots(await tenant.Balance(member)));
        late = await Have(tenant, member, reward);
        years.Until(3, 20);
        (await tenant.Administrator.Post($"/v1/redemptions/{late}/release")).Is(200);
        Assert.Equal(left, await tenant.Available(member));
        if (left > 0)
        {
            Assert.Equal([(2, 100, years.Midnight(4, 20))], Lots(await tenant.Balance(member)));
        }
        await tenant.Audit(programme);
        years.Until(4, 19, 23, 59);
        Assert.Equal(left, await tenant.Available(member));
        years.Until(4, 20, 0, 1);
        Assert.Equal(0, await tenant.Available(member));
        await years.Host.Ring();
        Assert.Equal(0, (await tenant.Audit(programme)).Number("points"));
    }

    [Fact]
    public async Task A_cap_of_one_event_refuses_and_that_of_a_month_cuts_off_until_the_next_one_begins_there()
    {
        years.Begin();
        years.Until(3, 31, 23, 50);
        var (tenant, programme, customer, member) = await Start(("mostPerTransaction", 90), ("mostPerPeriod", new { points = 100, period = "month" }));
        await tenant.Buy(customer, 1000);
        Assert.Equal(0, await tenant.Available(member));
        await tenant.Buy(customer, 800);
        await tenant.Buy(customer, 800);
        Assert.Equal(100, await tenant.Available(member));
        (await tenant.Happens(member, "late")).Is(200);
        Assert.Equal(100, await tenant.Available(member));
        // April in Tehran, and March still in Greenwich.
        years.Until(4, 1, 0, 10);
        await tenant.Buy(customer, 800);
        Assert.Equal(180, await tenant.Available(member));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task What_comes_too_fast_waits_for_a_review_and_its_time_begins_with_it()
    {
        years.Begin();
        var (tenant, programme, _, member) = await Start(("velocity", new { earnings = 2, minutes = 60 }), ("expiry", Rolling(1, "days")));
        foreach (var source in new[] { "a", "b", "c" })
        {
            (await tenant.Happens(member, source)).Is(200);
        }
        Assert.Equal((100, 50), ((await tenant.Balance(member)).Number("available"), (await tenant.Balance(member)).Number("held")));
        years.Until(1, 1, 14);
        (await tenant.Happens(member, "d")).Is(200);
        Assert.Equal((150, 50), ((await tenant.Balance(member)).Number("available"), (await tenant.Balance(member)).Number("held")));
        years.Until(1, 10);
        Assert.Equal((0, 50), ((await tenant.Balance(member)).Number("available"), (await tenant.Balance(member)).Number("held")));
        (await tenant.Administrator.Post($"/v1/members/{member}/entries/3/review", new { approve = true, reason = "Known customer" })).Is(200);
        Assert.Equal([(3, 50, years.Midnight(1, 12))], Lots(await tenant.Balance(member)));
        await tenant.Audit(programme);
    }

    private static object Rolling(int length, string unit) => new { kind = "rolling", length, unit };

    private static async Task Revise(TestTenant tenant, string programme, object expiry) =>
        (await tenant.Administrator.Patch("/v1/programmes/" + programme, new { expiry }, "*")).Is(200);

    private static async Task<string> Offer(TestTenant tenant, string programmeId, long points) =>
        (await tenant.Administrator.Post("/v1/rewards", new { programmeId, name = "Cup", points })).Is(201).Id;

    private static async Task<string> Have(TestTenant tenant, string memberId, string rewardId)
    {
        var redemption = (await tenant.Administrator.Post("/v1/redemptions", new { memberId, rewardId })).Is(201).Id;
        (await tenant.Administrator.Post($"/v1/redemptions/{redemption}/confirmation")).Is(200);
        return redemption;
    }

    private static (long Number, long Remaining, string? ExpiresAt)[] Lots(Answer balance) =>
        [.. balance.Body!["lots"]!.AsArray().Select(l => (l!["number"]!.GetValue<long>(), l["remaining"]!.GetValue<long>(), l["expiresAt"]?.GetValue<string>()))];

    private async Task<(TestTenant Tenant, string Programme, string Customer, string Member)> Start(params (string Name, object? Value)[] members)
    {
        var tenant = await years.Host.NewTenant();
        var (programme, customer) = ((await tenant.Establish(members)).Id, await tenant.NewCustomer());
        return (tenant, programme, customer, await tenant.Enrol(programme, customer));
    }
}
