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
    private const string State = "SELECT State FROM Customers WHERE TenantId = @0 AND Id = @1";

    [Statement(StoreProvider.Sqlite)]
    private const string Survivor = "SELECT SurvivorId FROM Customers WHERE TenantId = @0 AND Id = @1";

    [Statement(StoreProvider.SqlServer)]
    private const string OnSqlServer = "SELECT State, SurvivorId FROM Customers WITH (UPDLOCK) WHERE TenantId = @tenant AND Id = @id";

    [Statement(StoreProvider.SqlServer)]
    private const string Alone = "UPDATE Customers SET Version = Version WHERE TenantId = {0} AND Id = {1}";

    /// <summary>Refuses the save of a record where the customer is not active any more.</summary>
    public static void Require(CrmDbContext db, CustomerId id)
    {
        if (db.GroupCommit is null)
        {
            db.Alongside(ct => Require(db, id, ct));
            return;
        }
        db.Alongside(rows =>
        {
            if (rows.Ask(About(State)) as string is var state && state != nameof(CustomerState.Active))
            {
                Refuse(state, rows.Ask(About(Survivor)) as byte[]);
            }
        });

        PlainStatement About(string text) => PlainStatement.On<Customer>(db, text, (Tenancy.Column, db.Tenant), (nameof(Customer.Id), id));
    }

    private static async Task Require(CrmDbContext db, CustomerId id, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.Transaction, command.CommandText) = (db.Database.CurrentTransaction?.GetDbTransaction(), OnSqlServer);
        Add("@tenant", db.Tenant);
        Add("@id", id.Value.ToByteArray(bigEndian: true));
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = await row.ReadAsync(ct);
        Refuse(found ? row.GetString(0) : null, found && !await row.IsDBNullAsync(1, ct) ? (byte[])row.GetValue(1) : null);

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private static void Refuse(string? state, byte[]? survivor)
    {
        if (CustomerStates.Refusal(state is null ? null : Enum.Parse<CustomerState>(state), survivor is null ? null : new CustomerId(new Guid(survivor, bigEndian: true))) is { } refused)
        {
            throw new SaveRefusedException(refused);
        }
    }

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
