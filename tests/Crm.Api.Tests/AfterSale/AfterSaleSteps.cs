using Crm.Api.Tests.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Api.Tests.AfterSale;

/// <summary>What tests of after-sale checks do over and over.</summary>
internal static class AfterSaleSteps
{
    /// <summary>A check of which it is time, as the worker opens it.</summary>
    public static async Task<string> OpenedCheck(this TestTenant tenant, string customer)
    {
        var scheduled = (await tenant.Administrator.Post("/v1/service-events", new { customerId = customer, source = customer, occurredOn = "2026-03-21", afterDays = new[] { 1 } })).Is(200);
        var id = scheduled.Body!["data"]![0]!["id"]!.GetValue<string>();
        return await tenant.InStore(async db =>
        {
            var check = await db.AfterSaleChecks.SingleAsync(c => c.Id == AfterSaleCheckId.Parse(id, null));
            Assert.True(check.Open(null, DateTimeOffset.UtcNow));
            Assert.False((await db.Save("test", null, default)).Failed(out _));
            return id;
        });
    }
}
