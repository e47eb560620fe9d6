using System.Text.Json;
using Crm.Application;
using Crm.Application.Customers;

namespace Crm.Api.Tests.Customers;

public sealed class ExportCustomerTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S3-DB-1")]
    public async Task Answers_one_document_with_everything_held()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.Register(new { kind = "person", givenName = "مریم", externalId = "m-1" });
        var loser = await tenant.Register("Mariam");
        (await tenant.Merge(customer.Id, loser.Id)).Is(200);
        await tenant.AddTimeline(customer.Id, "thing.happened");
        var export = (await tenant.Administrator.Get($"/v1/customers/{customer.Id}/export")).Is(200);
        Assert.StartsWith("attachment", export.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("مریم", export.Text("customer.givenName"));
        Assert.Equal("secret words", export.Text("rows.timelineEntries.3.summary.words"));
        Assert.Equal(customer.Id, export.Text("rows.timelineEntries.0.customerId"));
        Assert.EndsWith("Z", export.Text("rows.timelineEntries.0.at"), StringComparison.Ordinal);
        Assert.Equal(loser.Id, export.Text("rows.customers.0.id"));
        Assert.Equal("registerCustomer", export.Text("audit.0.action"));
        Assert.NotNull(JsonSerializer.Deserialize<CustomerExport>(export.Raw, CrmJson.Wire));
        (await (await Host.NewTenant()).Administrator.Get($"/v1/customers/{customer.Id}/export")).IsProblem(404, "customer.not_found");
    }
}
