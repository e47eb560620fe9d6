using Crm.Api.Tests.Product;
using Crm.Application.Policies;
using Crm.Domain.Policies;
using Crm.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Policies;

/// <summary>What clocks ask inside the process.</summary>
[Trait("Requirement", "S4-POLICY-1")]
public sealed class PoliciesInForceTests(CrmHost host) : ApiTest(host)
{
    private static readonly ClockFacts Facts = new(ClockSubject.Request, Metric.FirstAction);

    [Fact]
    public async Task A_change_holds_for_the_next_clock_and_past_instants_keep_what_held_then()
    {
        using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (client, start) = (tenant.Administrator, own.Clock.GetUtcNow());
        Assert.Equal((null, 30), await Choose(tenant, start));
        own.Clock.Advance(TimeSpan.FromSeconds(1));
        var policy = await client.EstablishPolicy(10, null, PolicySteps.Target("firstAction", "PT1H"));
        Assert.Equal((1, 60), await Choose(tenant, own.Clock.GetUtcNow()));
        Assert.Equal((null, 30), await Choose(tenant, start));
        own.Clock.Advance(TimeSpan.FromDays(3));
        await client.Patch("/v1/policies/" + policy.Id, new { targets = new[] { PolicySteps.Target("firstAction", "PT2H") } }, "*");
        Assert.Equal((2, 120), await Choose(tenant, own.Clock.GetUtcNow()));
        // Longer ago than is remembered, and not as long ago.
        Assert.Equal((1, 60), await Choose(tenant, start.AddDays(1)));
        Assert.Equal((1, 60), await Choose(tenant, own.Clock.GetUtcNow().AddHours(-1)));
        await client.Patch("/v1/policies/" + policy.Id, new { targets = new[] { PolicySteps.Target("firstAction", "PT3H") }, effectiveFrom = own.Clock.GetUtcNow().AddMinutes(5) }, "*");
        Assert.Equal((2, 120), await Choose(tenant, own.Clock.GetUtcNow()));
        Assert.Equal((3, 180), await Choose(tenant, own.Clock.GetUtcNow().AddMinutes(5)));
        await client.Delete("/v1/policies/" + policy.Id, "*");
        Assert.Equal((null, 30), await Choose(tenant, own.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_is_remembered_costs_no_query_and_is_of_one_tenant()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        await tenant.Administrator.EstablishPolicy(10, null, PolicySteps.Target("firstAction", "PT1H"));
        var now = Host.Clock.GetUtcNow();
        Assert.Equal((1, 60), await Choose(tenant, now));
        Assert.Equal((null, 30), await Choose(other, now));
        // A store that is not there any more cannot be asked.
        var (known, caller) = (Host.Services.GetRequiredService<PoliciesInForce>(), await tenant.Caller());
        var gone = Host.Services.GetRequiredService<Stores>().TenantStore(caller);
        await gone.DisposeAsync();
        Assert.Equal(TimeSpan.FromHours(1), (await known.Choose(gone, caller.Tenant.Number, Facts, now, default))!.Target.Target);
        Assert.Single(await known.Of(gone, caller.Tenant.Number, default));
        Assert.Null(await known.Choose(gone, caller.Tenant.Number, Facts with { Metric = Metric.Callback }, now, default));
    }

    private static async Task<(int? Version, int Minutes)> Choose(TestTenant tenant, DateTimeOffset at)
    {
        var caller = await tenant.Caller();
        await using var store = tenant.Host.Services.GetRequiredService<Stores>().TenantStore(caller);
        var chosen = await tenant.Host.Services.GetRequiredService<PoliciesInForce>().Choose(store, caller.Tenant.Number, Facts, at, default);
        return (chosen!.PolicyVersion, (int)chosen.Target.Target.TotalMinutes);
    }
}
