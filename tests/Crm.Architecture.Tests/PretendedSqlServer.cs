using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using Crm.Api.Tests;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Architecture.Tests;

/// <summary>
/// Stands where SQL Server would: an empty database that takes every command and keeps its text. Everything before it is real: the provider,
/// the translation, the parameters.
/// </summary>
internal sealed partial class PretendedSqlServer : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    private const int MostColumns = 200;

    public ConcurrentDictionary<string, int> Commands { get; } = new(StringComparer.Ordinal);

    /// <summary>The application with a store "sql" that is this one.</summary>
    public CrmHost Host(params ILoggerProvider[] logs)
    {
        var host = CrmHost.With(
            ("Stores:sql:Provider", "SqlServer"), ("Stores:sql:ConnectionString", "Server=none;Database=none;Connect Timeout=1"),
            ("Stores:sql:RowLevelSecurity", "false"), ("Crm:MigrateAtStart", "false"));
        host.ChangeServices = services =>
        {
            foreach (var log in logs)
            {
                services.AddSingleton(log);
            }
            ((CrmStoreSettings)services.Single(s => s.ServiceType == typeof(CrmStoreSettings)).ImplementationInstance!).Stores["sql"].Interceptors = [this];
        };
        return host;
    }

    /// <summary>A tenant placed on it.</summary>
    public static async Task<TestTenant> Tenant(CrmHost host)
    {
        var tenant = (await host.Platform.Post("/v1/platform/tenants", new { slug = "sql", name = "On SQL Server", placement = "sql" })).Is(201);
        return new TestTenant(host, tenant.Id, "sql", tenant.Text("administratorKey"));
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        InterceptionResult<DbDataReader>.SuppressWithResult(Answer(Keep(command), eventData.Context!));

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

    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new PretendedCommand(eventData.Connection));

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(new PretendedTransaction(connection, eventData.IsolationLevel)));

    private string Keep(DbCommand command)
    {
        Commands.AddOrUpdate(command.CommandText, 1, (_, n) => n + 1);
        return command.CommandText;
    }

    private static DataTableReader Answer(string query, DbContext context)
    {
        var table = new DataTable();
        if (query.StartsWith("SELECT [MigrationId]", StringComparison.Ordinal))
        {
            // A store that is up to date, so that the application starts.
            table.Columns.Add("MigrationId", typeof(string));
            table.Columns.Add("ProductVersion", typeof(string));
            foreach (var migration in context.Database.GetMigrations())
            {
                table.Rows.Add(migration, "10.0");
            }
            return table.CreateDataReader();
        }
        object? single = query.StartsWith("SELECT COUNT_BIG(*)", StringComparison.Ordinal) ? 0L : query.StartsWith("SELECT COUNT(*)", StringComparison.Ordinal) ? 0
            : query.StartsWith("SELECT CASE", StringComparison.Ordinal) ? false : null;
        if (single is not null)
        {
            table.Columns.Add("single value", single.GetType());
            table.Rows.Add(single);
        }
        // Those that raw SQL names, which are looked for by name.
        foreach (var name in Named().Matches(query).Select(m => m.Groups["name"].Value).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            table.Columns.Add(name, typeof(object));
        }
        // As many columns as any query may want; there are no rows in which they would have values.
        for (var i = 0; i < MostColumns; i++)
        {
            table.Columns.Add("column " + i, typeof(object));
        }
        return table.CreateDataReader();
    }

    [GeneratedRegex(@" AS \[(?<name>\w+)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
