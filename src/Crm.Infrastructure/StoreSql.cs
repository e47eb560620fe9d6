using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>The plain statements that LINQ has no words for, in the dialect of each store. {0} and {1} are parameters.</summary>
internal sealed class StoreSql(bool sqlite)
{
    /// <summary>Rows that one statement deletes at most, so that writers never wait long for it.</summary>
    public const int Batch = 2_000;
    private const int Sampled = 1_000;

    public static readonly StoreSql Sqlite = new(true), SqlServer = new(false);

    public static StoreSql Of(DbContext store) => store.Database.IsSqlite() ? Sqlite : SqlServer;

    public string DeleteSome(string table, string condition) => sqlite
        ? $"DELETE FROM {Name(table)} WHERE rowid IN (SELECT rowid FROM {Name(table)} WHERE {condition} LIMIT {Batch})"
        : $"DELETE TOP ({Batch}) FROM {Name(table)} WHERE {condition}";

    public string EmptySome(string table, string column, string condition) => sqlite
        ? $"UPDATE {Name(table)} SET {Name(column)} = NULL WHERE rowid IN (SELECT rowid FROM {Name(table)} WHERE {condition} AND {Name(column)} IS NOT NULL LIMIT {Batch})"
        : $"UPDATE TOP ({Batch}) {Name(table)} SET {Name(column)} = NULL WHERE {condition} AND {Name(column)} IS NOT NULL";

    /// <summary>Rows and mean size of a row of every table, of the tenant in {0}: columns TableName, Found and MeanBytes.</summary>
    public string Sizes(IEnumerable<TenantTable> tables)
    {
        var union = new StringBuilder();
        foreach (var table in tables)
        {
            var of = $"FROM {Name(table.Name)} WHERE {Name(Tenancy.Column)} = {{0}}";
            var bytes = string.Join(" + ", table.Columns.Select(SizeOf));
            var sample = sqlite ? $"SELECT {bytes} AS Bytes {of} LIMIT {Sampled}" : $"SELECT TOP ({Sampled}) {bytes} AS Bytes {of}";
            union.Append(union.Length == 0 ? "" : "\nUNION ALL\n").Append(CultureInfo.InvariantCulture, $"""
                SELECT '{table.Name}' AS TableName, (SELECT {(sqlite ? "COUNT" : "COUNT_BIG")}(*) {of}) AS Found,
                (SELECT COALESCE(AVG(CAST(Bytes AS {(sqlite ? "real" : "float")})), 0) FROM ({sample}) AS Sample) AS MeanBytes
                """);
        }
        return union.ToString();
    }

    /// <summary>An instant as the store compares it.</summary>
    public object Instant(DateTimeOffset instant) => sqlite ? instant.ToUnixTimeMilliseconds() : instant.UtcDateTime;

    public string Name(string name) => sqlite ? $"\"{name}\"" : $"[{name}]";

    private string SizeOf(string column) => sqlite ? $"COALESCE(LENGTH(CAST({Name(column)} AS BLOB)), 0)" : $"COALESCE(DATALENGTH({Name(column)}), 0)";
}
