using Crm.Application.Customers;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Infrastructure.Customers;

/// <summary>
/// A record on a customer and a merge or erasure of the customer at the same moment: whichever comes second sees the first. The embedded store has
/// one writer; on SQL Server whoever records keeps the customer's row until the commit, since contacts and consents write on it, and so does who merges or erases.
/// </summary>
internal static class ActiveCustomer
{
    [Statement(StoreProvider.Sqlite)]
    private const string OnSqlite = "SELECT State, SurvivorId FROM Customers WHERE TenantId = @tenant AND Id = @id";

    [Statement(StoreProvider.SqlServer)]
    private const string OnSqlServer = "SELECT State, SurvivorId FROM Customers WITH (UPDLOCK) WHERE TenantId = @tenant AND Id = @id";

    [Statement(StoreProvider.SqlServer)]
    private const string Alone = "UPDATE Customers SET Version = Version WHERE TenantId = {0} AND Id = {1}";

    /// <summary>Refuses the save of a record where the customer is not active any more.</summary>
    public static void Require(CrmDbContext db, CustomerId id) => db.Alongside(async ct =>
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.Transaction, command.CommandText) = (db.Database.CurrentTransaction?.GetDbTransaction(), db.Database.IsSqlite() ? OnSqlite : OnSqlServer);
        Add("@tenant", db.Tenant);
        Add("@id", id.Value.ToByteArray(bigEndian: true));
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = await row.ReadAsync(ct);
        var state = found ? Enum.Parse<CustomerState>(row.GetString(0)) : (CustomerState?)null;
        var survivor = found && !await row.IsDBNullAsync(1, ct) ? new CustomerId(new Guid((byte[])row.GetValue(1), bigEndian: true)) : (CustomerId?)null;
        if (CustomerStates.Refusal(state, survivor) is { } refused)
        {
            throw new SaveRefusedException(refused);
        }

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    });

    /// <summary>Keeps others from recording on these customers until the commit.</summary>
    public static void HaveAlone(CrmDbContext db, IEnumerable<CustomerId> customers)
    {
        if (!db.Database.IsSqlite())
        {
            // Always in the same order, so that two who want the same ones wait and never block each other.
            db.Alongside(async ct =>
            {
                foreach (var id in customers.Order())
                {
                    await db.Database.ExecuteSqlRawAsync(Alone, [db.Tenant, id.Value.ToByteArray(bigEndian: true)], ct);
                }
            });
        }
    }
}
