using Crm.Application;
using Crm.Domain;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Customers;

internal static class CustomerRecordSteps
{
    public static async Task<Answer> Register(this TestTenant tenant, object customer) =>
        (await tenant.Administrator.Post("/v1/customers?allowDuplicate=true", customer)).Is(201);

    public static async Task<Answer> Register(this TestTenant tenant, string name) => await tenant.Register(new { kind = "person", givenName = name });

    public static Task<Answer> Merge(this TestTenant tenant, string survivor, string loser, string ifMatch = "*") =>
        tenant.Administrator.Post($"/v1/customers/{survivor}:merge", new { loserId = loser }, ("If-Match", ifMatch));

    public static Task<Answer> Unmerge(this TestTenant tenant, string survivor, string loser) =>
        tenant.Administrator.Post($"/v1/customers/{survivor}:unmerge", new { loserId = loser });

    public static Task<Answer> Customer(this TestTenant tenant, string id) => tenant.Administrator.Get("/v1/customers/" + id);

    /// <summary>Works in the tenant's store as a worker does.</summary>
    public static async Task<T> InStore<T>(this TestTenant tenant, Func<ICrmDb, Task<T>> work)
    {
        await using var scope = tenant.Host.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.BecomeWorker(null, "test");
        var known = await scope.ServiceProvider.GetRequiredService<ICatalogDb>().Tenants.IgnoreQueryFilters().SingleAsync(t => t.Slug == tenant.Slug);
        caller.BecomeWorker(new CallerTenant(known.Number, known.Id, known.Slug, known.Name, TenantStatus.Active, known.Placement, known.Settings, known.Limits), "test");
        return await work(scope.ServiceProvider.GetRequiredService<ICrmDb>());
    }

    public static Task AddTimeline(this TestTenant tenant, string customer, string type) => tenant.InStore(async db =>
    {
        db.Timeline.Add(new TimelineEntry
        {
            Id = UuidV7.Next(DateTimeOffset.UtcNow), CustomerId = CustomerId.Parse(customer, null), At = DateTimeOffset.UtcNow, Type = type, Summary = """{"words":"secret words"}""",
        });
        Assert.False((await db.Save("test", null, default)).Failed(out _));
        return true;
    });

    /// <summary>What happened with the customer since it was registered.</summary>
    public static Task<List<string>> Timeline(this TestTenant tenant, string customer) => tenant.InStore(db =>
        db.Timeline.Where(t => t.CustomerId == CustomerId.Parse(customer, null) && t.Type != "customer.registered").OrderBy(t => t.Id).Select(t => t.Type).ToListAsync());
}
