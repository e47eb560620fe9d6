using Crm.Application;
using Crm.Infrastructure;
using Crm.Infrastructure.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Tenants;

public sealed class CloseTenantTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Lets_the_tenant_read_and_nothing_else_until_it_is_called_off()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.RegisterSomebody();
        var closing = await tenant.Close();
        Assert.Equal("closing", closing.Is(200).Text("status"));
        Assert.Equal(30, (DateTimeOffset.Parse(closing.Text("erasesAt")) - DateTimeOffset.Parse(closing.Text("updatedAt"))).TotalDays);
        (await tenant.Administrator.Get("/v1/customers/" + customer.Id)).Is(200);
        (await tenant.RegisterSomebody()).IsProblem(403, "tenant_closing");
        (await tenant.Suspend()).IsProblem(409, "tenant.closing");
        Assert.Equal(closing.Raw, (await tenant.Close("P1D")).Is(200).Raw);
        (await Host.Platform.Delete(tenant.Address("/closure"))).Is(204);
        (await Host.Platform.Delete(tenant.Address("/closure"))).Is(204);
        (await tenant.RegisterSomebody()).Is(201);
    }

    [Fact]
    public async Task Called_off_leaves_a_suspension_from_before()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Suspend()).Is(200);
        (await tenant.Close()).Is(200);
        (await Host.Platform.Delete(tenant.Address("/suspension"))).IsProblem(409, "tenant.closing");
        (await Host.Platform.Delete(tenant.Address("/closure"))).Is(204);
        var read = await tenant.Read();
        Assert.Equal("suspended", read.Text("status"));
        Assert.Equal("Unpaid.", read.Text("statusReason"));
    }

    [Theory]
    [InlineData("30")]
    [InlineData("P1M")]
    [InlineData("P366D")]
    [InlineData("-P1D")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("")]
    public async Task Refuses_a_grace_period_that_is_none(string grace)
    {
        var tenant = await Host.NewTenant();
        (await tenant.Close(grace)).IsInvalid("/gracePeriod", "duration_invalid");
    }

    [Fact]
    public async Task Erases_everything_when_the_grace_period_is_over_and_tells_how_much()
    {
        await using var own = CrmHost.With();
        var (tenant, other) = (await own.NewTenant(), await own.NewTenant());
        var kept = (await other.RegisterSomebody()).Is(201).Id;
        foreach (var i in Enumerable.Range(0, 5))
        {
            (await tenant.RegisterSomebody("مریم " + i)).Is(201);
        }
        (await tenant.Close("PT1H")).Is(200);
        await Turn(own);
        Assert.Equal("closing", (await tenant.Read()).Text("status"));

        own.Clock.Advance(TimeSpan.FromHours(1));
        (await own.Platform.Delete(tenant.Address("/closure"))).IsProblem(409, "tenant.erasing");
        own.Clock.Advance(TimeSpan.FromSeconds(11));
        await Task.WhenAll(Turn(own), Turn(own), Turn(own));

        var closed = await tenant.Read();
        Assert.Equal("closed", closed.Text("status"));
        Assert.Equal(5, closed.Find("erased.customers")!.GetValue<int>());
        Assert.Equal(1, closed.Find("erased.apiKeys")!.GetValue<int>());
        Assert.Equal(0, (await own.Platform.Get(tenant.Address("/usage"))).Is(200).Body!["records"]!.AsObject().Sum(r => r.Value!.GetValue<long>()));
        (await tenant.Administrator.Get("/v1/settings")).IsProblem(401, "unauthenticated");
        (await other.Administrator.Get("/v1/customers/" + kept)).Is(200);
        Assert.Equal(1, (await own.Platform.Get(other.Address("/usage"))).Find("records.customers")!.GetValue<long>());

        (await own.Platform.Post(tenant.Address("/suspension"), new { reason = "x" })).IsProblem(409, "tenant.closed");
        (await tenant.Close()).IsProblem(409, "tenant.closed");
        (await own.Platform.Patch(tenant.Address(), new { name = "x" }, "*")).IsProblem(409, "tenant.closed");
        Assert.True((await own.Platform.Post("/v1/platform/tenants", new { slug = tenant.Slug, name = "Again" })).Code == "tenant.slug_taken");
    }

    [Fact]
    public async Task Empties_the_words_of_the_catalogs_audit_trail()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        (await tenant.Close("PT0S")).Is(200);
        own.Clock.Advance(TimeSpan.FromSeconds(11));
        await Turn(own);
        await using var catalog = own.Services.GetRequiredService<Stores>().Catalog(new Caller());
        var entries = await catalog.Audit.AsNoTracking().Where(a => a.ResourceId == tenant.Id).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(["provisionTenant", "closeTenant", "eraseTenant"], entries.Select(e => e.Action));
        Assert.All(entries.SkipLast(1), e => Assert.Null(e.Before ?? e.After));
    }

    [Fact]
    public async Task A_crash_is_made_good_when_the_lease_has_run_out()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        (await tenant.RegisterSomebody()).Is(201);
        (await tenant.Close("PT0S")).Is(200);
        own.Clock.Advance(TimeSpan.FromSeconds(11));
        await using (var catalog = own.Services.GetRequiredService<Stores>().Catalog(new Caller()))
        {
            var crashed = own.Clock.GetUtcNow().AddMinutes(1);
            var before = new Dictionary<string, long> { ["customers"] = 7 };
            await catalog.Tenants.Where(t => t.Slug == tenant.Slug)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.ErasureLeasedUntil, crashed).SetProperty(x => x.Erased, before));
        }
        await Turn(own);
        Assert.Equal("closing", (await tenant.Read()).Text("status"));
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await Turn(own);
        Assert.Equal(8, (await tenant.Read()).Find("erased.customers")!.GetValue<int>());
    }

    private static Task Turn(CrmHost own) => own.Services.GetRequiredService<EraseClosedTenants>().RunOnce(CancellationToken.None);
}
