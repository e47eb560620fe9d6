using Crm.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Tenants;

public sealed class GetTenantUsageTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Counts_rows_bytes_and_requests()
    {
        var tenant = await Host.NewTenant();
        var empty = await Host.Platform.Get(tenant.Address("/usage"));
        Assert.Equal(0, empty.Is(200).Find("records.customers")!.GetValue<long>());
        Assert.Equal(0, empty.Find("storageBytes")!.GetValue<long>());
        (await tenant.RegisterSomebody()).Is(201);
        (await tenant.RegisterSomebody("زهرا")).Is(201);

        var usage = await Host.Platform.Get(tenant.Address("/usage"));
        Assert.Equal(2, usage.Find("records.customers")!.GetValue<long>());
        Assert.Equal(2, usage.Find("records.auditEntries")!.GetValue<long>());
        Assert.InRange(usage.Find("storageBytes")!.GetValue<long>(), 500, 50_000);
        Assert.Equal(2, usage.Find("requests.total")!.GetValue<long>());

        await Host.Services.GetRequiredService<RecordUse>().RunOnce(CancellationToken.None);
        (await tenant.RegisterSomebody()).Is(201);
        await Host.Services.GetRequiredService<RecordUse>().RunOnce(CancellationToken.None);
        usage = await Host.Platform.Get(tenant.Address("/usage"));
        Assert.Equal(3, usage.Find("requests.total")!.GetValue<long>());
        Assert.Equal(3, usage.Find("requests.perDay")!.AsArray().Sum(d => d!["count"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Refuses_an_unknown_tenant_and_a_tenants_own_key()
    {
        var tenant = await Host.NewTenant();
        (await Host.Platform.Get("/v1/platform/tenants/tenant_01j00000000000000000000000/usage")).IsProblem(404, "tenant.not_found");
        (await tenant.Administrator.Get(tenant.Address("/usage"))).IsProblem(403, "permission_missing");
    }
}
