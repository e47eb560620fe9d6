using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using Crm.Api.Tests.Product;
using Crm.Application.Customers;
using Crm.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Architecture.Tests;

/// <summary>The statements that are generated from the model parse as T-SQL, for every table there is.</summary>
public sealed class GeneratedStatementTests
{
    [Fact]
    public void What_deletes_empties_and_measures_tables_parses()
    {
        using var context = StoreModels.Open("tenant store on SQL Server");
        var tables = TenantTables.InOrderOfErasure(context);
        Assert.NotEmpty(tables);
        tables.Select(t => StoreSql.SqlServer.DeleteSome(t.Name, "[TenantId] = {0}"))
            .Concat(tables.SelectMany(t => t.Columns.Select(c => StoreSql.SqlServer.EmptySome(t.Name, c, "[TenantId] = {0}"))))
            .Append(StoreSql.SqlServer.Sizes(tables))
            .SelectMany(s => TransactSql.Findings(s, s)).AssertNone();
    }

    [Fact]
    public async Task What_merges_erases_and_exports_a_customer_parses()
    {
        var server = new PretendedSqlServer();
        using var host = server.Host();
        var tenant = await PretendedSqlServer.Tenant(host);
        await using var scope = host.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Crm.Application.Caller>();
        caller.BecomeWorker((await tenant.Caller()).Tenant, "test");
        var (rows, db) = (scope.ServiceProvider.GetRequiredService<ICustomerRows>(), (StoreDbContext)scope.ServiceProvider.GetRequiredService<Crm.Application.ICrmDb>());
        var (one, other) = (CustomerId.New(DateTimeOffset.UnixEpoch), CustomerId.New(DateTimeOffset.UnixEpoch));
        await rows.CountMoves(one, other, default);
        await rows.CountErased([one, other], default);
        rows.Move(new(one.Value), one, other);
        rows.MoveBack(new(one.Value), one, other);
        rows.Erase([one, other]);
        // Without the transaction that they share, which wants a real connection.
        var statements = typeof(StoreDbContext).GetField("alongside", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(db)!;
        foreach (var statement in (IEnumerable<Func<CancellationToken, Task>>)statements)
        {
            await statement(default);
        }
        await using (var json = new Utf8JsonWriter(Stream.Null))
        {
            json.WriteStartObject();
            await rows.Write(json, PipeWriter.Create(Stream.Null), [one, other], default);
            json.WriteEndObject();
        }
        Assert.Contains(server.Commands.Keys, c => c.Contains("UPDATE [Interactions]", StringComparison.Ordinal));
        server.Commands.Keys.SelectMany(s => TransactSql.Findings(s, s)).AssertNone();
    }
}
