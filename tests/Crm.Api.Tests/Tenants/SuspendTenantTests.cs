namespace Crm.Api.Tests.Tenants;

public sealed class SuspendTenantTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Refuses_every_credential_of_the_tenant_at_once_until_it_is_resumed()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Get("/v1/settings")).Is(200);
        var suspended = await tenant.Suspend();
        Assert.Equal("suspended", suspended.Is(200).Text("status"));
        Assert.Equal("Unpaid.", suspended.Text("statusReason"));
        (await tenant.Administrator.Get("/v1/settings")).IsProblem(403, "tenant_suspended");
        (await tenant.RegisterSomebody()).IsProblem(403, "tenant_suspended");
        Assert.Equal(suspended.Raw, (await tenant.Suspend()).Is(200).Raw);
        (await Host.Platform.Delete(tenant.Address("/suspension"))).Is(204);
        (await Host.Platform.Delete(tenant.Address("/suspension"))).Is(204);
        (await tenant.RegisterSomebody()).Is(201);
        Assert.Null((await tenant.Read()).Find("statusReason"));
    }

    [Fact]
    public async Task Refuses_a_missing_reason_and_an_unknown_tenant()
    {
        var tenant = await Host.NewTenant();
        (await Host.Platform.Post(tenant.Address("/suspension"), new { reason = " " })).IsInvalid("/reason", "required");
        (await Host.Platform.Post(tenant.Address("/suspension"), new { })).IsInvalid("/reason", "required");
        (await Host.Platform.Post("/v1/platform/tenants/tenant_01j00000000000000000000000/suspension", new { reason = "x" })).IsProblem(404, "tenant.not_found");
        (await tenant.Administrator.Delete(tenant.Address("/suspension"))).IsProblem(403, "permission_missing");
    }
}
