using System.Collections.Concurrent;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>
/// Inserts rows that are only ever added, many of one table in one statement, without the change tracker: on the embedded store it costs more than the
/// insert. The statement is made from the model, so a column cannot be forgotten.
/// </summary>
internal sealed class SqliteRowWriter
{
    private const int MostRows = 50;
    private static readonly ConcurrentDictionary<(IModel Model, Type Type), SqliteRowWriter> Writers = new();

    private readonly string insert;
    private readonly string oneRow;
    private readonly (IProperty? Property, string Type)[] columns;
    private readonly ConcurrentDictionary<int, string> statements = new();

    private SqliteRowWriter(IEntityType type)
    {
        columns = [.. type.GetProperties().Select(p => (p.Name == Tenancy.Column ? null : p, p.GetColumnType()))];
        var names = type.GetProperties().Select(p => $"\"{p.GetColumnName()}\"");
        insert = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ";
        oneRow = "(" + string.Join(", ", columns.Select((_, i) => $"@{{0}}_{i}")) + ")";
    }

    public static void Insert(IModel model, int tenant, IReadOnlyList<object> rows, SqliteConnection connection, SqliteTransaction transaction)
    {
        foreach (var table in rows.GroupBy(r => r.GetType()))
        {
            var writer = Writers.GetOrAdd((model, table.Key), key => new SqliteRowWriter(key.Model.FindEntityType(key.Type)!));
            foreach (var chunk in table.Chunk(MostRows))
            {
                writer.Insert(tenant, chunk, connection, transaction);
            }
        }
    }

    private void Insert(int tenant, object[] rows, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements.GetOrAdd(rows.Length, Statement);
        command.Transaction = transaction;
        for (var row = 0; row < rows.Length; row++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter($"@{row}_{i}", Value(columns[i].Property, rows[row], tenant) ?? DBNull.Value));
            }
        }
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException refused)
        {
            throw new DbUpdateException("A row was refused.", refused);
        }
    }

    private static object? Value(IProperty? property, object row, int tenant)
    {
        if (property is null)
        {
            return tenant;
        }
        var value = property.GetGetter().GetClrValue(row);
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private string Statement(int rows)
    {
        var text = new StringBuilder(insert);
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "" : ", ").Append(oneRow.Replace("{0}", row.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
        return text.ToString();
    }
}
