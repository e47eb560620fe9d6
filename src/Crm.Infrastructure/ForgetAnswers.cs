using Crm.Application;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.Infrastructure;

/// <summary>Deletes the stored answers of idempotent requests when their time is over, in batches that no writer waits for.</summary>
public sealed class ForgetAnswers(Stores stores, WorkerHeartbeats heartbeats, TimeProvider clock, ILogger<ForgetAnswers> log)
    : Worker(heartbeats, clock, log)
{
    private const string Expired = "ExpiresAt <= {0}";
    private readonly TimeProvider clock = clock;

    protected override TimeSpan Interval => TimeSpan.FromMinutes(10);

    public override async Task RunOnce(CancellationToken ct)
    {
        while (await DeleteSome(stores.Catalog(Worker()), "CatalogStoredAnswers", ct) == StoreSql.Batch)
        {
        }
        foreach (var name in stores.Names)
        {
            if (stores.KeepsTenantsApart(name))
            {
                await OfEachTenant(name, ct);
                continue;
            }
            while (await DeleteSome(stores.WholeTenantStore(name, Worker()), "StoredAnswers", ct) == StoreSql.Batch)
            {
            }
        }
    }

    /// <summary>Row-level security shows a session without a tenant no rows, so there each tenant's are deleted as that tenant: one seek each.</summary>
    private async Task OfEachTenant(string placement, CancellationToken ct)
    {
        await using var catalog = stores.Catalog(Worker());
        var tenants = await catalog.Tenants.AsNoTracking().Where(t => t.Placement == placement && t.Status != TenantStatus.Closed).ToListAsync(ct);
        foreach (var tenant in tenants)
        {
            var caller = new Caller();
            caller.BecomeWorker(Credentials.Of(tenant), Name);
            while (await DeleteSome(stores.TenantStore(caller), "StoredAnswers", ct) == StoreSql.Batch)
            {
            }
        }
    }

    private async Task<int> DeleteSome(StoreDbContext store, string table, CancellationToken ct)
    {
        await using (store)
        {
            var sql = StoreSql.Of(store);
            return await store.Run(sql.DeleteSome(table, Expired), [sql.Instant(clock.GetUtcNow())], ct);
        }
    }

    private Caller Worker()
    {
        var caller = new Caller();
        caller.BecomeWorker(null, Name);
        return caller;
    }
}
