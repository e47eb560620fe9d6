using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>Whether a contact ends a lapse is looked at as soon as it is recorded, be it with the customer or with somebody who acts for it (S4-KEY-1).</summary>
internal sealed class LookAtAccountWhenInteractionRecorded(ICrmDb db, Caller caller, TimeProvider clock, KeyAccountsInUse inUse) : IEventHandler<InteractionRecorded>
{
    public async Task Handle(InteractionRecorded happened, CancellationToken ct)
    {
        if (!await inUse.Any(db, caller.Tenant.Number, ct))
        {
            return;
        }
        var now = clock.GetUtcNow();
        var organisations = db.OrganisationsOf(happened.CustomerId, caller.DayOf(now));
        var lapsed = await db.KeyAccounts.Where(k => k.EndedAt == null && k.LapsedAt != null && (k.CustomerId == happened.CustomerId || organisations.Contains(k.CustomerId)))
            .Select(k => k.Id).ToListAsync(ct);
        lapsed.ForEach(id => db.MoveAlarm(Alarms.AccountContactDue, id.Value, now));
    }
}
