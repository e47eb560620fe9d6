using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Policies;
using Crm.Api.Tests.Purchases;

namespace Crm.Api.Tests.Members;

/// <summary>Time passes, in an application of its own whose clock is set.</summary>
[Trait("Requirement", "S5-LOYAL-1")]
[Trait("Requirement", "S5-LOYAL-2")]
public sealed class NightTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Pending_points_become_active_and_active_ones_expire_whether_a_night_writes_it_or_not()
    {
        using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (programme, customer) = ((await tenant.Establish(("pendingDays", 14), ("expiry", new { kind = "rolling", length = 30, unit = "days" }))).Id, await tenant.NewCustomer());
        var member = await tenant.Enrol(programme, customer);
        await tenant.Buy(customer, 1000);
        var balance = await tenant.Balance(member);
        Assert.Equal((0, 100), (balance.Number("available"), balance.Number("pending")));
        (await tenant.Adjust(member, -1)).IsProblem(409, "member.balance_insufficient");
        own.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(5));
        Assert.Equal((100, 0), (await tenant.Available(member), (await tenant.Balance(member)).Number("pending")));
        Assert.Equal(["earn"], await tenant.Kinds(member));
        await own.NextNight();
        Assert.Equal(["earn", "activate"], await tenant.Kinds(member));
        await own.NextNight();
        Assert.Equal(["earn", "activate"], await tenant.Kinds(member));
        own.Clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal(100, await tenant.Available(member));
        own.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await tenant.Available(member));
        await own.Ring();
        Assert.Equal(["earn", "activate", "expire"], await tenant.Kinds(member));
        Assert.Single(await tenant.Events("points.expired"));
        Assert.Equal(0, (await tenant.Audit(programme)).Number("points"));
    }

    [Fact]
    public async Task A_night_with_more_members_than_a_slice_does_each_once()
    {
        using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var programme = (await tenant.Establish(("expiry", new { kind = "rolling", length = 1, unit = "days" }))).Id;
        var members = await Task.WhenAll(Enumerable.Range(0, 120).Select(async _ => await tenant.Enrol(programme, await tenant.NewCustomer())));
        await Task.WhenAll(members.Select(m => tenant.Happens(m, "r")));
        own.Clock.Advance(TimeSpan.FromDays(3));
        await own.Ring();
        foreach (var member in members)
        {
            Assert.Equal(["earn", "expire"], await tenant.Kinds(member));
        }
        await own.NextNight();
        Assert.Equal((120, 240, 0), ((await tenant.Audit(programme)).Number("members"), (await tenant.Audit(programme)).Number("entries"), (await tenant.Audit(programme)).Number("points")));
    }

    [Fact]
    public async Task A_tier_is_reached_shown_kept_and_lost()
    {
        using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var tiers = new { tiers = new[] { new { code = "silver", name = "Silver", threshold = 50 }, new { code = "gold", name = "Gold", threshold = 100 } }, window = "month", validity = "endOfNextPeriod", warnDays = 10 };
        var (programme, customer) = ((await tenant.Establish(("tiers", tiers))).Id, await tenant.NewCustomer());
        var member = await tenant.Enrol(programme, customer);
        Task<Answer> Tier() => tenant.Administrator.Get($"/v1/members/{member}/tier");
        var none = (await Tier()).Is(200);
        Assert.Null(none.Find("tier"));
        Assert.Equal(("silver", 50), (none.Text("nextTier"), none.Number("pointsToNext")));
        await tenant.Buy(customer, 600);
        var silver = (await Tier()).Is(200);
        Assert.Equal(("silver", 60, 40, 0), (silver.Text("tier"), silver.Number("points"), silver.Number("pointsToNext"), silver.Number("stayInTierPoints")));
        // Valid to the end of the next month, in which nothing is earned yet.
        Assert.Null(silver.Find("projectedTier"));
        var expires = DateTimeOffset.Parse(silver.Text("expiresAt"), null);
        own.Clock.Advance(expires - own.Clock.GetUtcNow() - TimeSpan.FromDays(5));
        var late = (await Tier()).Is(200);
        Assert.Equal(("silver", 0, 50), (late.Text("tier"), late.Number("points"), late.Number("stayInTierPoints")));
        Assert.Null(late.Find("projectedTier"));
        await own.Ring();
        Assert.Single(await tenant.Events("tier.will_downgrade"));
        own.Clock.Advance(TimeSpan.FromDays(5) + TimeSpan.FromMinutes(1));
        await own.Ring();
        Assert.Null((await Tier()).Find("tier"));
        Assert.Equal((1, 1), ((await tenant.Events("tier.upgraded")).Count, (await tenant.Events("tier.downgraded")).Count));
    }

    [Fact]
    public async Task A_gold_members_complaint_runs_under_gold_targets()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var tiers = new { tiers = new[] { new { code = "gold", name = "Gold", threshold = 50 } }, window = "month", validity = "endOfNextPeriod" };
        var (programme, gold, other) = ((await tenant.Establish(("tiers", tiers))).Id, await tenant.NewCustomer(), await tenant.NewCustomer());
        foreach (var customer in new[] { gold, other })
        {
            await tenant.Enrol(programme, customer);
        }
        await tenant.Buy(gold, 600);
        var policy = await client.EstablishPolicy(1, new { tiers = new[] { "gold" } }, PolicySteps.Target("firstResponse", "PT15M"));
        Assert.Equal((policy.Id, "gold", "PT15M"), await Asked(gold));
        Assert.NotEqual("PT15M", (await Asked(other)).Target);

        async Task<(string? Policy, string? Tier, string Target)> Asked(string customer)
        {
            var complaint = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", customer)))).Is(201).Id;
            var id = (await client.Get($"/v1/clocks?metric=firstResponse&subject={complaint}")).Is(200).Rows[0]!["id"]!.GetValue<string>();
            var clock = (await client.Get("/v1/clocks/" + id)).Is(200);
            return (clock.Find("policyId")?.GetValue<string>(), clock.Find("tier")?.GetValue<string>(), clock.Text("target"));
        }
    }
}

internal static class Nights
{
    /// <summary>The next midnight comes, and a worker with it.</summary>
    public static Task NextNight(this CrmHost host)
    {
        host.Clock.Advance(TimeSpan.FromDays(1));
        return host.Ring();
    }
}
