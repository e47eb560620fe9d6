using System.Globalization;
using Crm.Application;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.Infrastructure;

/// <summary>Brings every store up to date.</summary>
public sealed class StoreMigrator(Stores stores, TimeProvider clock, ILogger<StoreMigrator> log)
{
    /// <summary>Migrates everything, SQL Server included, and tells what was applied. For the migrate command.</summary>
    public async Task<IReadOnlyList<string>> MigrateAll(CancellationToken ct)
    {
        var applied = await Pending(ct);
        foreach (var name in stores.Names)
        {
            await Migrate(name, ct);
        }
        return applied;
    }

    /// <summary>Migrates the embedded stores; a server never changes a SQL Server store by itself.</summary>
    public async Task MigrateEmbedded(CancellationToken ct)
    {
        foreach (var name in stores.Names.Where(n => stores.Settings.Stores[n].Provider == StoreProvider.Sqlite))
        {
            await Migrate(name, ct);
        }
    }

    /// <summary>The migrations that a store lacks; empty when it is current.</summary>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken ct)
    {
        var pending = new List<string>();
        foreach (var name in stores.Names)
        {
            await using var crm = stores.TenantStore(name);
            pending.AddRange((await crm.Database.GetPendingMigrationsAsync(ct)).Select(m => $"{name}: {m}"));
        }
        await using var catalog = stores.Catalog();
        pending.AddRange((await catalog.Database.GetPendingMigrationsAsync(ct)).Select(m => $"catalog: {m}"));
        return pending;
    }

    /// <summary>Stores that tenants are placed on and that no setting describes.</summary>
    public async Task<IReadOnlyList<string>> MissingPlacements(CancellationToken ct)
    {
        await using var catalog = stores.Catalog(new Caller());
        var placements = await catalog.Tenants.Where(t => t.Status != TenantStatus.Closed).Select(t => t.Placement).Distinct().ToListAsync(ct);
        return [.. placements.Where(p => !stores.Has(p)).Order(StringComparer.Ordinal)];
    }

    private async Task Migrate(string name, CancellationToken ct)
    {
        var settings = stores.Settings.Stores[name];
        if (name.Equals(stores.Settings.Catalog, StringComparison.OrdinalIgnoreCase))
        {
            await using var catalog = stores.Catalog();
            await Migrate(catalog, name, settings, ct);
        }
        await using var crm = stores.TenantStore(name);
        var wasMigrated = await Migrate(crm, name, settings, ct);
        // The policy is made anew by every migrate command, so that switching it on needs no migration.
        var walls = settings.Provider == StoreProvider.SqlServer
            ? settings.RowLevelSecurity ? TenantWalls.SqlServer(crm) : []
            : wasMigrated ? TenantWalls.Sqlite(crm) : [];
        foreach (var statement in walls)
        {
            await crm.Database.ExecuteSqlRawAsync(statement, ct);
        }
    }

    private async Task<bool> Migrate(StoreDbContext store, string name, StoreSettings settings, CancellationToken ct)
    {
        var isEmbedded = settings.Provider == StoreProvider.Sqlite;
        var pending = (await store.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
        {
            if (isEmbedded)
            {
                await ForgetAbandonedLock(store, ct);
            }
            await store.Database.MigrateAsync(ct);
            log.LogInformation("Store {Store} was migrated: {Migrations}", name, string.Join(", ", pending));
        }
        if (isEmbedded && (pending.Count > 0 || !await SqlitePlanner.Knows(store, ct)))
        {
            await SqlitePlanner.Tell(store, ct);
        }
        return pending.Count > 0;
    }

    /// <summary>EF's lock on SQLite is a row that a killed process leaves behind, and for which the next one would wait for ever.</summary>
    private async Task ForgetAbandonedLock(StoreDbContext store, CancellationToken ct)
    {
        var abandoned = clock.GetUtcNow().AddMinutes(-1).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        await store.Database.ExecuteSqlRawAsync(
            """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);""", ct);
        await store.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" WHERE "Timestamp" < {abandoned}""", ct);
    }
}

/// <summary>A store lacks migrations, and a server never changes a SQL Server store by itself.</summary>
public sealed class StoreOutdatedException(IReadOnlyList<string> pending) : Exception(
    $"The store lacks {pending.Count} migration(s), the first being {pending[0]}. Run `Crm.Api migrate` with the same settings, then start again.")
{
    public static void ThrowIfAny(IReadOnlyList<string> pending)
    {
        if (pending.Count > 0)
        {
            throw new StoreOutdatedException(pending);
        }
    }
}
