using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;
using Crm.Api.Tests.Tenants;
using Crm.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Commitments;

/// <summary>The clock: each test has a host, and with it time, of its own.</summary>
[Trait("Requirement", "S1-HELP-7")]
public sealed class BreakCommitmentTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Breaks_a_promise_once_when_it_is_due()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var made = await tenant.Promise("PT1H");
        await own.Ring();
        Assert.Equal("open", await tenant.State(made.Id));
        own.Clock.Advance(TimeSpan.FromHours(1));
        for (var turn = 0; turn < 3; turn++)
        {
            await own.Ring();
            own.Clock.Advance(TimeSpan.FromHours(2));
        }
        var broken = (await tenant.Administrator.Get("/v1/commitments/" + made.Id)).Is(200);
        Assert.Equal(("broken", made.Text("dueAt")), (broken.Text("state"), broken.Text("brokenAt")));
        Assert.Equal(["made", "broken"], await tenant.History(made.Id));
        Assert.Contains(made.Id, Assert.Single(await tenant.Events("commitment.broken")), StringComparison.Ordinal);
        Assert.Equal(0, await tenant.Alarms());
        var timeline = (await tenant.Administrator.Get($"/v1/customers/{made.Text("customerId")}/timeline?type=commitment.made,commitment.broken")).Is(200).Rows;
        Assert.Equal(["commitment.broken", "commitment.made"], timeline.Select(r => r!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Two_workers_of_two_hosts_on_one_store_break_nothing_twice()
    {
        await using var one = CrmHost.With();
        _ = one.Server;
        await using var other = CrmHost.IsOnSqlServer ? CrmHost.With() : CrmHost.With(("Stores:main:ConnectionString", $"Data Source={one.DatabaseFile}"));
        _ = other.Server;
        var tenant = await one.NewTenant();
        var (customer, staff) = (await tenant.NewCustomer(), await TestTenantAccess.Employ(tenant, "Sara"));
        var ids = new List<string>();
        for (var i = 0; i < 250; i++)
        {
            ids.Add((await tenant.Promise("PT1M", customer, staff)).Id);
        }
        one.Clock.Advance(TimeSpan.FromMinutes(1));
        other.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Task.Run(one.Ring), Task.Run(other.Ring), Task.Run(one.Ring), Task.Run(other.Ring));
        var events = await tenant.Events("commitment.broken");
        Assert.Equal(ids.Order(StringComparer.Ordinal), events.Select(e => System.Text.Json.Nodes.JsonNode.Parse(e)!["commitmentId"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        // The last rung, at half again of the target, is still to come.
        Assert.Equal(ids.Count, await tenant.Alarms());
        one.Clock.Advance(TimeSpan.FromMinutes(1));
        other.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Task.Run(one.Ring), Task.Run(other.Ring), Task.Run(one.Ring), Task.Run(other.Ring));
        Assert.Equal(0, await tenant.Alarms());
        Assert.Equal(4 * ids.Count, (await tenant.Events("clock.rung_reached")).Count);
        Assert.Equal(4 * ids.Count, (await tenant.Events("staff.notified")).Count);
    }

    [Fact]
    public async Task What_a_worker_claimed_and_never_finished_is_broken_when_its_lease_is_over()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var made = await tenant.Promise("PT1H");
        own.Clock.Advance(TimeSpan.FromHours(1));
        var caller = new Application.Caller();
        caller.BecomeWorker(null, "crashed");
        await using (var store = own.Services.GetRequiredService<Stores>().WholeTenantStore("main", caller))
        {
            var claimed = await store.ClaimDue(own.Clock.GetUtcNow(), default);
            Assert.Single(claimed, c => c.Kind == Application.Alarms.ClockDue);
            Assert.Empty(await store.ClaimDue(own.Clock.GetUtcNow(), default));
        }
        await own.Ring();
        Assert.Equal("open", await tenant.State(made.Id));
        own.Clock.Advance(TimeSpan.FromSeconds(61));
        await own.Ring();
        Assert.Equal("broken", await tenant.State(made.Id));
        Assert.Single(await tenant.Events("commitment.broken"));
    }

    [Fact]
    public async Task What_was_kept_withdrawn_or_moved_in_time_is_not_broken()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (kept, withdrawn, moved) = (await tenant.Promise(), await tenant.Promise(), await tenant.Promise());
        (await tenant.Administrator.Fulfil(kept.Id)).Is(200);
        (await tenant.Administrator.Withdraw(withdrawn.Id)).Is(200);
        (await tenant.Administrator.Renegotiate(moved.Id, "PT3H")).Is(200);
        Assert.Equal(1, await tenant.Alarms());
        own.Clock.Advance(TimeSpan.FromHours(2));
        await own.Ring();
        Assert.Equal(("kept", "withdrawn", "open"), (await tenant.State(kept.Id), await tenant.State(withdrawn.Id), await tenant.State(moved.Id)));
        own.Clock.Advance(TimeSpan.FromHours(1));
        await own.Ring();
        Assert.Equal("broken", await tenant.State(moved.Id));
        Assert.Single(await tenant.Events("commitment.broken"));
    }

    [Fact]
    public async Task Kept_after_the_due_instant_is_late_whether_the_clock_has_come_to_it_or_not()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (seen, unseen) = (await tenant.Promise(), await tenant.Promise());
        own.Clock.Advance(TimeSpan.FromHours(3));
        (await tenant.Administrator.Renegotiate(unseen.Id)).IsProblem(409, "commitment.already_broken");
        (await tenant.Administrator.Withdraw(unseen.Id)).IsProblem(409, "commitment.already_broken");
        var late = (await tenant.Administrator.Fulfil(unseen.Id)).Is(200);
        Assert.Equal(("keptLate", unseen.Text("dueAt")), (late.Text("state"), late.Text("brokenAt")));
        Assert.StartsWith("PT2H", late.Text("lateness"), StringComparison.Ordinal);
        await own.Ring();
        Assert.Equal("broken", await tenant.State(seen.Id));
        Assert.Equal("keptLate", (await tenant.Administrator.Fulfil(seen.Id)).Is(200).Text("state"));
        await own.Ring();
        foreach (var id in new[] { seen.Id, unseen.Id })
        {
            Assert.Equal(["made", "broken", "keptLate"], await tenant.History(id));
            Assert.Equal(2, (await tenant.Events("commitment.broken")).Count);
        }
    }

    [Fact]
    public async Task Breaks_the_promises_of_a_suspended_tenant_and_deletes_the_alarms_of_a_closed_one()
    {
        await using var own = CrmHost.With();
        var (suspended, closed) = (await own.NewTenant(), await own.NewTenant());
        var made = await suspended.Promise();
        await closed.Promise();
        (await suspended.Suspend()).Is(200);
        (await closed.Close("PT1H")).Is(200);
        own.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(11));
        var caller = await closed.Caller();
        await own.Ring();
        await own.Services.GetRequiredService<Infrastructure.Tenants.EraseClosedTenants>().RunOnce(default);
        Assert.Single(await suspended.Events("commitment.broken"));
        await using var store = own.Services.GetRequiredService<Stores>().TenantStore(caller);
        Assert.Empty(store.Set<Application.Alarm>());
        Assert.Empty(store.Outbox);
        Assert.NotNull(made);
    }
}
