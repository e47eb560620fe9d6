using Crm.Domain;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Architecture.Tests;

/// <summary>Walks the model, so that an entity added later stands behind the same walls or turns this red.</summary>
public sealed class TenancyTests
{
    [Theory]
    [MemberData(nameof(StoreModels.OfTenants), MemberType = typeof(StoreModels))]
    public void Every_entity_of_a_tenant_store_has_the_tenant_first_in_its_primary_key(string store) =>
        Entities(store).Where(e => e.FindPrimaryKey()?.Properties[0].Name != Tenancy.Column)
            .Select(e => $"{e.ShortName()}: call AggregateOfTenant() or OfTenant(…) in its configuration.").AssertNone();

    [Theory]
    [MemberData(nameof(StoreModels.OfTenants), MemberType = typeof(StoreModels))]
    public void Every_entity_of_a_tenant_store_has_the_filter_of_the_tenant(string store) =>
        Entities(store).Where(e => e.FindDeclaredQueryFilter(Tenancy.FilterName) is null)
            .Select(e => $"{e.ShortName()} has no filter '{Tenancy.FilterName}': every tenant would see every row of it.").AssertNone();

    [Theory]
    [MemberData(nameof(StoreModels.OfTenants), MemberType = typeof(StoreModels))]
    public void The_tenant_of_a_row_is_stamped_and_never_generated_by_the_store(string store) =>
        Entities(store).Select(e => e.FindProperty(Tenancy.Column))
            .Where(p => p is not null && (p.ValueGenerated != ValueGenerated.Never || p.GetValueGeneratorFactory() is null || p.IsNullable))
            .Select(p => $"{p!.DeclaringType.ShortName()}.{p.Name} is not stamped by OfTenant().").AssertNone();

    [Theory]
    [MemberData(nameof(StoreModels.OfTenants), MemberType = typeof(StoreModels))]
    public void Every_index_and_key_begins_with_the_tenant(string store) =>
        Entities(store).SelectMany(e => (e.IsReadAcrossTenants() ? [] : e.GetIndexes().Select(i => (e, i.Properties))).Concat(e.GetKeys().Select(k => (e, k.Properties))))
            .Where(x => x.Properties[0].Name != Tenancy.Column)
            .Select(x => $"{x.e.ShortName()} ({Names(x.Properties)}): use TenantIndex(…), so that a query seeks in the tenant's range.").AssertNone();

    /// <summary>Whoever works for no tenant sees these rows of all of them: nothing may stand there but what it takes to wake somebody.</summary>
    [Theory]
    [MemberData(nameof(StoreModels.OfTenants), MemberType = typeof(StoreModels))]
    public void Only_alarms_are_read_across_tenants_and_they_say_nothing_of_anybody(string store)
    {
        var across = Assert.Single(Entities(store), e => e.IsReadAcrossTenants());
        Assert.Equal("Alarm", across.ShortName());
        Assert.Equal(
            ["At", "Attempts", "ClaimedBy", "Kind", "ResourceId", Tenancy.Column, "WakesAt"], across.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("WakesAt", Assert.Single(across.GetIndexes()).Properties[0].Name);
    }

    [Theory]
    [MemberData(nameof(StoreModels.OfTenants), MemberType = typeof(StoreModels))]
    public void No_foreign_key_can_cross_tenants(string store) =>
        Entities(store).SelectMany(e => e.GetForeignKeys())
            .Where(f => f.Properties[0].Name != Tenancy.Column || f.PrincipalKey.Properties[0].Name != Tenancy.Column)
            .Select(f => $"{f.DeclaringEntityType.ShortName()} ({Names(f.Properties)}): use References<T, TOther>(member).").AssertNone();

    [Theory]
    [MemberData(nameof(StoreModels.OfTenants), MemberType = typeof(StoreModels))]
    public void Every_table_of_a_tenant_store_stands_behind_the_walls_of_the_database(string store)
    {
        using var context = StoreModels.Open(store);
        var walled = TenantWalls.Tables(context).ToList();
        var tables = context.Model().GetRelationalModel().Tables.Select(t => t.Name).ToList();
        tables.Except(walled).Select(t => $"{t} is in no tenant wall.").AssertNone();
        var across = context.Model().GetEntityTypes().Where(e => e.IsReadAcrossTenants()).Select(e => e.GetTableName()).ToList();
        foreach (var table in tables)
        {
            var matches = across.Contains(table) ? "TenantMatchesOrNone" : "TenantMatches";
            Assert.Contains(TenantWalls.Sqlite(context), s => s.Contains($"ON \"{table}\"", StringComparison.Ordinal));
            var policy = TenantWalls.SqlServer(context).Last();
            Assert.Contains($"FILTER PREDICATE dbo.{matches}(TenantId) ON dbo.[{table}]", policy, StringComparison.Ordinal);
            Assert.Contains($"BLOCK PREDICATE dbo.TenantMatches(TenantId) ON dbo.[{table}] AFTER INSERT", policy, StringComparison.Ordinal);
            Assert.Contains($"BLOCK PREDICATE dbo.{matches}(TenantId) ON dbo.[{table}] AFTER UPDATE", policy, StringComparison.Ordinal);
        }
    }

    /// <summary>A row of the catalog that belongs to a tenant is seen by that tenant and by the platform.</summary>
    [Theory]
    [InlineData("catalog on SQLite")]
    [InlineData("catalog on SQL Server")]
    public void Every_entity_of_the_catalog_that_belongs_to_a_tenant_has_the_filter(string store) =>
        Entities(store).Where(e => e.GetProperties().Any(p => p.Name is "TenantNumber" or "Number") && e.FindDeclaredQueryFilter(Tenancy.FilterName) is null)
            .Select(e => $"{e.ShortName()} has no filter '{Tenancy.FilterName}' in CatalogDbContext.").AssertNone();

    [Theory]
    [MemberData(nameof(StoreModels.All), MemberType = typeof(StoreModels))]
    public void Nothing_is_deleted_along_with_something_else(string store) =>
        Entities(store).SelectMany(e => e.GetForeignKeys()).Where(f => f.DeleteBehavior != DeleteBehavior.NoAction)
            .Select(f => $"{f.DeclaringEntityType.ShortName()} ({Names(f.Properties)}) has {f.DeleteBehavior}: say OnDelete(DeleteBehavior.NoAction).").AssertNone();

    [Theory]
    [MemberData(nameof(StoreModels.All), MemberType = typeof(StoreModels))]
    public void The_version_of_every_aggregate_is_its_concurrency_token(string store) =>
        Entities(store).Where(e => e.ClrType.IsAssignableTo(typeof(AggregateRoot)) && e.FindProperty(nameof(AggregateRoot.Version)) is not { IsConcurrencyToken: true })
            .Select(e => $"{e.ShortName()}: call Aggregate() or AggregateOfTenant() in its configuration.").AssertNone();

    [Fact]
    public void Every_aggregate_is_stored()
    {
        var stored = StoreModels.Contexts.Keys.SelectMany(Entities).Select(e => e.ClrType).ToHashSet();
        typeof(AggregateRoot).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(AggregateRoot)) && !t.IsAbstract && !stored.Contains(t))
            .Select(t => $"{t.Name} has no configuration, so it is in no store.").AssertNone();
    }

    private static List<IEntityType> Entities(string store)
    {
        using var context = StoreModels.Open(store);
        return [.. context.Model().GetEntityTypes()];
    }

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(p => p.Name));
}
