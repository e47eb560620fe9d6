using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Architecture.Tests;

/// <summary>The models of both stores for both providers, as migrations are made from them. They connect to nothing.</summary>
internal static class StoreModels
{
    public static readonly IReadOnlyDictionary<string, Func<DbContext>> Contexts = new Dictionary<string, Func<DbContext>>(StringComparer.Ordinal)
    {
        ["tenant store on SQLite"] = () => new SqliteCrmDesign().CreateDbContext([]),
        ["catalog on SQLite"] = () => new SqliteCatalogDesign().CreateDbContext([]),
        ["tenant store on SQL Server"] = () => new SqlServerCrmDesign().CreateDbContext([]),
        ["catalog on SQL Server"] = () => new SqlServerCatalogDesign().CreateDbContext([]),
    };

    public static TheoryData<string> All => [.. Contexts.Keys];
    public static TheoryData<string> OfTenants => [.. Contexts.Keys.Where(k => k.StartsWith("tenant", StringComparison.Ordinal))];
    public static TheoryData<string> OnSqlServer => [.. Contexts.Keys.Where(k => k.EndsWith("SQL Server", StringComparison.Ordinal))];

    public static DbContext Open(string name) => Contexts[name]();

    public static IModel Model(this DbContext context) => context.GetService<IDesignTimeModel>().Model;

    /// <summary>Fails with every finding at once, one to a line.</summary>
    public static void AssertNone(this IEnumerable<string> findings)
    {
        var all = findings.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}
