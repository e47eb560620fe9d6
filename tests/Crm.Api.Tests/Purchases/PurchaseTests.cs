using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using static Crm.Api.Tests.Purchases.PurchaseSteps;

namespace Crm.Api.Tests.Purchases;

[Trait("Requirement", "S5-LOYAL-1")]
public sealed class PurchaseTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Recorded_read_listed_and_told_to_the_timeline()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var made = await tenant.Buy(customer, 900, ("lines", new object[]
        {
            new { sku = "KETTLE", quantity = 1, amount = Money(700), category = "kitchen" }, new { sku = "CUP", quantity = 4, amount = Money(200) },
        }), ("discount", Money(100)), ("margin", Money(-50)), ("channel", "web"));
        Assert.Equal("/v1/purchases/" + made.Id, made.Headers["Location"]);
        Assert.Equal((900, 100, -50, 0), (made.Amount("total"), made.Amount("discount"), made.Amount("margin"), made.Amount("returned")));
        Assert.Equal(made.Raw, (await tenant.Administrator.Get("/v1/purchases/" + made.Id)).Is(200).Raw);
        var second = await tenant.Buy(customer, 5);
        Assert.Equal([second.Id, made.Id], (await tenant.Administrator.Get("/v1/purchases?customerId=" + customer)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>()));
        var told = (await tenant.Administrator.Get($"/v1/customers/{customer}/timeline")).Is(200).Rows;
        Assert.Equal(2, told.Count(r => r!["type"]!.GetValue<string>() == "purchase.recorded"));
        Assert.Equal(2, (await tenant.Events("purchase.recorded")).Count);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var customer = await tenant.NewCustomer();
        Task<Answer> Post(long amount = 10, params (string Name, object? Value)[] members) => tenant.Administrator.Post("/v1/purchases", Host.Bought(customer, amount, members));
        (await Post(-1)).IsInvalid("/total/amount", "out_of_range");
        (await Post(10, ("total", new { amount = 1.5m, currency = "IRR" }))).IsInvalid("/total/amount", "type_invalid");
        (await Post(10, ("total", new { amount = 99999999999999999999m, currency = "IRR" }))).IsInvalid("/total/amount", "type_invalid");
        (await Post(9_007_199_254_740_992)).IsInvalid("/total/amount", "out_of_range");
        (await Post(10, ("total", Money(10, "XYZ")))).IsInvalid("/total/currency", "currency_unknown");
        (await Post(10, ("discount", Money(1, "EUR")))).IsInvalid("/discount/currency", "currency_differs");
        (await Post(10, ("purchasedAt", Host.In(TimeSpan.FromMinutes(6))))).IsInvalid("/purchasedAt", "event_in_future");
        (await Post(10, ("lines", new object[] { new { sku = "A", quantity = 1, amount = Money(9) } }))).IsInvalid("/lines", "lines_differ_from_total");
        (await Post(10, ("lines", new object[] { new { sku = "A", quantity = 0, amount = Money(10) } }))).IsInvalid("/lines/0/quantity", "out_of_range");
        (await Post(10, ("customerId", await other.NewCustomer()))).IsProblem(422, "reference_unknown");
        Assert.Empty((await tenant.Administrator.Get("/v1/purchases")).Rows);
    }

    [Fact]
    public async Task Told_again_by_the_shops_own_key_it_counts_once()
    {
        var tenant = await Host.NewTenant();
        var (client, customer) = (tenant.Administrator, await tenant.NewCustomer());
        var body = Host.Bought(customer, 10);
        var made = (await client.Put("/v1/purchases/by-external-id/till%2F7", body)).Is(201);
        Assert.Equal("till/7", made.Text("externalId"));
        Assert.Equal(made.ETag, (await client.Put("/v1/purchases/by-external-id/till%2F7", body)).IsProblem(428, "if_match_required").ETag);
        Assert.Equal(made.Raw, (await client.Put("/v1/purchases/by-external-id/till%2F7", body, made.ETag)).Is(200).Raw);
        (await client.Put("/v1/purchases/by-external-id/till%2F7", Host.Bought(customer, 11), made.ETag)).IsProblem(409, "purchase.is_fixed");
        Assert.Equal(made.Id, (await client.Post("/v1/purchases", Host.Bought(customer, 10, ("externalId", "till/7")))).IsProblem(409, "external_id_taken").Text("conflictingId"));
        Assert.Single((await client.Get("/v1/purchases")).Rows);
    }

    [Fact]
    public async Task A_batch_records_what_is_right_and_refuses_the_rest_one_by_one()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        object[] items = [.. Enumerable.Range(0, 20).Select(i => Host.Bought(customer, i == 7 ? -1 : i, ("externalId", "b" + i)))];
        var answer = (await tenant.Administrator.Post("/v1/purchases:batch", new { items })).Is(200);
        Assert.Equal((19, 1), (answer.Find("succeeded")!.GetValue<int>(), answer.Find("failed")!.GetValue<int>()));
        Assert.Equal(422, answer.Find("items.7.status")!.GetValue<int>());
        var again = (await tenant.Administrator.Post("/v1/purchases:batch", new { items })).Is(200);
        Assert.Equal(0, again.Find("succeeded")!.GetValue<int>());
        Assert.Equal(answer.Text("items.3.body.id"), again.Text("items.3.problem.conflictingId"));
        (await tenant.Administrator.Post("/v1/purchases:batch", new { items = Enumerable.Repeat(items[0], 201) })).IsProblem(422, "batch_size_invalid");
    }

    [Fact]
    public async Task Returns_in_part_and_whole_and_never_more_than_was_bought()
    {
        var tenant = await Host.NewTenant();
        var made = await tenant.Buy(await tenant.NewCustomer(), 1000, ("lines", new object[]
        {
            new { sku = "KETTLE", quantity = 1, amount = Money(800) }, new { sku = "CUP", quantity = 3, amount = Money(200) },
        }), ("margin", Money(100)));
        var cup = (await tenant.GiveBack(made.Id, new { lines = new[] { new { line = 2, quantity = 1 } }, externalId = "r1" })).Is(200);
        Assert.Equal((66, 6), (cup.Amount("returned"), cup.Amount("returns.0.margin")));
        (await tenant.GiveBack(made.Id, new { lines = new[] { new { line = 2, quantity = 1 } }, externalId = "r1" })).IsProblem(409, "purchase.return_known");
        (await tenant.GiveBack(made.Id, new { lines = new[] { new { line = 2, quantity = 3 } } })).IsProblem(409, "purchase.return_above_purchase");
        (await tenant.GiveBack(made.Id, new { lines = new[] { new { line = 3, quantity = 1 } } })).IsInvalid("/lines", "purchase_line_unknown");
        (await tenant.GiveBack(made.Id, new { amount = Money(935) })).IsProblem(409, "purchase.return_above_purchase");
        (await tenant.GiveBack(made.Id, new { amount = Money(1, "EUR") })).IsInvalid("/amount/currency", "currency_differs");
        (await tenant.GiveBack(made.Id, new { amount = Money(0) })).IsInvalid("/amount", "return_of_nothing");
        (await tenant.GiveBack(made.Id, new { returnedAt = Host.In(TimeSpan.FromHours(1)) })).IsInvalid("/returnedAt", "event_in_future");
        (await tenant.GiveBack(made.Id, new { returnedAt = "2020-01-01T00:00:00Z" })).IsInvalid("/returnedAt", "return_before_purchase");
        var cups = (await tenant.GiveBack(made.Id, new { lines = new[] { new { line = 2, quantity = 2 } } })).Is(200);
        Assert.Equal(200, cups.Amount("returned"));
        var rest = (await tenant.GiveBack(made.Id)).Is(200);
        Assert.Equal((1000, 100), (rest.Amount("returned"), Enumerable.Range(0, 3).Sum(i => rest.Amount($"returns.{i}.margin"))));
        (await tenant.GiveBack(made.Id)).IsProblem(409, "purchase.returned_whole");
        Assert.Equal(rest.Raw, (await tenant.Administrator.Get("/v1/purchases/" + made.Id)).Is(200).Raw);
        Assert.Equal(3, (await tenant.Events("purchase.returned")).Count);
    }

    [Fact]
    public async Task Two_returns_at_once_never_bring_back_more_than_there_is()
    {
        var tenant = await Host.NewTenant();
        var made = await tenant.Buy(await tenant.NewCustomer(), 100);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => tenant.GiveBack(made.Id, new { amount = Money(30) }))));
        Assert.Equal(3, answers.Count(a => a.Status == 200));
        Assert.All(answers.Where(a => a.Status != 200), a => a.IsProblem(409, "purchase.return_above_purchase"));
        Assert.Equal(90, (await tenant.Administrator.Get("/v1/purchases/" + made.Id)).Amount("returned"));
    }
}
