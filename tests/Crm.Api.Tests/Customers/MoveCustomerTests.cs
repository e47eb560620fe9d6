namespace Crm.Api.Tests.Customers;

[Trait("Requirement", "S4-ALL-1")]
public sealed class MoveCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Keeps_id_and_history()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.Administrator.RegisterPerson("Ali", null, new { lifecycle = "lead" });
        var moved = (await tenant.Administrator.Post($"/v1/customers/{customer.Id}/lifecycle", new { lifecycle = "customer", reason = "نخستین سفارش" })).Is(200);
        Assert.Equal((customer.Id, "customer", "\"2\""), (moved.Id, moved.Text("lifecycle"), moved.ETag));
        (await tenant.Administrator.Post($"/v1/customers/{customer.Id}/lifecycle", new { lifecycle = "customer" })).Is(200);
        var history = (await tenant.Administrator.Get($"/v1/customers/{customer.Id}/lifecycle")).Is(200);
        Assert.Equal(["customer", "lead"], history.Rows.Select(r => r!["to"]!.GetValue<string>()));
        Assert.Equal("نخستین سفارش", history.Text("data.0.reason"));
        var first = (await tenant.Administrator.Get($"/v1/customers/{customer.Id}/lifecycle?limit=1")).Is(200);
        var second = (await tenant.Administrator.Get($"/v1/customers/{customer.Id}/lifecycle?limit=1&cursor={first.Text("next")}")).Is(200);
        Assert.Equal("lead", second.Text("data.0.to"));
    }

    [Fact]
    public async Task Refuses_what_is_no_stage_and_who_is_unknown()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var customer = await tenant.Administrator.RegisterPerson("Ali");
        (await tenant.Administrator.Post($"/v1/customers/{customer.Id}/lifecycle", new { lifecycle = "friend" })).Is(422);
        (await tenant.Administrator.Post($"/v1/customers/{customer.Id}/lifecycle", new { lifecycle = "lead", reason = new string('x', 501) })).IsInvalid("/reason", "too_long");
        (await other.Administrator.Post($"/v1/customers/{customer.Id}/lifecycle", new { lifecycle = "lead" })).IsProblem(404, "customer.not_found");
        (await other.Administrator.Get($"/v1/customers/{customer.Id}/lifecycle")).IsProblem(404, "customer.not_found");
    }
}
