using static Crm.Api.Tests.Interactions.InteractionSteps;

namespace Crm.Api.Tests.Interactions;

public sealed class RecordInteractionsTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Answers_each_item_on_its_own()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        object[] items = [Call(customer, 5, ("subject", "first")), Call(customer, -90), new { customerId = customer, mood = 1 }, "no object", Call(customer, 6)];
        var answer = (await tenant.Administrator.Post("/v1/interactions:batch", new { items })).Is(200);
        Assert.Equal([201, 422, 422, 422, 201], answer.Body!["items"]!.AsArray().Select(i => i!["status"]!.GetValue<int>()));
        Assert.Equal([0, 1, 2, 3, 4], answer.Body["items"]!.AsArray().Select(i => i!["index"]!.GetValue<int>()));
        Assert.Equal((2, 3), (answer.Body["succeeded"]!.GetValue<int>(), answer.Body["failed"]!.GetValue<int>()));
        Assert.Equal("first", answer.Text("items.0.body.subject"));
        Assert.Equal("in_future", answer.Text("items.1.problem.errors.0.code"));
        Assert.Equal("/mood", answer.Text("items.2.problem.errors.0.pointer"));
        Assert.Equal(2, (await tenant.Administrator.Get("/v1/interactions")).Rows.Count);
    }

    [Fact]
    public async Task Records_nothing_twice_under_one_key()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var batch = new { items = Enumerable.Range(0, 200).Select(i => Call(customer, i)).ToList() };
        var first = (await tenant.Administrator.Post("/v1/interactions:batch", batch, ("Idempotency-Key", "import"))).Is(200);
        var second = (await tenant.Administrator.Post("/v1/interactions:batch", batch, ("Idempotency-Key", "import"))).Is(200);
        Assert.Equal(200, first.Body!["succeeded"]!.GetValue<int>());
        Assert.Equal("true", second.Headers["Idempotency-Replayed"]);
        Assert.Equal(first.Raw, second.Raw);
        Assert.Equal(200, (await tenant.Administrator.Get("/v1/interactions?count=true&limit=1")).Body!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Refuses_none_and_more_than_two_hundred()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Post("/v1/interactions:batch", new { items = Array.Empty<int>() })).IsInvalid("/items", "batch_size_invalid");
        (await tenant.Administrator.Post("/v1/interactions:batch", new { items = Enumerable.Range(0, 201) })).IsInvalid("/items", "batch_size_invalid");
        (await tenant.Administrator.Post("/v1/interactions:batch", "{}")).IsInvalid("/items", "required");
        (await tenant.Administrator.Post("/v1/interactions:batch", "[]")).Is(422);
        (await tenant.Administrator.Post("/v1/interactions:batch", "{\"items\":[]")).IsProblem(400, "json_malformed");
    }

    [Fact]
    public async Task Registers_customers_and_finds_duplicates_inside_the_batch()
    {
        var tenant = await Host.NewTenant();
        object[] items = [Person("ali"), Person("ali"), Person("sara")];
        var strict = (await tenant.Administrator.Post("/v1/customers:batch", new { items })).Is(200);
        Assert.Equal([201, 409, 201], strict.Body!["items"]!.AsArray().Select(i => i!["status"]!.GetValue<int>()));
        Assert.Equal(strict.Text("items.0.body.id"), strict.Text("items.1.problem.conflictingId"));
        var lax = (await tenant.Administrator.Post("/v1/customers:batch?allowDuplicate=true", new { items })).Is(200);
        Assert.Equal(3, lax.Body!["succeeded"]!.GetValue<int>());
    }

    private static object Person(string name) =>
        new { kind = "person", givenName = name, contactPoints = new[] { new { kind = "email", value = name + "@example.com" } } };
}
