using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Purchases;
using static Crm.Api.Tests.Purchases.PurchaseSteps;

namespace Crm.Api.Tests.Members;

[Trait("Requirement", "S5-LOYAL-1")]
[Trait("Requirement", "S5-LOYAL-4")]
public sealed class EarnPointsTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_purchase_earns_in_its_own_transaction_and_what_comes_back_takes_points_with_it()
    {
        var (tenant, programme, customer, member) = await Start();
        var bought = await tenant.Buy(customer, 1005);
        Assert.Equal(100, await tenant.Available(member));
        (await tenant.GiveBack(bought.Id, new { amount = Money(333) })).Is(200);
        // A third of the points, rounded down in the member's favour.
        Assert.Equal(67, await tenant.Available(member));
        (await tenant.GiveBack(bought.Id)).Is(200);
        Assert.Equal(0, await tenant.Available(member));
        Assert.Equal(["earn", "clawback", "clawback"], await tenant.Kinds(member));
        var entry = (await tenant.Administrator.Get($"/v1/members/{member}/entries")).Rows[^1]!;
        Assert.Equal((bought.Id, "buy", 1), (entry["subject"]!.GetValue<string>(), entry["rule"]!.GetValue<string>(), entry["programmeVersion"]!.GetValue<int>()));
        Assert.Equal((1, 0), ((await tenant.Audit(programme)).Number("members"), (await tenant.Audit(programme)).Number("points")));
    }

    [Fact]
    public async Task Whoever_is_in_no_programme_or_buys_in_another_currency_earns_nothing()
    {
        var (tenant, _, customer, member) = await Start();
        await tenant.Buy(await tenant.NewCustomer(), 1000);
        await tenant.Buy(customer, 1000, ("total", Money(1000, "EUR")));
        await tenant.Buy(customer, 9);
        Assert.Empty(await tenant.Kinds(member));
    }

    [Fact]
    public async Task The_same_event_counts_once_whoever_sends_it_again()
    {
        var (tenant, programme, _, member) = await Start();
        var earned = (await tenant.Happens(member, "r1")).Is(200);
        Assert.Equal((50, "earned", "eventOther"), (earned.Number("points"), earned.Text("rules.1.verdict"), earned.Text("rules.0.verdict")));
        (await tenant.Happens(member, "r1")).IsProblem(409, "member.source_known");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => tenant.Happens(member, "r2"))));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => a.IsProblem(409, "member.source_known"));
        Assert.Equal(100, await tenant.Available(member));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Points_of_one_member_that_come_from_everywhere_at_once_all_count()
    {
        var (tenant, programme, customer, member) = await Start();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => i % 2 == 0 ? tenant.Buy(customer, 100) : tenant.Happens(member, "s" + i))));
        Assert.Equal(6 * 10 + 6 * 50, await tenant.Available(member));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Caps_refuse_one_event_and_cut_a_period_off()
    {
        var (tenant, programme, customer, member) = await Start(
            ("rules", new object[] { new { code = "buy", @event = "purchase", rate = new { points = 1, per = 10 }, mostPerPeriod = new { points = 150, period = "month" } } }),
            ("mostPerTransaction", 120), ("mostBalance", 140));
        await tenant.Buy(customer, 1210);
        Assert.Equal(0, await tenant.Available(member));
        Assert.Single(await tenant.Events("points.refused"));
        await tenant.Buy(customer, 1200);
        var examined = (await tenant.Administrator.Post($"/v1/programmes/{programme}/examination", new { @event = "purchase", memberId = member, amount = Money(1000) })).Is(200);
        Assert.Equal((20, 100, "earned"), (examined.Number("points"), examined.Number("rules.0.reckoned"), examined.Text("rules.0.verdict")));
        await tenant.Buy(customer, 1000);
        Assert.Equal(140, await tenant.Available(member));
        var full = (await tenant.Administrator.Post($"/v1/programmes/{programme}/examination", new { @event = "purchase", memberId = member, amount = Money(1000) })).Is(200);
        Assert.Equal("balanceCapReached", full.Text("rules.0.verdict"));
        (await tenant.Adjust(member, -100)).Is(200);
        await tenant.Buy(customer, 1000);
        Assert.Equal(50, await tenant.Available(member));
        Assert.Equal(2 + 2, (await tenant.Kinds(member)).Length);
    }

    [Fact]
    public async Task An_examination_explains_rule_by_rule_and_writes_nothing()
    {
        var tenant = await Host.NewTenant();
        var programme = (await tenant.Establish(("rules", new object[]
        {
            new
            {
                code = "kitchen", @event = "purchase", rate = new { points = 1, per = 10 }, rounding = "nearest",
                conditions = new object[] { new { fact = "category", comparison = "anyOf", values = new[] { "kitchen" } }, new { fact = "amount", comparison = "atLeast", number = 100 } },
                multipliers = new[] { new { tier = "gold", percent = 150 } },
            },
            new { code = "web", @event = "purchase", points = 5, conditions = new object[] { new { fact = "channel", comparison = "noneOf", values = new[] { "store" } } } },
        }), ("tiers", new { tiers = new[] { new { code = "gold", name = "Gold", threshold = 10 } } }))).Id;
        Task<Answer> Ask(long amount, string channel) => tenant.Administrator.Post($"/v1/programmes/{programme}/examination", new
        {
            @event = "purchase",
            amount = Money(amount),
            channel,
            lines = new object[] { new { sku = "K", amount = 95, category = "kitchen" }, new { sku = "B", amount = amount - 95, category = "books" } },
        });
        var both = (await Ask(200, "web")).Is(200);
        Assert.Equal((15, 95, 10, 5), (both.Number("points"), both.Number("rules.0.amount"), both.Number("rules.0.points"), both.Number("rules.1.points")));
        var neither = (await Ask(99, "store")).Is(200);
        Assert.Equal(("conditionNotMet", 1, "conditionNotMet", 0), (neither.Text("rules.0.verdict"), neither.Number("rules.0.condition"), neither.Text("rules.1.verdict"), neither.Number("rules.1.condition")));
        var (customer, _) = (await tenant.NewCustomer(), 0);
        var member = await tenant.Enrol(programme, customer);
        await tenant.Buy(customer, 200, ("channel", "web"), ("lines", new object[] { new { sku = "K", quantity = 1, amount = Money(200), category = "kitchen" } }));
        Assert.Equal(25, await tenant.Available(member));
        // Gold now, and half as much more.
        await tenant.Buy(customer, 200, ("channel", "store"), ("lines", new object[] { new { sku = "K", quantity = 1, amount = Money(200), category = "kitchen" } }));
        Assert.Equal(55, await tenant.Available(member));
    }

    [Fact]
    public async Task What_comes_too_fast_is_held_until_somebody_looks_at_it()
    {
        var (tenant, programme, _, member) = await Start(("velocity", new { earnings = 2, minutes = 60 }));
        foreach (var source in new[] { "a", "b", "c", "d" })
        {
            (await tenant.Happens(member, source)).Is(200);
        }
        var balance = await tenant.Balance(member);
        Assert.Equal((100, 100), (balance.Number("available"), balance.Number("held")));
        Task<Answer> Review(int number, bool approve) => tenant.Administrator.Post($"/v1/members/{member}/entries/{number}/review", new { approve, reason = "Looked" });
        (await Review(1, true)).IsProblem(409, "member.not_held");
        (await Review(9, true)).IsProblem(404, "member.entry_unknown");
        (await Review(3, true)).Is(200);
        (await Review(4, false)).Is(200);
        (await Review(3, false)).IsProblem(409, "member.not_held");
        balance = await tenant.Balance(member);
        Assert.Equal((150, 0), (balance.Number("available"), balance.Number("held")));
        Assert.Equal(["earn", "earn", "earn", "earn", "activate", "reverse"], await tenant.Kinds(member));
        var agent = (await tenant.Employ("Agent")).Client;
        (await agent.Post($"/v1/members/{member}/entries/3/review", new { approve = true, reason = "I" })).Is(403);
        (await agent.Post($"/v1/members/{member}/adjustments", new { points = 1, reason = "I" })).Is(403);
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_the_ledger_is_as_it_was()
    {
        var (tenant, programme, customer, member) = await Start();
        var other = await Host.NewTenant();
        (await tenant.Happens(member, "x", more: new { @event = "review", source = "x", at = Host.In(TimeSpan.FromHours(1)) })).IsInvalid("/at", "event_in_future");
        (await tenant.Happens(member, "x", "purchase")).IsInvalid("/event", "event_is_purchase");
        (await tenant.Happens(member, "")).IsInvalid("/source", "required");
        (await tenant.Adjust(member, 0)).IsInvalid("/points", "points_zero");
        (await tenant.Adjust(member, -1)).IsProblem(409, "member.balance_insufficient");
        (await tenant.Adjust(member, 9_007_199_254_740_992)).IsInvalid("/points", "out_of_range");
        (await tenant.Adjust(member, 9_007_199_254_740_991)).Is(200);
        (await tenant.Adjust(member, 1)).IsProblem(409, "member.points_overflow");
        (await tenant.Adjust(member, -9_007_199_254_740_991)).Is(200);
        (await other.Administrator.Post($"/v1/members/{member}/events", new { @event = "review", source = "x" })).IsProblem(404, "member.not_found");
        (await tenant.Administrator.Post("/v1/members", new { programmeId = programme, customerId = customer })).IsProblem(409, "member.already_enrolled");
        (await other.Administrator.Post("/v1/members", new { programmeId = programme, customerId = await other.NewCustomer() })).IsProblem(422, "programme_unknown");
        (await tenant.Administrator.Delete("/v1/members/" + member, "*")).Is(204);
        (await tenant.Happens(member, "y")).IsProblem(409, "member.left");
        await tenant.Buy(customer, 1000);
        Assert.Equal(["adjust", "adjust"], await tenant.Kinds(member));
        await tenant.Audit(programme);
    }

    [Fact]
    public async Task Points_move_within_a_household_only_and_keep_their_end()
    {
        var (tenant, programme, _, member) = await Start(("expiry", new { kind = "rolling", length = 10, unit = "days" }));
        var partner = await tenant.Enrol(programme, await tenant.NewCustomer());
        (await tenant.Adjust(member, 100)).Is(200);
        Task<Answer> Move(long points, string to) => tenant.Administrator.Post($"/v1/members/{member}/transfers", new { toId = to, points });
        (await Move(10, partner)).IsProblem(409, "member.other_household");
        (await tenant.Administrator.Post($"/v1/members/{partner}/household", new { headId = member })).Is(200);
        (await tenant.Administrator.Post($"/v1/members/{member}/household", new { headId = partner })).IsProblem(422, "household_head_unknown");
        (await Move(101, partner)).IsProblem(409, "member.balance_insufficient");
        (await Move(10, member)).IsProblem(409, "member.other_household");
        (await Move(30, partner)).Is(200);
        Assert.Equal((70, 30), (await tenant.Available(member), await tenant.Available(partner)));
        Assert.Equal((await tenant.Balance(member)).Text("lots.0.expiresAt"), (await tenant.Balance(partner)).Text("lots.0.expiresAt"));
        Assert.Equal(100, (await tenant.Audit(programme)).Number("points"));
    }

    private async Task<(TestTenant Tenant, string Programme, string Customer, string Member)> Start(params (string Name, object? Value)[] members)
    {
        var tenant = await Host.NewTenant();
        var (programme, customer) = ((await tenant.Establish(members)).Id, await tenant.NewCustomer());
        return (tenant, programme, customer, await tenant.Enrol(programme, customer));
    }
}
