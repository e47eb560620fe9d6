using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>
/// Writes rows past the change tracker, which costs more than the writing: changes one by one, and inserts some of one table in one statement, in the order of their references. The
/// statements are made from the model, so a column cannot be forgotten, and stay prepared. Belongs to the one connection that writes.
/// </summary>
internal sealed class SqliteRowWriter(SqliteConnection connection) : IDisposable
{
    private const int MostRows = 8;

    private readonly Dictionary<IEntityType, Table> tables = [];
    private readonly Dictionary<(IEntityType Type, UInt128 Columns), string> changes = [];
    private readonly Dictionary<string, SqliteStatement> prepared = new(StringComparer.Ordinal);

    public void Insert(IModel model, int tenant, IReadOnlyList<object> rows)
    {
        foreach (var group in rows.GroupBy(r => TableOf(model.FindEntityType(r.GetType())!)).OrderBy(g => g.Key.Rank))
        {
            foreach (var chunk in group.Chunk(MostRows))
            {
                var (statement, place) = (Prepared(group.Key.Insert(chunk.Length)), 0);
                foreach (var row in chunk)
                {
                    foreach (var column in group.Key.Columns)
                    {
                        statement.Bind(place++, column.ValueOf(row, tenant));
                    }
                }
                Run(statement);
            }
        }
    }

    public void Change(IReadOnlyList<ChangedRow> rows)
    {
        foreach (var row in rows)
        {
            if (!changes.TryGetValue((row.Type, row.Columns), out var text))
            {
                changes.Add((row.Type, row.Columns), text = row.Statement());
            }
            var statement = Prepared(text);
            for (var i = 0; i < row.Values.Length; i++)
            {
                statement.Bind(i, row.Values[i]);
            }
            if (Run(statement) == 0)
            {
                throw new DbUpdateConcurrencyException("The row is not what it was when it was read.");
            }
        }
    }

    public void Run(PlainStatement statement) => Run(Prepared(statement));

    /// <summary>The one value that a statement asks for; null where there is no row.</summary>
    public object? Ask(PlainStatement statement) => Prepared(statement).Ask();

    /// <summary>Before the connection is closed, and opened anew.</summary>
    public void Forget()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }
        prepared.Clear();
    }

    public void Dispose() => Forget();

    private static int Run(SqliteStatement statement)
    {
        try
        {
            return statement.Run();
        }
        catch (SqliteException refused)
        {
            throw new DbUpdateException("A row was refused.", refused);
        }
    }

    private SqliteStatement Prepared(PlainStatement plain)
    {
        var statement = Prepared(plain.Text);
        for (var i = 0; i < plain.Parameters.Count; i++)
        {
            statement.Bind(i, plain.Stored(i));
        }
        return statement;
    }

    private SqliteStatement Prepared(string text)
    {
        if (!prepared.TryGetValue(text, out var statement))
        {
            prepared.Add(text, statement = new SqliteStatement(connection, text));
        }
        return statement;
    }

    private Table TableOf(IEntityType type)
    {
        if (!tables.TryGetValue(type, out var table))
        {
            tables.Add(type, table = new Table(type));
        }
        return table;
    }

    private sealed class Table
    {
        private readonly string insert;
        private readonly string?[] texts = new string?[MostRows + 1];

        public Table(IEntityType type)
        {
            Columns = [.. type.GetProperties().Select(p => new Column(p.Name == Tenancy.Column ? null : p, p.GetTypeMapping().Converter?.ConvertToProvider))];
            insert = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", type.GetProperties().Select(p => $"\"{p.GetColumnName()}\""))}) VALUES ";
            Rank = RankOf(type);
        }

        public Column[] Columns { get; }

        /// <summary>Higher than that of every table that it refers to.</summary>
        public int Rank { get; }

        public string Insert(int rows) => texts[rows] ??= insert + string.Join(", ", Enumerable.Repeat($"({string.Join(", ", Enumerable.Repeat("?", Columns.Length))})", rows));

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
