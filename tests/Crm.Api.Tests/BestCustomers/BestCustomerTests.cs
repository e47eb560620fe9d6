using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.KeyAccounts;
using Crm.Api.Tests.Members;
using Crm.Api.Tests.Purchases;
using static Crm.Api.Tests.Purchases.PurchaseSteps;

namespace Crm.Api.Tests.BestCustomers;

[Trait("Requirement", "S5-BEST-1")]
public sealed class BestCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Quintiles_as_of_any_instant_and_a_past_one_stays_as_it_was()
    {
        var tenant = await Host.NewTenant();
        var customers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => tenant.NewCustomer()));
        var bought = new List<Answer>();
        for (var i = 0; i < 5; i++)
        {
            for (var n = 0; n <= i; n++)
            {
                bought.Add(await tenant.Buy(customers[i], 100 * (i + 1), ("purchasedAt", $"2026-0{i + 1}-1{n}T08:00:00Z")));
            }
        }
        const string AsOf = "/v1/best-customers?currency=IRR&asOf=2026-06-01T00:00:00Z";
        var then = (await tenant.Administrator.Get(AsOf)).Is(200);
        Assert.Equal(5, then.Number("customers"));
        Assert.Equal((customers[4], 5, 5, 5, 17, 5, 2500), (then.Text("data.0.customerId"), then.Number("data.0.recency"), then.Number("data.0.frequency"), then.Number("data.0.money"),
            then.Number("data.0.daysSinceLast"), then.Number("data.0.purchases"), then.Number("data.0.net")));
        Assert.Equal((customers[0], 1, 1, 1), (then.Text("data.4.customerId"), then.Number("data.4.recency"), then.Number("data.4.frequency"), then.Number("data.4.money")));
        (await tenant.GiveBack(bought[^1].Id)).Is(200);
        await tenant.Buy(customers[0], 1_000_000);
        Assert.Equal(then.Raw, (await tenant.Administrator.Get(AsOf)).Is(200).Raw);
        Assert.Equal(customers[0], (await tenant.Administrator.Get("/v1/best-customers?days=3660&currency=IRR")).Rows.OrderByDescending(r => r!["net"]!.GetValue<long>()).First()!["customerId"]!.GetValue<string>());
        (await tenant.Administrator.Get("/v1/best-customers?days=0")).IsProblem(422, "window_invalid");
        Assert.Equal(("champions", 2), (then.Text("data.0.segment"), then.Number("segments.0.customers")));
        Assert.Equal(5, then.Body!["segments"]!.AsArray().Sum(s => s!["customers"]!.GetValue<int>()));
        Assert.Equal([customers[4], customers[3]], (await tenant.Administrator.Get(AsOf + "&segment=champions")).Is(200).Rows.Select(r => r!["customerId"]!.GetValue<string>()));
        (await tenant.Administrator.Get(AsOf + "&segment=kings")).IsProblem(422, "rfm_segment_unknown");
        object Groups(int least, int most) => new { rfmSegments = new object[] { new { name = "مشتریان ویژه", minMoney = least, maxMoney = most } } };
        (await tenant.Administrator.Patch("/v1/settings", Groups(5, 4), "*")).IsInvalid("/rfmSegments/0/maxMoney", "rfm_bounds_reversed");
        (await tenant.Administrator.Patch("/v1/settings", Groups(0, 4), "*")).IsInvalid("/rfmSegments/0/minMoney", "out_of_range");
        (await tenant.Administrator.Patch("/v1/settings", Groups(4, 5), "*")).Is(200);
        var own = (await tenant.Administrator.Get(AsOf)).Is(200);
        Assert.Equal(("مشتریان ویژه", 2), (own.Text("data.1.segment"), own.Number("segments.0.customers")));
        Assert.Null(own.Find("data.4.segment"));
    }

    [Fact]
    [Trait("Requirement", "S5-RET-1")]
    public async Task Retention_counts_who_stayed_who_is_new_and_who_came_back()
    {
        var tenant = await Host.NewTenant();
        async Task Buyer(params string[] months)
        {
            var customer = await tenant.NewCustomer();
            foreach (var month in months)
            {
                await tenant.Buy(customer, 10, ("purchasedAt", $"{month}-15T08:00:00Z"));
            }
        }
        foreach (var months in new string[][] { ["2026-03", "2026-06"], ["2026-03", "2026-06"], ["2026-03"], ["2026-06"], ["2025-01", "2026-06"], ["2025-01"] })
        {
            await Buyer(months);
        }
        var told = (await tenant.Administrator.Get("/v1/retention?from=2026-04-01T00:00:00Z&to=2026-07-01T00:00:00Z&activeDays=31")).Is(200);
        Assert.Equal((3, 3, 1, 1), (told.Number("atStart"), told.Number("atEnd"), told.Number("new"), told.Number("wonBack")));
        Assert.Equal((0.6667m, 0.3333m), (told.Find("retention")!.GetValue<decimal>(), told.Find("churn")!.GetValue<decimal>()));
    }

    [Fact]
    [Trait("Requirement", "S5-RET-1")]
    public async Task Retention_by_agreement_counts_members_and_key_accounts_while_their_agreement_lives()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var programme = (await tenant.Establish()).Id;
        var stays = (await tenant.Enrol(programme, await tenant.NewCustomer()), await tenant.NewCustomer());
        var (leaves, returns) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        (await tenant.Designate(stays.Item2)).Is(201);
        var (left, back) = (await tenant.Enrol(programme, leaves), await tenant.Enrol(programme, returns));
        (await tenant.Administrator.Send(HttpMethod.Delete, "/v1/members/" + back, null, ("If-Match", "*"))).Is(204);
        own.Clock.Advance(TimeSpan.FromDays(10));
        var from = own.Clock.GetUtcNow();
        own.Clock.Advance(TimeSpan.FromDays(10));
        (await tenant.Administrator.Send(HttpMethod.Delete, "/v1/members/" + left, null, ("If-Match", "*"))).Is(204);
        await tenant.Enrol(programme, await tenant.NewCustomer());
        (await tenant.Designate(returns)).Is(201);
        own.Clock.Advance(TimeSpan.FromDays(1));
        var told = (await tenant.Administrator.Get($"/v1/retention?activity=contractual&from={from:yyyy-MM-dd'T'HH:mm:ss'Z'}&to={own.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}")).Is(200);
        Assert.Equal(("agreementLive", null), (told.Text("definition"), told.Find("activeDays")));
        Assert.Equal((3, 3, 1, 1), (told.Number("atStart"), told.Number("atEnd"), told.Number("new"), told.Number("wonBack")));
        Assert.Equal(0.6667m, told.Find("retention")!.GetValue<decimal>());
        (await tenant.Administrator.Get("/v1/retention?activity=contractual&activeDays=30")).IsProblem(422, "window_invalid");
        (await tenant.Administrator.Get("/v1/retention?activity=often")).Is(422);
    }

    [Fact]
    [Trait("Requirement", "S5-RECOVER-1")]
    public async Task Of_ten_who_complained_six_are_satisfied_and_buy_again()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        await Product.TestTenantAccess.Employ(tenant, "Sara");
        var client = tenant.Administrator;
        var from = own.Clock.GetUtcNow().AddMinutes(-1);
        async Task<string> Complain(string? answer)
        {
            var customer = await tenant.NewCustomer();
            var id = (await client.File(tenant, "web", ("customerId", customer))).Id;
            if (answer is not null)
            {
                await client.Lead(id, "apology", "playback");
                (await client.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
                (await client.Step(id, "follow-ups", new { channel = "phone", answer })).Is(200);
            }
            return customer;
        }
        var satisfied = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            satisfied.Add(await Complain("solved"));
        }
        var unsatisfied = new List<string> { await Complain("notSolved"), await Complain("noAnswer"), await Complain(null) };
        own.Clock.Advance(TimeSpan.FromDays(30));
        foreach (var customer in satisfied.Take(6).Concat(unsatisfied))
        {
            await tenant.Buy(customer, 10);
        }
        var fresh = await Complain("solved");
        await tenant.Buy(fresh, 10);
        own.Clock.Advance(TimeSpan.FromDays(61));
        await tenant.Buy(satisfied[6], 10);
        var told = (await client.Get($"/v1/service-recovery?from={from:yyyy-MM-dd'T'HH:mm:ss'Z'}")).Is(200);
        Assert.Equal((11, 10, 6, 3, 1), (told.Number("complainants"), told.Number("matured"), told.Number("recovered"), told.Number("unsatisfied"), told.Number("lost")));
        Assert.Equal(0.6m, told.Find("rate")!.GetValue<decimal>());
        var calls = await ComplaintSteps.AtOnce(10, _ => client.Post("/v1/service-recovery/win-backs", new { from }));
        var opened = calls.SelectMany(c => c.Is(200).Rows).ToList();
        Assert.Equal([.. unsatisfied.Append(satisfied[6]).Order(StringComparer.Ordinal)], opened.Select(o => o!["customerId"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(satisfied[6], Assert.Single(opened, o => o!["satisfied"]!.GetValue<bool>())!["customerId"]!.GetValue<string>());
        var task = (await client.Get("/v1/work/" + opened[0]!["workId"]!.GetValue<string>())).Is(200);
        Assert.Equal(("task", opened[0]!["complaintId"]!.GetValue<string>(), opened[0]!["ownerId"]!.GetValue<string>()), (task.Text("kind"), task.Text("subject"), task.Text("ownerId")));
        (await client.Post($"/v1/work/{task.Id}/completion", new { note = "Bought again" })).Is(200);
        Assert.Empty((await client.Post("/v1/service-recovery/win-backs", new { from })).Is(200).Rows);
        (await client.Post("/v1/service-recovery/win-backs", new { days = 0 })).IsProblem(422, "window_invalid");
        (await client.Get("/v1/service-recovery?days=0")).IsProblem(422, "window_invalid");
        (await client.Get("/v1/service-recovery?segmentId=segment_01j00000000000000000000000")).IsProblem(422, "segment_unknown");
        Assert.Null((await (await own.NewTenant()).Administrator.Get("/v1/service-recovery")).Is(200).Find("rate"));
    }

    [Fact]
    [Trait("Requirement", "S5-RET-1")]
    public async Task A_cohort_is_followed_month_by_month_and_a_segment_by_itself()
    {
        var tenant = await Host.NewTenant();
        async Task Buyers(string tag, params string[] months)
        {
            var customer = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "A", tags = new[] { tag } })).Is(201).Id;
            foreach (var month in months)
            {
                await tenant.Buy(customer, 10, ("purchasedAt", month.Length == 7 ? $"{month}-15T08:00:00Z" : month));
            }
        }
        await Buyers("vip", "2026-01", "2026-02", "2026-04");
        await Buyers("vip", "2026-01", "2026-01", "2026-03");
        // The last evening of January in Greenwich is February in Tehran.
        await Buyers("other", "2026-01-31T22:00:00Z", "2026-03");
        await Buyers("other", "2025-12", "2026-02");
        await Buyers("other", "2026-05");
        var told = (await tenant.Administrator.Get("/v1/retention/cohorts?from=2026-01-01&months=4")).Is(200);
        Assert.Equal([2, 1, 0, 0], told.Rows.Select(c => c!["size"]!.GetValue<int>()));
        Assert.Equal([(1, 0, 0.5m), (1, 1, 0.5m), (1, 1, 0.5m)], told.Rows[0]!["months"]!.AsArray().Select(m => (m!["active"]!.GetValue<int>(), m["wonBack"]!.GetValue<int>(), m["retention"]!.GetValue<decimal>())));
        Assert.Equal([(1, 1m, 0m), (0, 0m, 1m)], told.Rows[1]!["months"]!.AsArray().Select(m => (m!["active"]!.GetValue<int>(), m["retention"]!.GetValue<decimal>(), m["churn"]!.GetValue<decimal>())));
        Assert.Null(told.Rows[2]!["months"]![0]!["retention"]);
        var segment = (await tenant.Administrator.Post("/v1/segments", new { name = "VIP", rule = new { all = new[] { new { any = new[] { new { fact = "tag", values = new[] { "vip" } } } } } } })).Is(201).Id;
        var vips = (await tenant.Administrator.Get("/v1/retention/cohorts?from=2026-01-01&months=4&segmentId=" + segment)).Is(200);
        Assert.Equal([2, 0, 0, 0], vips.Rows.Select(c => c!["size"]!.GetValue<int>()));
        const string Period = "from=2026-02-01T00:00:00Z&to=2026-04-01T00:00:00Z&activeDays=40";
        Assert.Equal((3, 2), ((await tenant.Administrator.Get("/v1/retention?" + Period)).Is(200).Number("atStart"), (await tenant.Administrator.Get($"/v1/retention?{Period}&segmentId={segment}")).Is(200).Number("atStart")));
        (await tenant.Administrator.Get("/v1/retention/cohorts?from=2026-01-02")).IsProblem(422, "months_invalid");
        (await tenant.Administrator.Get("/v1/retention/cohorts?months=13")).IsProblem(422, "months_invalid");
        (await tenant.Administrator.Get("/v1/retention/cohorts?segmentId=segment_01j00000000000000000000000")).IsProblem(422, "segment_unknown");
    }

    [Fact]
    [Trait("Requirement", "S5-RET-1")]
    public async Task Revenue_that_stays_shrinks_and_grows_comes_to_both_rates()
    {
        var tenant = await Host.NewTenant();
        foreach (var (before, after) in new (long, long)[] { (400, 400), (300, 250), (200, 400), (100, 0), (0, 5000) })
        {
            var customer = await tenant.NewCustomer();
            foreach (var (amount, on) in new[] { (before, "2026-03-15"), (after, "2026-06-15") }.Where(b => b.Item1 > 0))
            {
                await tenant.Buy(customer, amount, ("purchasedAt", on + "T08:00:00Z"));
            }
        }
        var told = (await tenant.Administrator.Get("/v1/retention/revenue?from=2026-04-01T00:00:00Z&to=2026-07-01T00:00:00Z&days=31&currency=IRR")).Is(200);
        Assert.Equal((1000, 100, 50, 200), (told.Number("atStart"), told.Number("churned"), told.Number("contracted"), told.Number("expanded")));
        Assert.Equal((0.85m, 1.05m), (told.Find("gross")!.GetValue<decimal>(), told.Find("net")!.GetValue<decimal>()));
        Assert.Null((await tenant.Administrator.Get("/v1/retention/revenue?currency=EUR")).Is(200).Find("gross"));
    }

    [Fact]
    [Trait("Requirement", "S4-MUTUAL-1")]
    public async Task What_customers_have_comes_to_what_the_tenant_has_and_a_return_takes_its_part()
    {
        var tenant = await Host.NewTenant();
        var customers = new[] { await tenant.NewCustomer(), await tenant.NewCustomer() };
        var first = await tenant.Buy(customers[0], 1000, ("discount", Money(200)), ("margin", Money(300)));
        await tenant.Buy(customers[1], 70, ("margin", Money(-7)));
        (await tenant.GiveBack(first.Id, new { amount = Money(250) })).Is(200);
        var whole = (await tenant.Administrator.Get("/v1/value-balance")).Is(200);
        var parts = await Task.WhenAll(customers.Select(c => tenant.Administrator.Get($"/v1/customers/{c}/value-balance")));
        Assert.Equal((150, 218), (whole.Number("lines.0.toCustomer.total"), whole.Number("lines.0.toCompany.total")));
        Assert.Equal((150, 225), (parts[0].Number("lines.0.toCustomer.total"), parts[0].Number("lines.0.toCompany.total")));
        Assert.Equal(-7, parts[1].Number("lines.0.toCompany.total"));
        var worth = (await tenant.Administrator.Get($"/v1/customers/{customers[0]}/lifetime-value?currency=IRR&retention=0.8&discount=0.1")).Is(200);
        Assert.Equal((225, 225, 600m), (worth.Number("historic"), worth.Number("yearMargin"), worth.Find("predicted")!.GetValue<decimal>()));
        Assert.Equal("m * r / (1 + i - r)", worth.Text("predictedFormula"));
    }

    [Fact]
    [Trait("Requirement", "S5-LOYAL-2")]
    public async Task A_gold_members_complaint_runs_under_gold_targets()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        (await client.Post("/v1/policies", new
        {
            name = "Gold",
            rank = 1,
            appliesTo = new { tiers = new[] { "gold" } },
            targets = new[] { new { metric = "firstResponse", target = "PT7M", elapsed = true } },
        })).Is(201);
        var (programme, customer) = ((await tenant.Establish(("tiers", new { tiers = new[] { new { code = "gold", name = "Gold", threshold = 10 } } }))).Id, await tenant.NewCustomer());
        var member = await tenant.Enrol(programme, customer);
        await tenant.Buy(customer, 100);
        Assert.Equal("gold", (await client.Get("/v1/members/" + member)).Text("tier"));
        Task<Answer> Start(string? customerId) => client.Post("/v1/commitments", new { customerId, text = "Call", within = "PT1H", responsibleId = Product.TestTenantAccess.Employ(tenant, "Sara").Result });
        var promise = (await Start(customer)).Is(201);
        var clock = (await client.Get("/v1/clocks?subject=" + promise.Id)).Is(200).Rows[0]!;
        Assert.Equal("gold", (await client.Get("/v1/clocks/" + clock["id"]!.GetValue<string>())).Text("tier"));
        var other = (await Start(await tenant.NewCustomer())).Is(201);
        Assert.Null((await client.Get("/v1/clocks/" + (await client.Get("/v1/clocks?subject=" + other.Id)).Rows[0]!["id"]!.GetValue<string>())).Find("tier"));
    }
}
