using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;
using Crm.Api.Tests.Purchases;

namespace Crm.Api.Tests.Referrals;

/// <summary>Who brought whom, and what that earns, once.</summary>
[Trait("Requirement", "S5-REFER-1")]
public sealed class ReferralTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_first_purchase_converts_and_rewards_the_referrer_once_however_many_come_at_once()
    {
        var (tenant, programme, referrer, member) = await Start();
        var referral = (await Refer(tenant, referrer, person: Person("Sina"))).Is(201);
        var lead = referral.Text("referredId");
        Assert.Equal(("open", "lead"), (referral.Text("state"), (await tenant.Administrator.Get("/v1/customers/" + lead)).Is(200).Text("lifecycle")));
        var bought = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => tenant.Buy(lead, 1000))));
        var converted = (await tenant.Administrator.Get("/v1/referrals/" + referral.Id)).Is(200);
        Assert.Equal(("converted", 200L, 200L), (converted.Text("state"), converted.Number("points"), await tenant.Available(member)));
        Assert.Contains(converted.Text("purchaseId"), bought.Select(b => b.Id));
        var entry = Assert.Single((await tenant.Administrator.Get($"/v1/members/{member}/entries")).Is(200).Rows)!;
        Assert.Equal((referral.Id, "refer"), (entry["subject"]!.GetValue<string>(), entry["rule"]!.GetValue<string>()));
        (await tenant.Administrator.Post($"/v1/customers/{lead}/lifecycle", new { lifecycle = "customer" })).Is(200);
        Assert.Equal(200, await tenant.Available(member));
        Assert.Single(await tenant.Events("referral.converted"));
        (await tenant.Administrator.Delete("/v1/referrals/" + referral.Id, "*")).IsProblem(409, "referral.settled");
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Who_is_moved_to_customer_converts_and_the_lead_says_from_where_it_came()
    {
        var (tenant, _, referrer, member) = await Start();
        var lead = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "Lead", lifecycle = "prospect" })).Is(201).Id;
        (await Refer(tenant, referrer, lead)).Is(201);
        var source = Assert.Single((await tenant.Administrator.Get("/v1/referrals?referredId=" + lead)).Is(200).Rows)!;
        Assert.Equal((referrer, "link"), (source["referrerId"]!.GetValue<string>(), source["sourceCode"]!.GetValue<string>()));
        (await tenant.Administrator.Post($"/v1/customers/{lead}/lifecycle", new { lifecycle = "lead" })).Is(200);
        Assert.Equal(0, await tenant.Available(member));
        (await tenant.Administrator.Post($"/v1/customers/{lead}/lifecycle", new { lifecycle = "customer" })).Is(200);
        await tenant.Buy(lead, 1000);
        Assert.Equal(200, await tenant.Available(member));
    }

    [Fact]
    public async Task Nobody_refers_themselves_a_customer_or_whom_somebody_referred_before()
    {
        var (tenant, programme, referrer, _) = await Start();
        (await Refer(tenant, referrer, referrer)).IsProblem(409, "referral.self_referral");
        (await Refer(tenant, referrer, person: Person("Same", "0912 555 0001"))).IsProblem(409, "referral.self_referral");
        var relative = (await Lead(tenant, "Relative")).Id;
        (await tenant.Administrator.Post($"/v1/customers/{relative}/relations", new { kind = "memberOfHousehold", otherCustomerId = referrer })).Is(201);
        (await Refer(tenant, referrer, relative)).IsProblem(409, "referral.self_referral");
        var collector = (await Lead(tenant, "Collector")).Id;
        var theirs = await tenant.Enrol(programme, collector);
        var head = (await tenant.Administrator.Get("/v1/members?customerId=" + referrer)).Is(200).Rows[0]!["id"]!.GetValue<string>();
        (await tenant.Administrator.Post($"/v1/members/{theirs}/household", new { headId = head })).Is(200);
        (await Refer(tenant, referrer, collector)).IsProblem(409, "referral.self_referral");

        var buyer = (await Lead(tenant, "Buyer")).Id;
        await tenant.Buy(buyer, 10);
        (await Refer(tenant, referrer, buyer)).IsProblem(409, "referral.already_customer");
        var customer = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "Old", lifecycle = "dormant" })).Is(201).Id;
        Assert.Equal(customer, (await Refer(tenant, referrer, customer)).IsProblem(409, "referral.already_customer").Text("conflictingId"));
        (await Refer(tenant, referrer, "customer_01j00000000000000000000000")).IsProblem(422, "referred_unknown");
        (await Refer(tenant, "customer_01j00000000000000000000000", buyer)).IsProblem(422, "referrer_unknown");
        (await Refer(tenant, referrer, buyer, Person("Two"))).IsInvalid("/person", "referred_unclear");

        var (wanted, other) = ((await Lead(tenant, "Wanted")).Id, await tenant.NewCustomer("Other"));
        var answers = await Task.WhenAll(new[] { referrer, other, referrer, other }.Select(r => Task.Run(() => Refer(tenant, r, wanted))));
        Assert.Equal([201, 409, 409, 409], answers.Select(a => a.Status).Order());
        var second = (await Refer(tenant, other, wanted)).IsProblem(409, "referral.already_referred");
        var first = answers.Single(a => a.Status == 201).Id;
        Assert.Equal(first, second.Text("conflictingId"));
        // Taken back, another one counts.
        (await tenant.Administrator.Delete("/v1/referrals/" + first, "*")).Is(204);
        (await tenant.Administrator.Delete("/v1/referrals/" + first, "*")).Is(204);
        (await Refer(tenant, other, wanted)).Is(201);
        // A new person who is known already is not recorded twice.
        (await tenant.Administrator.Post("/v1/referrals", new { referrerId = other, person = Person("Someone", "0912 555 0009") })).Is(201);
        (await tenant.Administrator.Post("/v1/referrals", new { referrerId = referrer, person = Person("Someone", "0912 555 0009") })).IsProblem(409, "customer.duplicate");
    }

    [Fact]
    public async Task A_lead_that_is_merged_into_a_customer_earns_nothing_and_a_merged_referrer_everything()
    {
        var (tenant, _, referrer, _) = await Start();
        var (lead, customer) = ((await Lead(tenant, "Lead")).Id, await tenant.NewCustomer());
        await tenant.Buy(customer, 10);
        var referral = (await Refer(tenant, referrer, lead)).Is(201).Id;
        await Merge(customer, lead);
        await tenant.Buy(customer, 10);
        Assert.Equal("unfounded", (await tenant.Administrator.Get("/v1/referrals/" + referral)).Is(200).Text("state"));
        var other = (await Lead(tenant, "Other")).Id;
        referral = (await Refer(tenant, referrer, other)).Is(201).Id;
        var survivor = await tenant.NewCustomer("Survivor");
        await Merge(survivor, referrer);
        await tenant.Buy(other, 10);
        var settled = (await tenant.Administrator.Get("/v1/referrals/" + referral)).Is(200);
        Assert.Equal(("converted", survivor, 200L), (settled.Text("state"), settled.Text("referrerId"), settled.Number("points")));

        async Task Merge(string keeps, string loses) =>
            (await tenant.Administrator.Post($"/v1/customers/{keeps}:merge", new { loserId = loses }, ("If-Match", "*"))).Is(200);
    }

    private async Task<(TestTenant Tenant, string Programme, string Referrer, string Member)> Start()
    {
        var tenant = await Host.NewTenant();
        var programme = (await tenant.Establish(("rules", new[] { new { code = "refer", @event = "referral", points = 200 } }))).Id;
        var referrer = (await tenant.Administrator.Post("/v1/customers", Person("Mina", "0912 555 0001"))).Is(201).Id;
        return (tenant, programme, referrer, await tenant.Enrol(programme, referrer));
    }

    private static object Person(string name, string? phone = null) =>
        new { kind = "person", givenName = name, contactPoints = phone is null ? [] : new[] { new { kind = "phone", value = phone } } };

    private static async Task<Answer> Lead(TestTenant tenant, string name) =>
        (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = name, lifecycle = "lead" })).Is(201);

    private static Task<Answer> Refer(TestTenant tenant, string referrer, string? referredId = null, object? person = null) =>
        tenant.Administrator.Post("/v1/referrals", new { referrerId = referrer, referredId, person, sourceCode = "link" });
}
