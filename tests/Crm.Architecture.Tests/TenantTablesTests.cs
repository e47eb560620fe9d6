using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Crm.Architecture.Tests;

public sealed class TenantTablesTests
{
    [Fact]
    public void Every_table_can_be_erased_in_an_order_that_no_reference_refuses()
    {
        using var store = new SqlServerCrmDesign().CreateDbContext([]);
        var order = TenantTables.InOrderOfErasure(store).ToList();
        Assert.Equal(TenantWalls.Tables(store), order.Select(t => t.Name).Order(StringComparer.Ordinal));
        foreach (var table in store.Model.GetRelationalModel().Tables)
        {
            var severed = order.Find(t => t.Name == table.Name)!.Severed;
            foreach (var reference in table.ForeignKeyConstraints.Where(r => !r.Columns.Any(c => severed.Contains(c.Name, StringComparer.Ordinal))))
            {
                Assert.True(order.FindIndex(t => t.Name == table.Name) < order.FindIndex(t => t.Name == reference.PrincipalTable.Name), reference.Name);
            }
        }
    }

    [Fact]
    public void The_plain_statements_are_sql_servers_language()
    {
        using var store = new SqlServerCrmDesign().CreateDbContext([]);
        var tables = TenantTables.InOrderOfErasure(store);
        string[] statements =
        [
            StoreSql.SqlServer.Sizes(tables), StoreSql.SqlServer.DeleteSome("StoredAnswers", "ExpiresAt <= {0}"),
            StoreSql.SqlServer.EmptySome("Customers", "SurvivorId", "TenantId = {0}"),
        ];
        foreach (var statement in statements)
        {
            new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(statement.Replace("{0}", "@p0", StringComparison.Ordinal)), out var errors);
            Assert.Empty(errors);
        }
    }
}
