using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Crm.Infrastructure;

/// <summary>
/// A prepared statement of the one writer, with the parameters ? or @0, @1 and so on. They are bound by their place: by name, as the provider does it, each is sought among all, and an
/// insert of many rows has hundreds.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;

    public SqliteStatement(SqliteConnection connection, string text)
    {
        db = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(db, text, out statement));
        places = new int[raw.sqlite3_bind_parameter_count(statement)];
        for (var at = 1; at <= places.Length; at++)
        {
            var name = raw.sqlite3_bind_parameter_name(statement, at).utf8_to_string();
            places[string.IsNullOrEmpty(name) ? at - 1 : int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)] = at;
        }
    }

    /// <param name="parameter">Its number, from 0.</param>
    /// <param name="value">As the provider stores it.</param>
    public void Bind(int parameter, object? value) => Check(Bound(places[parameter], value));

    /// <summary>Tells how many rows it changed.</summary>
    public int Run()
    {
        try
        {
            Check(raw.sqlite3_step(statement));
            return raw.sqlite3_changes(db);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>The first value of the first row; null where there is no row.</summary>
    public object? Ask()
    {
        try
        {
            var result = raw.sqlite3_step(statement);
            Check(result);
            return result != raw.SQLITE_ROW ? null : raw.sqlite3_column_type(statement, 0) switch
            {
                raw.SQLITE_NULL => null,
                raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, 0).ToArray(),
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, 0),
                _ => raw.sqlite3_column_text(statement, 0).utf8_to_string(),
            };
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private int Bound(int at, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, at),
        string text => raw.sqlite3_bind_text(statement, at, text),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, at, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        short number => raw.sqlite3_bind_int64(statement, at, number),
        bool truth => raw.sqlite3_bind_int64(statement, at, truth ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, at, number),
        decimal number => raw.sqlite3_bind_text(statement, at, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(statement, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => raw.sqlite3_bind_text(statement, at, time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
        TimeSpan span => raw.sqlite3_bind_text(statement, at, span.ToString("c")),
        _ => throw new NotSupportedException($"A value of the type {value.GetType()} is stored by no rule. Say in {nameof(SqliteStatement)} how."),
    };

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, db);
        }
    }
}
