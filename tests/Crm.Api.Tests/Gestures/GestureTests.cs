using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Members;
using static Crm.Api.Tests.Purchases.PurchaseSteps;

namespace Crm.Api.Tests.Gestures;

[Trait("Requirement", "S5-APPREC-1")]
public sealed class GestureTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Without_rules_a_second_person_decides_and_never_the_same_one()
    {
        var tenant = await Host.NewTenant();
        var (_, sara) = await tenant.Employ("Sara");
        var (_, lead) = await tenant.Employ("Lead", Domain.Role.Supervisor);
        var customer = await tenant.NewCustomer();
        var given = (await Note(sara, customer)).Is(201);
        Assert.Equal(("awaitingApproval", "noRules"), (given.Text("state"), given.Text("concerns.0")));
        (await Decide(sara, given.Id)).Is(403);
        var own = (await Note(lead, await tenant.NewCustomer())).Is(201);
        (await Decide(lead, own.Id)).IsProblem(403, "gesture.own_gesture");
        Assert.Equal("granted", (await Decide(lead, given.Id)).Is(200).Text("state"));
        (await Decide(lead, given.Id)).IsProblem(409, "gesture.decided");
        Assert.Equal("refused", (await Decide(tenant.Administrator, own.Id, false)).Is(200).Text("state"));
    }

    [Fact]
    public async Task A_budget_gives_refuses_where_it_is_nothing_and_asks_beyond()
    {
        var tenant = await Host.NewTenant();
        (await Rules(tenant, 0, new { scope = "person", period = "month", gestures = 2, cost = Money(100) })).Is(200);
        var (_, sara) = await tenant.Employ("Sara");
        Task<Answer> Gift(long cost, string currency = "IRR") => GiftTo(tenant, sara, cost, currency);
        Assert.Equal("granted", (await Gift(60)).Is(201).Text("state"));
        Assert.Equal("overBudget", (await Gift(41)).Is(201).Text("concerns.0"));
        var (_, ali) = await tenant.Employ("Ali");
        Assert.Equal("granted", (await GiftTo(tenant, ali, 100, "IRR")).Is(201).Text("state"));
        Assert.Equal("currencyDiffers", (await GiftTo(tenant, (await tenant.Employ("Reza")).Client, 1, "EUR")).Is(201).Text("concerns.0"));
        (await Rules(tenant, 0, new { scope = "tenant", period = "year", gestures = 0 })).Is(200);
        (await Gift(1)).IsProblem(409, "gesture.no_budget");
    }

    [Fact]
    public async Task Two_at_once_do_not_share_what_is_left()
    {
        var tenant = await Host.NewTenant();
        (await Rules(tenant, 0, new { scope = "tenant", period = "year", gestures = 3 })).Is(200);
        var (_, sara) = await tenant.Employ("Sara");
        var customers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tenant.NewCustomer()));
        var answers = await Task.WhenAll(customers.Select(c => Task.Run(() => Note(sara, c))));
        Assert.Equal(3, answers.Count(a => a.Is(201).Text("state") == "granted"));
    }

    [Fact]
    public async Task Points_for_a_complaint_are_an_entry_of_the_ledger_linked_both_ways_and_a_second_gesture_too_soon_asks()
    {
        var tenant = await Host.NewTenant();
        (await Rules(tenant, 30, new { scope = "person", period = "month", points = 1000 })).Is(200);
        var (programme, customer) = ((await tenant.Establish()).Id, await tenant.NewCustomer());
        var member = await tenant.Enrol(programme, customer);
        var complaint = await new Product.Specimens(tenant.Administrator, Product.ApiOperation.Of(Host), "Gesture", tenant).Make("complaint");
        var owner = (await tenant.Administrator.Get("/v1/complaints/" + complaint)).Is(200).Text("customerId");
        (await Give(tenant.Administrator, new { customerId = customer, kind = "points", occasion = "badExperience", points = 50, memberId = member, complaintId = complaint })).Is(422);
        var theirs = await tenant.Enrol(programme, owner);
        (await Give(tenant.Administrator, new { customerId = customer, kind = "points", occasion = "badExperience", points = 50, memberId = theirs })).IsProblem(422, "membership_unknown");
        var given = (await Give(tenant.Administrator, new { customerId = owner, kind = "points", occasion = "badExperience", points = 50, memberId = theirs, complaintId = complaint })).Is(201);
        Assert.Equal(("granted", 50), (given.Text("state"), await tenant.Available(theirs)));
        var entry = (await tenant.Administrator.Get($"/v1/members/{theirs}/entries")).Rows[0]!;
        Assert.Equal((complaint, given.Text("entryId")), (entry["subject"]!.GetValue<string>(), entry["id"]!.GetValue<string>()));
        var again = (await Give(tenant.Administrator, new { customerId = owner, kind = "points", occasion = "thanks", points = 10, memberId = theirs })).Is(201);
        Assert.Equal(("awaitingApproval", "cooldown", 50), (again.Text("state"), again.Text("concerns.0"), await tenant.Available(theirs)));
        (await Decide(tenant.Administrator, again.Id)).Is(200);
        Assert.Equal(60, await tenant.Available(theirs));
        Assert.Single((await tenant.Administrator.Get("/v1/gestures?complaintId=" + complaint)).Is(200).Rows);
        (await Give(tenant.Administrator, new { customerId = owner, kind = "note", occasion = "thanks", points = 10 })).IsInvalid("/points", "gesture_points_misplaced");
        await tenant.Audit(programme);
    }

    private static Task<Answer> Give(ApiClient client, object body) => client.Post("/v1/gestures", body);

    private static Task<Answer> Note(ApiClient client, string customerId) => Give(client, new { customerId, kind = "note", occasion = "thanks", words = "ممنون" });

    private static async Task<Answer> GiftTo(TestTenant tenant, ApiClient client, long cost, string currency) =>
        await Give(client, new { customerId = await tenant.NewCustomer(), kind = "gift", occasion = "birthday", cost = Money(cost, currency) });

    private static Task<Answer> Decide(ApiClient client, string id, bool approve = true) => client.Post($"/v1/gestures/{id}/decision", new { approve, reason = "Seen" });

    private static Task<Answer> Rules(TestTenant tenant, int cooldownDays, params object[] budgets) => tenant.Administrator.Put("/v1/gesture-rules", new { cooldownDays, budgets }, "*");
}
