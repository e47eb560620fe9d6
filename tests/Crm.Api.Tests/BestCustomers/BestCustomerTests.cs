using Crm.Api.Tests.Interactions;
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
