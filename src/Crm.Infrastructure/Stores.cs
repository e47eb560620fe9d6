using Crm.Application;
using Crm.Application.Tenants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Infrastructure;

/// <summary>Every database of the installation, each with pools of contexts of its own.</summary>
public sealed class Stores(CrmStoreSettings settings, TimeProvider clock) : IPlacements, IAsyncDisposable
{
    private readonly Dictionary<string, Store> stores = settings.Stores.ToDictionary(s => s.Key, s => new Store(s.Value), StringComparer.OrdinalIgnoreCase);

    internal IEnumerable<string> Names => stores.Keys;
    internal CrmStoreSettings Settings => settings;

    public string Default => settings.DefaultPlacement;

    public bool Has(string placement) => stores.ContainsKey(placement);

    /// <summary>The store of the caller's tenant.</summary>
    public CrmDbContext TenantStore(Caller caller) => Enter(stores[caller.Tenant.Placement].Crm(), caller, stores[caller.Tenant.Placement]);

    /// <summary>A tenant store as nobody, for migrations only: without a caller it has no rows.</summary>
    internal CrmDbContext TenantStore(string placement) => stores[placement].Crm();

    /// <summary>A tenant store for statements over all tenants, which row-level security would hide: <see cref="KeepsTenantsApart"/>.</summary>
    internal CrmDbContext WholeTenantStore(string placement, Caller caller) => Enter(stores[placement].Crm(), caller, stores[placement]);

    /// <summary>Whether the database itself shows a session one tenant only.</summary>
    internal bool KeepsTenantsApart(string placement) =>
        settings.Stores[placement] is { Provider: StoreProvider.SqlServer, RowLevelSecurity: true };

    public CatalogDbContext Catalog(Caller caller) => Enter(stores[settings.Catalog].Catalog(), caller, stores[settings.Catalog]);

    internal CatalogDbContext Catalog() => stores[settings.Catalog].Catalog();

    /// <summary>Begins the models of the tenant stores, which take longest of all that a start makes, beside everything else. Who needs one waits for it, and meets its failure.</summary>
    public void BeginModels() => _ = Task.Run(() =>
    {
        foreach (var store in stores.Values)
        {
            using var context = store.Crm();
            _ = context.Model;
        }
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores.Values)
        {
            await store.DisposeAsync();
        }
    }

    private T Enter<T>(T context, Caller caller, Store store) where T : StoreDbContext
    {
        context.Enter(caller, clock, store.GroupCommit);
        return context;
    }

    private sealed class Store : IAsyncDisposable
    {
        private const int MostIdle = 256;

        public Store(StoreSettings settings)
        {
            if (settings.Provider == StoreProvider.Sqlite)
            {
                var file = new SqliteConnectionStringBuilder(settings.ConnectionString) { ForeignKeys = true, Pooling = false }.ToString();
                GroupCommit = new SqliteGroupCommit(file);
                Crm = Pool<SqliteCrmDbContext>(o => UseSqlite(o, file, MigrationHistory.Crm).ReplaceService<IModelSource, TenantStoreSource>(), settings.Interceptors);
                Catalog = Pool<SqliteCatalogDbContext>(o => UseSqlite(o, file, MigrationHistory.Catalog), settings.Interceptors);
            }
            else
            {
                Crm = Pool<SqlServerCrmDbContext>(o => UseSqlServer(o, settings, MigrationHistory.Crm).ReplaceService<IModelSource, TenantStoreSource>(), settings.Interceptors);
                Catalog = Pool<SqlServerCatalogDbContext>(o => UseSqlServer(o, settings, MigrationHistory.Catalog), settings.Interceptors);
            }
        }

        public Func<CrmDbContext> Crm { get; }
        public Func<CatalogDbContext> Catalog { get; }
        public SqliteGroupCommit? GroupCommit { get; }

        public ValueTask DisposeAsync() => GroupCommit?.DisposeAsync() ?? ValueTask.CompletedTask;

        private static Func<T> Pool<T>(Action<DbContextOptionsBuilder<T>> configure, IReadOnlyList<IInterceptor> interceptors) where T : DbContext
        {
            var options = new DbContextOptionsBuilder<T>();
            configure(options);
            options.EnableThreadSafetyChecks(false);
            options.AddInterceptors(interceptors);
            return WarmContexts.Pool(options.Options, MostIdle);
        }

        private static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder options, string connectionString, string history) => options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(history))
            .ReplaceService<IRelationalConnection, SqliteStoreConnection>();

        private static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder options, StoreSettings settings, string history)
        {
            options.UseSqlServer(settings.ConnectionString, sql =>
                sql.UseCompatibilityLevel(150).EnableRetryOnFailure().MigrationsHistoryTable(history))
                .ReplaceService<IQuerySqlGeneratorFactory, TypedNullsFactory>();
            if (settings.RowLevelSecurity)
            {
                options.AddInterceptors(new SessionTenant());
            }
            return options;
        }

        /// <summary>EF makes models of one source one after the other. With a source of its own a tenant store's is made beside the catalog's.</summary>
        private sealed class TenantStoreSource(ModelSourceDependencies dependencies) : ModelSource(dependencies);
    }
}

/// <summary>Catalog and tenant store may share a database; each knows its own migrations.</summary>
internal static class MigrationHistory
{
    public const string Crm = "__CrmMigrations";
    public const string Catalog = "__CatalogMigrations";
}
