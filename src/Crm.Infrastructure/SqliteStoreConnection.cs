using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Infrastructure;

#pragma warning disable EF1001 // The provider's connection is the only place where a connection can stay open under the pool, and be lent.
/// <summary>
/// A connection that stays open as long as its context is pooled, and that borrows the writer's connection for the length of a save.
/// </summary>
internal sealed class SqliteStoreConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSqlCommandBuilder,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    private SqliteConnection? lent;

    [AllowNull]
    public override DbConnection DbConnection
    {
        get => lent ?? base.DbConnection;
        set => base.DbConnection = value;
    }

    // The provider would also register functions for decimals and regular expressions, which no query here uses.
    protected override DbConnection CreateDbConnection() => new SqliteRetainingConnection(ConnectionString!);

    public void Lend(SqliteConnection? writer) => lent = writer;

    protected override void OpenDbConnection(bool errorsExpected)
    {
        base.OpenDbConnection(errorsExpected);
        SqlitePragmas.Apply((SqliteConnection)DbConnection);
    }

    protected override async Task OpenDbConnectionAsync(bool errorsExpected, CancellationToken cancellationToken)
    {
        await base.OpenDbConnectionAsync(errorsExpected, cancellationToken);
        SqlitePragmas.Apply((SqliteConnection)DbConnection);
    }

    protected override void CloseDbConnection()
    {
        if (DbConnection.State == ConnectionState.Broken)
        {
            base.CloseDbConnection();
        }
    }

    protected override Task CloseDbConnectionAsync() =>
        DbConnection.State == ConnectionState.Broken ? base.CloseDbConnectionAsync() : Task.CompletedTask;
}
#pragma warning restore EF1001
