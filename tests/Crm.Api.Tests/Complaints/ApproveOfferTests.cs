using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Work;
using Crm.Domain;

namespace Crm.Api.Tests.Complaints;

/// <summary>The front line grants within its authority at once, and somebody else approves of what is above it.</summary>
[Trait("Requirement", "S3-EMPOWER-1")]
public sealed class ApproveOfferTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Within_the_cap_it_is_granted_at_once_and_above_it_or_for_the_second_time_it_waits()
    {
        var (tenant, saras, _, id) = await Capped();
        var granted = (await Offer(saras, id, 80)).Is(200);
        Assert.Equal(("proposed", "agent", 1), (granted.Text("offers.0.state"), granted.Text("offers.0.authority.level"), granted.Find("offers.0.authority.matrixVersion")!.GetValue<int>()));
        var above = (await Offer(saras, id, 120)).Is(200);
        Assert.Equal(("pendingApproval", "over_cap_per_case"), (above.Text("offers.1.state"), above.Text("offers.1.authority.reasons.0.code")));
        // Another complaint, the same period.
        var other = (await Ready(tenant, saras)).Id;
        var second = (await Offer(saras, other, 80)).Is(200);
        Assert.Equal(("pendingApproval", "over_cap_per_period"), (second.Text("offers.0.state"), second.Text("offers.0.authority.reasons.0.code")));
        Assert.Equal("proposed", (await Offer(saras, other, 20)).Is(200).Text("offers.1.state"));
        // What the customer declines, or what is taken back, counts no more.
        (await saras.Step(id, $"offers/{granted.OfferId()}/refusal", new { channel = "phone" })).Is(200);
        Assert.Equal("proposed", (await Offer(saras, other, 75)).Is(200).Text("offers.2.state"));
        Assert.Equal("pendingApproval", (await Offer(saras, other, 10)).Is(200).Text("offers.3.state"));
    }

    [Fact]
    public async Task What_waits_is_hidden_from_the_customer_cannot_be_accepted_and_keeps_the_complaint_open()
    {
        var (tenant, saras, boss, id, token) = await CappedAndTracked();
        var offer = (await Offer(saras, id, 120)).Is(200).OfferId();
        Assert.Empty((await tenant.Track(token)).Is(200).Body!["offers"]!.AsArray());
        (await saras.Step(id, $"offers/{offer}/acceptance", new { channel = "phone" })).IsProblem(409, "complaint.approval_comes_first");
        (await saras.Step(id, $"offers/{offer}/refusal", new { channel = "phone" })).IsProblem(409, "complaint.approval_comes_first");
        (await tenant.ByLink(token, $"offers/{offer}/acceptance")).IsProblem(404, "offer.not_found");
        (await tenant.ByLink(token, $"offers/{offer}/refusal", new { reason = "No" })).IsProblem(404, "offer.not_found");
        (await saras.Step(id, "resolution", ComplaintSteps.Resolution())).IsProblem(409, "complaint.approval_comes_first");
        Assert.DoesNotContain((await tenant.Track(token)).Is(200).Body!["timeline"]!.AsArray(), s => s!["step"]!.GetValue<string>() == "offered");

        var approved = (await Decide(boss, id, offer)).Is(200);
        Assert.Equal(("proposed", "Fine", 1), (approved.Text("offers.0.state"), approved.Text("offers.0.authority.approval.reason"), approved.Find("offers.0.authority.approval.matrixVersion")!.GetValue<int>()));
        Assert.Contains((await tenant.Track(token)).Is(200).Body!["timeline"]!.AsArray(), s => s!["step"]!.GetValue<string>() == "offered");
        (await tenant.ByLink(token, $"offers/{offer}/acceptance")).Is(200);
        Assert.Contains("complaint.offer_approved", await saras.Notified());
        // What somebody else approved of uses up nothing of her own.
        Assert.Equal("proposed", (await Offer(saras, (await Ready(tenant, saras)).Id, 100)).Is(200).Text("offers.0.state"));
    }

    [Fact]
    public async Task Nobody_approves_of_their_own_offer_nor_who_may_not_nor_twice_nor_of_what_needs_none()
    {
        var (tenant, saras, boss, id) = await Capped();
        var bosses = (await Offer(boss, id, 500)).Is(200).OfferId();
        (await Decide(boss, id, bosses)).IsProblem(403, "complaint.approver_is_requester");
        (await Decide(tenant.Administrator, id, bosses)).IsProblem(403, "complaint.approver_is_requester");
        (await Decide(saras, id, bosses)).IsProblem(403, "permission_missing");
        var mine = (await Offer(saras, id, 90)).Is(200).OfferId(1);
        (await Decide(boss, id, mine)).IsProblem(409, "complaint.offer_decided");
        var above = (await Offer(saras, id, 900)).Is(200).OfferId(2);
        (await boss.Step(id, $"offers/{above}/approval", new { approved = true, reason = "" })).Is(422);
        Assert.Equal("notApproved", (await Decide(boss, id, above, approved: false)).Is(200).Text("offers.2.state"));
        (await Decide(boss, id, above)).IsProblem(409, "complaint.offer_decided");
        (await saras.Step(id, $"offers/{above}/acceptance", new { channel = "phone" })).IsProblem(409, "complaint.offer_not_approved");
        Assert.Contains("complaint.offer_not_approved", await saras.Notified());
        (await Decide(boss, id, OfferId.New(tenant.Host.Clock.GetUtcNow()).ToString())).IsProblem(404, "offer.not_found");
        var stranger = await (await Host.NewTenant()).Employ("Stranger", Role.Administrator);
        (await Decide(stranger.Client, id, bosses)).IsProblem(404, "complaint.not_found");
        // A second person who is partial is none.
        var ((_, second), (_, third)) = (await tenant.Employ("Second", Role.Supervisor), await tenant.Employ("Third", Role.Supervisor));
        (await second.Post("/v1/conflicts", new { customerId = (await boss.Get("/v1/complaints/" + id)).Is(200).Text("customerId"), kind = "relative" })).Is(201);
        (await Decide(second, id, bosses)).IsProblem(409, "complaint.conflict_of_interest");
        (await Decide(third, id, bosses)).Is(200);
    }

    [Fact]
    public async Task An_approval_has_a_clock_and_work_of_somebody_else_which_end_with_it()
    {
        var tenant = await Host.NewTenant();
        var (lead, leads) = await tenant.Employ("Lead", Role.Supervisor);
        var (_, saras) = await tenant.EmployUnder(lead, "Sara");
        var other = (await tenant.Employ("Other", Role.Supervisor)).Id;
        await Cap(tenant);
        var (id, customer) = await Ready(tenant, saras);
        var offer = (await Offer(saras, id, 120)).Is(200).OfferId();
        var work = (await leads.Get("/v1/work?mine=true&kind=approval")).Is(200).Rows.Single();
        Assert.Equal((offer, lead), (work!["subject"]!.GetValue<string>(), work["ownerId"]!.GetValue<string>()));
        Assert.NotNull(work["dueAt"]);
        Assert.Contains("complaint.approval_requested", await leads.Notified());
        var clock = (await leads.Get("/v1/clocks?subject=" + offer)).Is(200).Rows.Single();
        Assert.Equal(("approval", "running"), (clock!["metric"]!.GetValue<string>(), clock["state"]!.GetValue<string>()));
        // It may be handed to others, but neither to who asked nor to who is partial.
        var sara = (await saras.Get("/v1/complaints/" + id)).Is(200).Text("offers.0.by");
        var item = work["id"]!.GetValue<string>();
        (await leads.HandOver(item, sara)).IsProblem(403, "complaint.approver_is_requester");
        (await leads.Assign(item, sara)).IsProblem(403, "complaint.approver_is_requester");
        (await tenant.Administrator.Post("/v1/conflicts", new { staffId = other, customerId = customer, kind = "relative" })).Is(201);
        (await leads.HandOver(item, other)).IsProblem(409, "conflict_of_interest");
        (await Decide(leads, id, offer)).Is(200);
        Assert.Equal("done", (await leads.Get("/v1/work/" + item)).Is(200).Text("state"));
        Assert.Equal("fulfilled", (await leads.Get("/v1/clocks?subject=" + offer)).Is(200).Rows.Single()!["state"]!.GetValue<string>());
        // What is withdrawn, with its complaint or alone, is decided by nobody any more.
        var next = (await Offer(saras, id, 200)).Is(200).OfferId(1);
        var last = (await Offer(saras, id, 300)).Is(200).OfferId(2);
        (await saras.Step(id, $"offers/{next}/withdrawal", new { reason = "Wrong" })).Is(200);
        (await saras.Step(id, "withdrawal", new { })).Is(200);
        foreach (var gone in new[] { next, last })
        {
            Assert.Equal("cancelled", (await leads.Get("/v1/work?state=cancelled&subject=" + gone)).Is(200).Rows.Single()!["state"]!.GetValue<string>());
            Assert.Equal("cancelled", (await leads.Get("/v1/clocks?subject=" + gone)).Is(200).Rows.Single()!["state"]!.GetValue<string>());
        }
        (await Decide(leads, id, last)).IsProblem(409, "complaint.closed");
    }

    [Fact]
    public async Task Where_the_tenant_has_said_nothing_only_what_costs_nothing_is_granted_and_alternatives_are_asked_alike()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        var id = (await saras.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", await tenant.NewCustomer())))).Is(201).Id;
        await saras.Lead(id, "desired-outcome", "playback");
        var refused = (await saras.Step(id, "refusal", new
        {
            thanks = "Thank you", reason = "Too late", channel = "phone",
            alternatives = new[] { ComplaintSteps.Offer("P14D", new { kind = "apologyLetter", text = "A letter" }), ComplaintSteps.Offer("P14D", new { kind = "points", text = "5 points", points = 5 }) },
        })).Is(200);
        Assert.Equal(("proposed", "pendingApproval"), (refused.Text("offers.0.state"), refused.Text("offers.1.state")));
        Assert.Equal((0, "no_authority"), (refused.Find("offers.1.authority.matrixVersion")!.GetValue<int>(), refused.Text("offers.1.authority.reasons.0.code")));
        // Nobody else works here, so nobody has the work yet; who comes takes it up, and it is not Sara.
        var work = (await saras.Get("/v1/work?kind=approval")).Is(200).Rows.Single()!;
        Assert.Null(work["ownerId"]);
        var next = (await tenant.Administrator.Post("/v1/staff", new { name = "Next" })).Is(201).Id;
        Assert.Equal(next, await tenant.Owner(work["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Fifty_approvals_at_once_have_one_effect_and_fifty_offers_at_once_stay_within_the_period()
    {
        var (tenant, saras, boss, id) = await Capped();
        var offer = (await Offer(saras, id, 120)).Is(200).OfferId();
        var decided = await ComplaintSteps.AtOnce(50, _ => Decide(boss, id, offer));
        Assert.Equal((1, 49), (decided.Count(d => d.Status == 200), decided.Count(d => d.Status == 409)));
        Assert.Single(await saras.Steps(id), s => s == "offerApproved");
        var complaints = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            complaints.Add((await Ready(tenant, saras)).Id);
        }
        var offered = await ComplaintSteps.AtOnce(50, i => Offer(saras, complaints[i], 40));
        Assert.All(offered, o => o.Is(200));
        Assert.Equal(2, offered.Count(o => o.Text("offers.0.state") == "proposed"));
    }

    private static Task<Answer> Offer(ApiClient client, string id, long amount) =>
        client.Step(id, "offers", ComplaintSteps.Offer("P14D", new { kind = "refund", text = "Money", amount = new { amount, currency = "USD" } }));

    private static Task<Answer> Decide(ApiClient client, string id, string offer, bool approved = true) => client.Step(id, $"offers/{offer}/approval", new { approved, reason = "Fine" });

    private static async Task Cap(TestTenant tenant) => (await tenant.Administrator.Put("/v1/authorities", new
    {
        rows = new[] { new { role = "agent", remedyKind = "refund", capPerCase = new { money = Money(100) }, capPerPeriod = new { money = Money(100) }, period = "P30D" } },
    }, "\"0\"")).Is(200);

    private static object Money(long amount) => new { amount, currency = "USD" };

    private static async Task<(string Id, string Customer)> Ready(TestTenant tenant, ApiClient client)
    {
        var filed = await client.File(tenant);
        await client.Lead(filed.Id, "desired-outcome", "playback");
        return (filed.Id, filed.Text("customerId"));
    }

    private async Task<(TestTenant Tenant, ApiClient Agent, ApiClient Supervisor, string Id)> Capped()
    {
        var (tenant, agent, supervisor, id, _) = await CappedAndTracked();
        return (tenant, agent, supervisor, id);
    }

    private async Task<(TestTenant Tenant, ApiClient Agent, ApiClient Supervisor, string Id, string Token)> CappedAndTracked()
    {
        var tenant = await Host.NewTenant();
        var ((_, saras), (_, boss)) = (await tenant.Employ("Sara"), await tenant.Employ("Boss", Role.Supervisor));
        await Cap(tenant);
        var filed = await saras.File(tenant);
        await saras.Lead(filed.Id, "desired-outcome", "playback");
        return (tenant, saras, boss, filed.Id, filed.Text("trackingToken"));
    }
}
