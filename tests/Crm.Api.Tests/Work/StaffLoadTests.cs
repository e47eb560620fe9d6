using Crm.Api.Tests.Interactions;
using Crm.Application;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Work;

/// <summary>What somebody has to do stands with them, and is what their open work weighs, whatever happened to it.</summary>
[Trait("Requirement", "S5-EFF-1")]
public sealed class StaffLoadTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Is_what_the_open_work_weighs_after_anything_that_can_happen_to_it()
    {
        var tenant = await Host.NewTenant();
        var administrator = tenant.Administrator;
        var staff = new List<(string Id, ApiClient Client)>();
        for (var i = 0; i < 3; i++)
        {
            staff.Add(await tenant.Employ("Colleague " + i));
        }
        var (random, work) = (new Random(20261126), new List<string>());
        string[] priorities = ["low", "normal", "high", "urgent"];
        for (var step = 0; step < 60; step++)
        {
            var (own, other) = (staff[random.Next(staff.Count)], staff[random.Next(staff.Count)]);
            var id = work.Count > 0 ? work[random.Next(work.Count)] : "";
            switch (id.Length == 0 ? 0 : random.Next(8))
            {
                case 0 or 1:
                    work.Add((await administrator.Open(random.Next(2) == 0 ? null : own.Id, ("priority", priorities[random.Next(4)]))).Id);
                    break;
                case 2:
                    await administrator.Assign(id, random.Next(2) == 0 ? null : other.Id);
                    break;
                case 3:
                    await administrator.Send(HttpMethod.Patch, "/v1/work/" + id, $$"""{"priority":"{{priorities[random.Next(4)]}}"}""", ("If-Match", "*"));
                    break;
                case 4:
                    await administrator.HandOver(id, other.Id);
                    await other.Client.Accept(id);
                    break;
                case 5:
                    await administrator.Complete(id);
                    break;
                case 6:
                    await administrator.Cancel(id);
                    break;
                default:
                    await administrator.Post($"/v1/work/{id}/reopening", new { reason = "Not done" });
                    break;
            }
        }
        await Check(tenant);
    }

    [Fact]
    public async Task Fifty_at_once_are_all_counted_and_nobody_gets_them_all()
    {
        var tenant = await Host.NewTenant();
        for (var i = 0; i < 5; i++)
        {
            await tenant.Employ("Colleague " + i);
        }
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tenant.Administrator.Open(null)));
        Assert.Equal(50 * Assignment.Normal, (await Check(tenant)).Sum());
    }

    [Fact]
    public async Task Of_who_comes_to_work_that_waited_for_somebody_is_that_work()
    {
        var tenant = await Host.NewTenant();
        await tenant.Administrator.Open(null);
        await tenant.Administrator.Open(null, ("priority", "urgent"));
        (await tenant.Administrator.Post("/v1/staff", new { name = "The first" })).Is(201);
        Assert.Equal([Assignment.Normal + Assignment.Urgent], await Check(tenant));
    }

    private static async Task<List<int>> Check(TestTenant tenant)
    {
        await using var scope = tenant.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker((await Product.TestTenantAccess.Caller(tenant)).Tenant, "test");
        var db = scope.ServiceProvider.GetRequiredService<ICrmDb>();
        var kept = await db.Staff.AsNoTracking().OrderBy(s => s.Id).Select(s => new { s.Id, s.Load, s.GivenWorkAt }).ToListAsync();
        var work = await db.WorkItems.AsNoTracking().ToListAsync();
        Assert.NotEmpty(work);
        Assert.Equal(kept.Select(k => work.Where(w => w.OwnerId == k.Id && w.State == WorkState.Open).Sum(w => Assignment.Weight(w.Priority))), kept.Select(k => k.Load));
        Assert.All(kept, k => Assert.True(work.TrueForAll(w => w.OwnerId != k.Id || w.OwnedSince <= k.GivenWorkAt), "Somebody was given work after they were given any."));
        return kept.ConvertAll(k => k.Load);
    }
}
