using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Crm.Infrastructure;

/// <summary>
/// Tells SQL Server for which tenant a connection works (wall 4): overwritten whenever it is opened, cleared before it goes back to the
/// pool. The catalog belongs to no tenant.
/// </summary>
internal sealed class SessionTenant : DbConnectionInterceptor
{
    [Statement(StoreProvider.SqlServer)]
    private const string Statement = "EXEC sp_set_session_context @key = N'TenantId', @value = @tenant";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, TenantOf(eventData));
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, TenantOf(eventData));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        using var command = Command(connection, null);
        command.ExecuteNonQuery();
        return result;
    }

    public override async ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        await using var command = Command(connection, null);
        await command.ExecuteNonQueryAsync();
        return result;
    }

    private static int? TenantOf(ConnectionEndEventData eventData) =>
        eventData.Context is CrmDbContext { Caller.IsOfTenant: true } crm ? crm.Tenant : null;

    private static DbCommand Command(DbConnection connection, int? tenant)
    {
        var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.Parameters.Add(new SqlParameter("@tenant", System.Data.SqlDbType.Int) { Value = (object?)tenant ?? DBNull.Value });
        return command;
    }
}
