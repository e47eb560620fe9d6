using System.Globalization;
using Crm.Domain.ApiKeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>
/// Tells the planner of the embedded store how many rows have equal beginnings of an index. Knowing nothing, it takes each first column for about equally selective, and walks
/// through a tenant in the order of a list to spare itself the sorting of a customer's ten rows. The estimates follow from the model and never from what is stored: the plans of
/// a query are the same in every store and every year.
/// </summary>
internal static class SqlitePlanner
{
    private const double Rows = 100_000_000, Tenants = 1_000, Different = 10_000, Days = 300, Staff = 100, Choices = 2;

    private const string Estimates = "sqlite_stat1";

    [Statement(StoreProvider.Sqlite)]
    private const string Indexes = """
        SELECT t.name AS "Table", i.name AS "Index", i."unique" AS "IsUnique", c.name AS "Column"
        FROM sqlite_master AS t, pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
        WHERE t.type = 'table' ORDER BY t.name, i.name, c.seqno
        """;

    /// <summary>Makes the table of estimates where there is none, and has it read again.</summary>
    [Statement(StoreProvider.Sqlite)]
    private const string Read = "ANALYZE sqlite_schema";

    public static async Task<bool> Knows(StoreDbContext store, CancellationToken ct) =>
        await store.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = {Estimates}").SingleAsync(ct) > 0
        && await store.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_stat1 WHERE tbl = {Tables(store).First()}").SingleAsync(ct) > 0;

    public static async Task Tell(StoreDbContext store, CancellationToken ct)
    {
        var columns = store.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => (Table: e.GetTableName()!, Property: p)))
            .ToLookup(c => (c.Table, Column: c.Property.GetColumnName()), c => c.Property);
        var tables = Tables(store).ToHashSet(StringComparer.Ordinal);
        var indexes = await store.Database.SqlQueryRaw<IndexColumn>(Indexes).ToListAsync(ct);
        await store.Database.ExecuteSqlRawAsync(Read, ct);
        await using var transaction = await store.Database.BeginTransactionAsync(ct);
        foreach (var index in indexes.Where(i => tables.Contains(i.Table)).GroupBy(i => (i.Table, i.Index)))
        {
            var estimate = EstimateOf([.. index.Select(i => columns[(i.Table, i.Column)].FirstOrDefault())], index.First().IsUnique);
            await store.Database.ExecuteSqlAsync($"DELETE FROM sqlite_stat1 WHERE tbl = {index.Key.Table} AND idx = {index.Key.Index}", ct);
            await store.Database.ExecuteSqlAsync($"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ({index.Key.Table}, {index.Key.Index}, {estimate})", ct);
        }
        await transaction.CommitAsync(ct);
        await store.Database.ExecuteSqlRawAsync(Read, ct);
    }

    /// <summary>All rows, then how many have the same first column, the same first two, and so on. No index is searched tenant by tenant.</summary>
    private static string EstimateOf(IReadOnlyList<IProperty?> columns, bool isUnique)
    {
        var (rows, words) = (Rows, new List<double> { Rows });
        foreach (var column in columns)
        {
            rows = Math.Max(1, rows / ValuesOf(column));
            words.Add(rows);
        }
        if (isUnique)
        {
            words[^1] = 1;
        }
        return string.Join(' ', words.Select(w => w.ToString("F0", CultureInfo.InvariantCulture))) + " noskipscan";
    }

    private static double ValuesOf(IProperty? column)
    {
        var type = column?.ClrType;
        return column?.Name is Tenancy.Column or nameof(ApiKey.TenantNumber) ? Tenants
            : type is { IsEnum: true } || Nullable.GetUnderlyingType(type ?? typeof(object)) is { IsEnum: true } || type == typeof(bool) ? Choices
            // What has not happened yet is asked for, rather than what did at a certain moment.
            : type == typeof(DateTimeOffset?) || type == typeof(DateOnly?) ? Choices
            : type == typeof(DateOnly) ? Days
            : type == typeof(StaffId) || type == typeof(StaffId?) ? Staff : Different;
    }

    private static IEnumerable<string> Tables(StoreDbContext store) => store.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal);

    private sealed record IndexColumn(string Table, string Index, bool IsUnique, string Column);
}
