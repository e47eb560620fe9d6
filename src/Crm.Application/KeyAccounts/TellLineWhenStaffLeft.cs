using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>When somebody leaves, accounts that they managed or sponsored lack them: their line is told of the first, the account managers of the second.</summary>
internal sealed class TellLineWhenStaffLeft(ICrmDb db, TimeProvider clock) : IEventHandler<StaffLeft>
{
    private const int Most = 100;

    public async Task Handle(StaffLeft happened, CancellationToken ct)
    {
        var (id, now) = (happened.StaffId, clock.GetUtcNow());
        var accounts = await db.KeyAccounts.Where(k => k.EndedAt == null && (k.ManagerId == id || k.SponsorId == id)).OrderBy(k => k.Id)
            .Select(k => new { k.Id, k.CustomerId, k.ManagerId }).Take(Most).ToListAsync(ct);
        if (accounts.Count == 0)
        {
            return;
        }
        var line = (await db.Receiver(id, now, ct))?.ManagerId;
        foreach (var account in accounts)
        {
            if (account.ManagerId != id)
            {
                db.Notify(account.ManagerId, "key_account.sponsor_left", RecordId.Of(account.Id), account.CustomerId, now, now);
            }
            else if (line is { } above)
            {
                db.Notify(above, "key_account.manager_left", RecordId.Of(account.Id), account.CustomerId, now, now);
            }
        }
    }
}
