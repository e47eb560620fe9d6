using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>
/// Writes rows past the change tracker, which costs more than the writing: changes one by one, and inserts many of one table in one statement, in the order of their references. The
/// statements are made from the model, so a column cannot be forgotten, and stay prepared. Belongs to the one connection that writes.
/// </summary>
internal sealed class SqliteRowWriter(SqliteConnection connection)
{
    private const int MostRows = 50;

    private readonly Dictionary<IEntityType, Table> tables = [];
    private readonly Dictionary<(IEntityType Type, UInt128 Columns), SqliteCommand> changes = [];
    private readonly Dictionary<string, SqliteCommand> statements = new(StringComparer.Ordinal);

    public void Insert(IModel model, int tenant, IReadOnlyList<object> rows, SqliteTransaction transaction)
    {
        foreach (var group in rows.GroupBy(r => TableOf(model.FindEntityType(r.GetType())!)).OrderBy(g => g.Key.Rank))
        {
            foreach (var chunk in group.Chunk(MostRows))
            {
                group.Key.Insert(tenant, chunk, transaction);
            }
        }
    }

    public void Change(IReadOnlyList<ChangedRow> rows, SqliteTransaction transaction)
    {
        foreach (var row in rows)
        {
            if (!changes.TryGetValue((row.Type, row.Columns), out var command))
            {
                changes.Add((row.Type, row.Columns), command = row.Command(connection));
            }
            command.Transaction = transaction;
            for (var i = 0; i < row.Values.Length; i++)
            {
                command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
            }
            if (Run(command) == 0)
            {
                throw new DbUpdateConcurrencyException("The row is not what it was when it was read.");
            }
        }
    }

    public void Run(PlainStatement statement, SqliteTransaction transaction) => Run(Prepared(statement, transaction));

    /// <summary>The one value that a statement asks for; null where there is no row.</summary>
    public object? Ask(PlainStatement statement, SqliteTransaction transaction) => Prepared(statement, transaction).ExecuteScalar();

    private SqliteCommand Prepared(PlainStatement statement, SqliteTransaction transaction)
    {
        if (!statements.TryGetValue(statement.Text, out var command))
        {
            statements.Add(statement.Text, command = new SqliteCommand(statement.Text, connection));
            command.Parameters.AddRange(statement.Parameters.Select((_, i) => new SqliteParameter { ParameterName = $"@{i}" }));
        }
        command.Transaction = transaction;
        for (var i = 0; i < statement.Parameters.Count; i++)
        {
            command.Parameters[i].Value = statement.Stored(i) ?? DBNull.Value;
        }
        return command;
    }

    private static int Run(SqliteCommand command)
    {
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (SqliteException refused)
        {
            throw new DbUpdateException("A row was refused.", refused);
        }
    }

    private Table TableOf(IEntityType type)
    {
        if (!tables.TryGetValue(type, out var table))
        {
            tables.Add(type, table = new Table(type, connection));
        }
        return table;
    }

    private sealed class Table
    {
        private readonly SqliteConnection connection;
        private readonly string insert;
        private readonly Column[] columns;
        private readonly Dictionary<int, SqliteCommand> commands = [];

        public Table(IEntityType type, SqliteConnection connection)
        {
            this.connection = connection;
            columns = [.. type.GetProperties().Select(p => new Column(p.Name == Tenancy.Column ? null : p, p.GetTypeMapping().Converter?.ConvertToProvider))];
            insert = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", type.GetProperties().Select(p => $"\"{p.GetColumnName()}\""))}) VALUES ";
            Rank = RankOf(type);
        }

        /// <summary>Higher than that of every table that it refers to.</summary>
        public int Rank { get; }

        public void Insert(int tenant, object[] rows, SqliteTransaction transaction)
        {
            if (!commands.TryGetValue(rows.Length, out var command))
            {
                commands.Add(rows.Length, command = Command(rows.Length));
            }
            command.Transaction = transaction;
            for (var row = 0; row < rows.Length; row++)
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    command.Parameters[row * columns.Length + i].Value = columns[i].ValueOf(rows[row], tenant) ?? DBNull.Value;
                }
            }
            Run(command);
        }

        private SqliteCommand Command(int rows)
        {
            var text = new StringBuilder(insert);
            var command = new SqliteCommand { Connection = connection };
            for (var i = 0; i < rows * columns.Length; i++)
            {
                text.Append(i == 0 ? "(" : i % columns.Length == 0 ? "), (" : ", ").Append('@').Append(i);
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
            }
            command.CommandText = text.Append(')').ToString();
            return command;
        }

        private static int RankOf(IEntityType type) =>
            type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(t => t != type).Select(t => RankOf(t) + 1).DefaultIfEmpty().Max();
    }

    private readonly record struct Column(IProperty? Property, Func<object?, object?>? Convert)
    {
        public object? ValueOf(object row, int tenant)
        {
            if (Property is null)
            {
                return tenant;
            }
            var value = Property.GetGetter().GetClrValue(row);
            return Convert is null ? value : Convert(value);
        }
    }
}
