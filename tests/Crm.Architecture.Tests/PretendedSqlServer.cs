using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Architecture.Tests;

/// <summary>
/// Stands where SQL Server would: an empty database that takes every command and keeps its text. Everything before it is real: the provider,
/// the translation, the parameters.
/// </summary>
internal sealed class PretendedSqlServer : DbCommandInterceptor, IDbConnectionInterceptor, ISaveChangesInterceptor
{
    private const int MostColumns = 200;

    public ConcurrentDictionary<string, int> Commands { get; } = new(StringComparer.Ordinal);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        InterceptionResult<DbDataReader>.SuppressWithResult(Answer(Keep(command)));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Keep(command);
        return InterceptionResult<int>.SuppressWithResult(1);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Keep(command);
        return InterceptionResult<object>.SuppressWithResult(0);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ScalarExecuting(command, eventData, result));

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    /// <summary>There is nothing to be rolled back here, and a transaction would want an open connection.</summary>
    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        eventData.Context!.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return ValueTask.FromResult(result);
    }

    private string Keep(DbCommand command)
    {
        Commands.AddOrUpdate(command.CommandText, 1, (_, n) => n + 1);
        return command.CommandText;
    }

    private static DataTableReader Answer(string query)
    {
        var table = new DataTable();
        object? single = query.StartsWith("SELECT COUNT_BIG(*)", StringComparison.Ordinal) ? 0L : query.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal) ? 0
            : query.StartsWith("SELECT CASE", StringComparison.Ordinal) ? false : null;
        if (single is not null)
        {
            table.Columns.Add("value", single.GetType());
            table.Rows.Add(single);
        }
        // As many columns as any query may want; there are no rows in which they would have values.
        for (var i = 0; i < MostColumns; i++)
        {
            table.Columns.Add("column" + i, typeof(object));
        }
        return table.CreateDataReader();
    }
}
