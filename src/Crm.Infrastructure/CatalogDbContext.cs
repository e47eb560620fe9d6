using Crm.Application;
using Crm.Domain;
using Crm.Application.Tenants;
using Crm.Domain.ApiKeys;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>The catalog: tenants, credentials and what was done to them. A tenant's caller sees its own rows, the platform sees all.</summary>
public abstract class CatalogDbContext(DbContextOptions options) : StoreDbContext(options), ICatalogDb
{
    /// <summary>The tenant of the caller; null for the platform. Throws where nobody was set.</summary>
    public int? Scope => Caller is null
        ? throw new InvalidOperationException("The catalog is used without a caller.")
        : Caller.IsOfTenant ? Caller.Tenant.Number : null;

    public void AskInTurn(string turn, Func<CancellationToken, Task<Result>> ask) => InTurn.AskInTurn(this, $"{turn} {Scope}", ask);

    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<TenantRequests> Requests => Set<TenantRequests>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CatalogDbContext).Assembly, t => t.IsAssignableTo(typeof(IOfCatalog)));
        modelBuilder.Entity<Tenant>().HasQueryFilter(Tenancy.FilterName, t => Scope == null || t.Number == Scope);
        modelBuilder.Entity<ApiKey>().HasQueryFilter(Tenancy.FilterName, k => Scope == null || k.TenantNumber == Scope);
        modelBuilder.Entity<TenantRequests>().HasQueryFilter(Tenancy.FilterName, r => Scope == null || r.TenantNumber == Scope);
        modelBuilder.Entity<AuditEntry>().HasQueryFilter(Tenancy.FilterName, a => Scope == null || a.TenantNumber == Scope);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    private protected override ICompiledRead<TArg, TAnswer> Compiled<TArg, TAnswer>(Read<TArg, TAnswer> read) =>
        throw new NotSupportedException("Compiled reads are for tenant stores.");
}

public sealed class SqliteCatalogDbContext(DbContextOptions<SqliteCatalogDbContext> options) : CatalogDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conventions.InstantsAsMilliseconds(configurationBuilder);
    }
}

public sealed class SqlServerCatalogDbContext(DbContextOptions<SqlServerCatalogDbContext> options) : CatalogDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conventions.InstantsAsDateTime2(configurationBuilder);
    }
}
