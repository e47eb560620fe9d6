using Crm.Application;
using Crm.Application.Tenants;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure.Tenants;

/// <summary>Counts and sizes a tenant's rows with one statement over all tables of its store.</summary>
internal sealed class MeasureTenants(Stores stores, RequestCounts counts) : IMeasureTenants
{
    public async Task<(IReadOnlyDictionary<string, long> Rows, long Bytes)> Rows(Tenant tenant, CancellationToken ct)
    {
        var caller = new Caller();
        caller.BecomeWorker(Credentials.Of(tenant), nameof(MeasureTenants));
        await using var store = stores.TenantStore(caller);
        var tables = TenantTables.InOrderOfErasure(store).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var sizes = await store.Database.SqlQueryRaw<TableSize>(StoreSql.Of(store).Sizes(tables), tenant.Number).ToListAsync(ct);
        var byName = sizes.ToDictionary(s => s.TableName, StringComparer.Ordinal);
        return (tables.ToDictionary(t => t.WireName, t => byName[t.Name].Found, StringComparer.Ordinal), (long)sizes.Sum(s => s.Found * s.MeanBytes));
    }

    public IEnumerable<RequestsOnDay> Unwritten(Tenant tenant) => counts.Unwritten(tenant.Number);

    private sealed record TableSize(string TableName, long Found, double MeanBytes);
}
