using Crm.Application;
using Crm.Domain;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>Finds the member of staff that a token names.</summary>
public sealed class StaffOfTokens(Stores stores)
{
    /// <summary>The active member of staff with this id or, where it is no id of ours, with this external id.</summary>
    public async Task<StaffId?> Find(CallerTenant tenant, string idOrExternalId, CancellationToken ct)
    {
        var worker = new Caller();
        worker.BecomeWorker(tenant, "token");
        await using var db = stores.TenantStore(worker);
        if (!StaffId.TryParse(idOrExternalId, null, out var id))
        {
            var (type, key) = (StaffMember.Prefix, ByteKey.Of(idOrExternalId));
            var entry = await db.ExternalIds.AsNoTracking().FirstOrDefaultAsync(e => e.ResourceType == type && e.ExternalId == key, ct);
            if (entry is null)
            {
                return null;
            }
            id = new(entry.ResourceId);
        }
        return await db.Staff.AnyAsync(s => s.Id == id && s.Active, ct) ? id : null;
    }
}
