using Crm.Application;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.Infrastructure.Tenants;

/// <summary>
/// Erases everything of a tenant whose grace period is over: its rows in every table of its store, its keys, and the words of its entries in
/// the catalog's audit trail. One process claims a tenant by a lease and renews it with every batch; where that process dies, another
/// goes on when the lease has run out. What was deleted is added up in the catalog as it goes; a crash may lose the figure of one batch.
/// </summary>
public sealed class EraseClosedTenants(Stores stores, Credentials credentials, WorkerHeartbeats heartbeats, TimeProvider clock, ILogger<EraseClosedTenants> log)
    : Worker(heartbeats, clock, log)
{
    /// <summary>Longer than any process believes a tenant to be open that is closing (<see cref="Credentials"/>), and than a request that was let in takes.</summary>
    private static readonly TimeSpan UntilAllKnow = TimeSpan.FromSeconds(10);
    private const int MostPerTurn = 100;
    private readonly TimeProvider clock = clock;

    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    public override async Task RunOnce(CancellationToken ct)
    {
        var failures = new List<Exception>();
        foreach (var number in await Due(ct))
        {
            try
            {
                if (await Claim(number, ct) is { } claimed)
                {
                    await Erase(claimed, ct);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(new InvalidOperationException($"Tenant number {number} could not be erased; it is tried again when its lease has run out.", failure));
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private async Task<List<int>> Due(CancellationToken ct)
    {
        await using var catalog = stores.Catalog(Worker(null));
        return await DueNow(catalog, clock.GetUtcNow()).OrderBy(t => t.ErasesAt).Select(t => t.Number).Take(MostPerTurn).ToListAsync(ct);
    }

    private static IQueryable<Tenant> DueNow(CatalogDbContext catalog, DateTimeOffset now)
    {
        var longAgo = now - UntilAllKnow;
        return catalog.Tenants.Where(t =>
            t.Status == TenantStatus.Closing && t.ErasesAt <= longAgo && (t.ErasureLeasedUntil == null || t.ErasureLeasedUntil < now));
    }

    /// <summary>The tenant, where this process is the one that erases it. The version grows, so that a closure called off at this moment loses the race.</summary>
    private async Task<Claimed?> Claim(int number, CancellationToken ct)
    {
        await using var catalog = stores.Catalog(Worker(null));
        var now = clock.GetUtcNow();
        var until = now + Tenant.ErasureLease;
        var mine = await DueNow(catalog, now).Where(t => t.Number == number).ExecuteUpdateAsync(
            t => t.SetProperty(x => x.ErasureLeasedUntil, until).SetProperty(x => x.Version, x => x.Version + 1), ct);
        if (mine == 0)
        {
            return null;
        }
        var tenant = await catalog.Tenants.AsNoTracking().FirstAsync(t => t.Number == number, ct);
        return new(Credentials.Of(tenant), new(tenant.Erased ?? new Dictionary<string, long>(), StringComparer.Ordinal), tenant.ErasureLeasedUntil);
    }

    private async Task Erase(Claimed claimed, CancellationToken ct)
    {
        IReadOnlyList<TenantTable> tables;
        await using (var store = stores.TenantStore(Worker(claimed.Tenant)))
        {
            tables = TenantTables.InOrderOfErasure(store);
        }
        // A request that was let in before the closure may have written behind the deletions: until one pass finds nothing.
        long found;
        do
        {
            found = 0;
            foreach (var table in tables)
            {
                found += await Erase(claimed, table, ct);
            }
        }
        while (found > 0);
        await EraseFromCatalog(claimed, ct);
        credentials.Forget();
        log.LogInformation("Tenant {TenantId} was erased: {Rows} rows", claimed.Tenant.Id, claimed.Erased.Values.Sum());
    }

    private async Task<long> Erase(Claimed claimed, TenantTable table, CancellationToken ct)
    {
        var ofTenant = Tenancy.Column + " = {0}";
        foreach (var column in table.Severed)
        {
            while (await Run(claimed, sql => sql.EmptySome(table.Name, column, ofTenant), ct) == StoreSql.Batch)
            {
                await Renew(claimed, ct);
            }
        }
        long total = 0;
        int deleted;
        do
        {
            deleted = await Run(claimed, sql => sql.DeleteSome(table.Name, ofTenant), ct);
            total += deleted;
            claimed.Erased[table.WireName] = claimed.Erased.GetValueOrDefault(table.WireName) + deleted;
            if (deleted > 0)
            {
                await Renew(claimed, ct);
            }
        }
        while (deleted == StoreSql.Batch);
        return total;
    }

    private async Task<int> Run(Claimed claimed, Func<StoreSql, string> statement, CancellationToken ct)
    {
        await using var store = stores.TenantStore(Worker(claimed.Tenant));
        return await store.Run(statement(StoreSql.Of(store)), [claimed.Tenant.Number], ct);
    }

    /// <summary>Writes down what was erased so far and stays the one who erases; throws where another process took over in the meantime.</summary>
    private async Task Renew(Claimed claimed, CancellationToken ct)
    {
        await using var catalog = stores.Catalog(Worker(null));
        var (held, until, erased) = (claimed.Until, clock.GetUtcNow() + Tenant.ErasureLease, new Dictionary<string, long>(claimed.Erased, StringComparer.Ordinal));
        var mine = await catalog.Tenants.Where(t => t.Number == claimed.Tenant.Number && t.ErasureLeasedUntil == held).ExecuteUpdateAsync(
            t => t.SetProperty(x => x.ErasureLeasedUntil, until).SetProperty(x => x.Erased, erased), ct);
        if (mine == 0)
        {
            throw new InvalidOperationException("The lease ran out and another process erases the tenant now.");
        }
        claimed.Until = await catalog.Tenants.Where(t => t.Number == claimed.Tenant.Number).Select(t => t.ErasureLeasedUntil).FirstAsync(ct);
    }

    private async Task EraseFromCatalog(Claimed claimed, CancellationToken ct)
    {
        var number = claimed.Tenant.Number;
        await using var catalog = stores.Catalog(Worker(null));
        claimed.Erased["apiKeys"] = claimed.Erased.GetValueOrDefault("apiKeys") + await catalog.ApiKeys.Where(k => k.TenantNumber == number).ExecuteDeleteAsync(ct);
        await catalog.Audit.Where(a => a.TenantNumber == number && (a.Before != null || a.After != null))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.Before, (string?)null).SetProperty(x => x.After, (string?)null), ct);
        var tenant = await catalog.Tenants.FirstAsync(t => t.Number == number, ct);
        tenant.RecordErasure(new Dictionary<string, long>(claimed.Erased, StringComparer.Ordinal), clock.GetUtcNow());
        if ((await catalog.Save("EraseTenant", null, ct)).Failed(out var error))
        {
            throw new InvalidOperationException(error.Title);
        }
    }

    private Caller Worker(CallerTenant? tenant)
    {
        var caller = new Caller();
        caller.BecomeWorker(tenant, Name);
        return caller;
    }

    private sealed record Claimed(CallerTenant Tenant, Dictionary<string, long> Erased, DateTimeOffset? Until)
    {
        public DateTimeOffset? Until { get; set; } = Until;
    }
}
