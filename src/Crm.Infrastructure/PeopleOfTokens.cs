using Crm.Application;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>Finds the member of staff, or the customer, that a token names by an id of ours or by the integrator's own key.</summary>
public sealed class PeopleOfTokens(Stores stores)
{
    /// <summary>The active member of staff.</summary>
    public async Task<StaffId?> FindStaff(CallerTenant tenant, string idOrExternalId, CancellationToken ct)
    {
        await using var db = Store(tenant);
        return await Find<StaffMember>(db, idOrExternalId, ct) is { } id && await db.Staff.AnyAsync(s => s.Id == id && s.Active, ct) ? id : null;
    }

    /// <summary>The customer, or the one that they were merged into.</summary>
    public async Task<CustomerId?> FindCustomer(CallerTenant tenant, string idOrExternalId, CancellationToken ct)
    {
        await using var db = Store(tenant);
        return await Find<Customer>(db, idOrExternalId, ct) is { } id
            ? await db.Customers.Where(c => c.Id == id && (c.State == CustomerState.Active || c.State == CustomerState.Merged)).Select(c => c.SurvivorId ?? (CustomerId?)c.Id).FirstOrDefaultAsync(ct)
            : null;
    }

    private static async Task<Id<T>?> Find<T>(CrmDbContext db, string idOrExternalId, CancellationToken ct) where T : class, IHasId<T>, IResource
    {
        if (Id<T>.TryParse(idOrExternalId, null, out var id))
        {
            return id;
        }
        var (type, key) = (T.Prefix, ByteKey.Of(idOrExternalId));
        return await db.ExternalIds.AsNoTracking().FirstOrDefaultAsync(e => e.ResourceType == type && e.ExternalId == key, ct) is { } entry ? new(entry.ResourceId) : null;
    }

    private CrmDbContext Store(CallerTenant tenant)
    {
        var worker = new Caller();
        worker.BecomeWorker(tenant, "token");
        return stores.TenantStore(worker);
    }
}
