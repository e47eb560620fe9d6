using System.Data.Common;
using System.Globalization;
using System.Text;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Product;

/// <summary>Everything that the stores hold of a tenant, column by column, as text that can be compared.</summary>
internal static class TenantRows
{
    public static async Task<IReadOnlyList<string>> Of(TestTenant tenant)
    {
        var stores = tenant.Host.Services.GetRequiredService<Stores>();
        var caller = await tenant.Caller();
        var rows = new List<string>();
        await using var crm = stores.TenantStore(caller);
        foreach (var table in TenantWalls.Tables(crm))
        {
            await Read(crm, table, Tenancy.Column, caller.Tenant.Number, rows);
        }
        await using var catalog = stores.Catalog(caller);
        foreach (var type in catalog.Model.GetEntityTypes())
        {
            // How many requests there were is written by a worker, whoever asks.
            if (type.ClrType != typeof(Application.Tenants.TenantRequests) && (type.FindProperty("TenantNumber") is not null || type.FindProperty("Number") is not null))
            {
                await Read(catalog, type.GetTableName()!, type.FindProperty("TenantNumber") is null ? "Number" : "TenantNumber", caller.Tenant.Number, rows);
            }
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task Read(DbContext context, string table, string column, int number, List<string> rows)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE \"{column}\" = {number.ToString(CultureInfo.InvariantCulture)}";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(Text(table, reader));
        }
        await context.Database.CloseConnectionAsync();
    }

    private static string Text(string table, DbDataReader reader)
    {
        var text = new StringBuilder(table);
        for (var i = 0; i < reader.FieldCount; i++)
        {
            // When a key was last used is written by a worker, whoever asks.
            if (reader.GetName(i) != "LastUsedAt")
            {
                var value = reader.GetValue(i);
                text.Append(CultureInfo.InvariantCulture, $" {reader.GetName(i)}={(value is byte[] bytes ? Convert.ToHexString(bytes) : value)}");
            }
        }
        return text.ToString();
    }
}
