using Crm.Domain;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Tenants;

/// <summary>How much of the service a tenant has taken.</summary>
/// <param name="Records">Rows by table of the tenant's store, counted now; a later feature's tables appear by themselves.</param>
/// <param name="StorageBytes">
/// Estimated bytes of its values: for each table the mean size of up to 1,000 rows times the number of rows. Indexes, free space and
/// page overhead are not in it.
/// </param>
/// <param name="Requests">Requests of its credentials.</param>
public sealed record TenantUsage(IReadOnlyDictionary<string, long> Records, long StorageBytes, TenantRequestUsage Requests)
{
    public static readonly TenantUsage Example = new(
        new Dictionary<string, long>(StringComparer.Ordinal) { ["customers"] = 412, ["interactions"] = 2_310 }, 5_120_000,
        new(48_210, [new(new DateOnly(2026, 3, 21), 1_204)]));
}

/// <summary>Requests of a tenant's credentials, refused ones included.</summary>
/// <param name="Total">Since the tenant was provisioned.</param>
/// <param name="PerDay">By day (UTC), of the last 30 days that had any, oldest first. What other processes counted in the last minute is not in it yet.</param>
public sealed record TenantRequestUsage(long Total, IReadOnlyList<RequestsOnDay> PerDay);

/// <summary>Requests of one day.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Count">How many.</param>
public sealed record RequestsOnDay(DateOnly Day, long Count);

public sealed record GetTenantUsage(TenantId Id) : IQuery<TenantUsage>;

internal sealed class GetTenantUsageHandler(ICatalogDb catalog, IMeasureTenants measure, TimeProvider clock) : IQueryHandler<GetTenantUsage, TenantUsage>
{
    private const int Days = 30;

    public async Task<Result<TenantUsage>> Handle(GetTenantUsage query, CancellationToken ct)
    {
        if (await catalog.Tenants.AsNoTracking().FirstOrDefaultAsync(t => t.Id == query.Id, ct) is not { } tenant)
        {
            return Error.NotFound<Tenant>();
        }
        var (records, bytes) = await measure.Rows(tenant, ct);
        var counted = await catalog.Requests.AsNoTracking().Where(r => r.TenantNumber == tenant.Number)
            .Select(r => new RequestsOnDay(r.Day, r.Count)).ToListAsync(ct);
        var perDay = counted.Concat(measure.Unwritten(tenant)).GroupBy(r => r.Day).OrderBy(g => g.Key)
            .Select(g => new RequestsOnDay(g.Key, g.Sum(r => r.Count))).ToList();
        var first = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - Days);
        return new TenantUsage(records, bytes, new(perDay.Sum(r => r.Count), [.. perDay.Where(r => r.Day >= first)]));
    }
}

/// <summary>Measures what a tenant has in its store, and what this process counted but has not written down yet.</summary>
public interface IMeasureTenants
{
    Task<(IReadOnlyDictionary<string, long> Rows, long Bytes)> Rows(Tenant tenant, CancellationToken ct);
    IEnumerable<RequestsOnDay> Unwritten(Tenant tenant);
}
