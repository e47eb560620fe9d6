using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Crm.Infrastructure;

/// <summary>
/// A connection that keeps its prepared statements. EF makes a new command for every execution; preparing its text anew costs more than running it.
/// </summary>
internal sealed class SqliteRetainingConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int MostKept = 200;

    private readonly Dictionary<string, SqliteCommand> idle = new(new ByLength());

    /// <summary>SQLite counts its memory under one lock for all connections, and nobody reads the count. It is told before it is first used; afterwards it refuses, and goes on counting.</summary>
    static SqliteRetainingConnection()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override SqliteCommand CreateCommand() => new RetainedCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    protected override DbCommand CreateDbCommand() => CreateCommand();

    public override void Close()
    {
        foreach (var command in idle.Values)
        {
            command.Dispose();
        }
        idle.Clear();
        base.Close();
    }

    private SqliteCommand Take(string text) =>
        idle.Remove(text, out var command) ? command : new SqliteCommand(text, this) { CommandTimeout = DefaultTimeout };

    private void Give(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (State != ConnectionState.Open || idle.Count >= MostKept || !idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <summary>A text is thousands of characters long, and EF gives the same object each time: to go through all of it for a hash would take longer than to compare the few of one length.</summary>
    private sealed class ByLength : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string text) => text.Length;
    }

    /// <summary>What EF holds; the statement behind it goes back to the connection when this is disposed.</summary>
    private sealed class RetainedCommand(SqliteRetainingConnection owner) : SqliteCommand
    {
        private SqliteCommand? prepared;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => Borrow().ExecuteReader(behavior);

        public override int ExecuteNonQuery() => Borrow().ExecuteNonQuery();

        public override object? ExecuteScalar() => Borrow().ExecuteScalar();

        protected override void Dispose(bool disposing)
        {
            if (disposing && prepared is { } back)
            {
                prepared = null;
                owner.Give(back);
            }
            base.Dispose(disposing);
        }

        private SqliteCommand Borrow()
        {
            if (prepared is null || prepared.CommandText != CommandText)
            {
                prepared = owner.Take(CommandText);
            }
            prepared.Transaction = Transaction;
            prepared.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters)
            {
                prepared.Parameters.Add(parameter);
            }
            return prepared;
        }
    }
}
