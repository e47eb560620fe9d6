using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Purchases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

/// <summary>What comes back of a purchase takes its points with it, in the same transaction: of those who earned them, or of the membership that theirs has become a part of.</summary>
internal sealed class ClawBackWhenPurchaseReturned(ICrmDb db, TimeProvider clock, MemberLedgers ledgers) : IEventHandler<PurchaseReturned>
{
    public async Task Handle(PurchaseReturned happened, CancellationToken ct)
    {
        var subject = RecordId.Of(happened.PurchaseId);
        var earnings = await db.LedgerEntries.AsNoTracking().Where(e => e.Subject == subject && e.Kind == EntryKind.Earn).ToListAsync(ct);
        if (earnings.Count == 0)
        {
            return;
        }
        var whole = db.Purchases.Local.First(p => p.Id == happened.PurchaseId).Amount;
        var ids = earnings.Select(e => e.MemberId).Distinct().ToList();
        foreach (var member in await db.Members.WithOpenLots().Where(m => ids.Contains(m.Id)).ToListAsync(ct))
        {
            var loaded = await ledgers.Of(await ledgers.Survivor(member, ct), ct);
            var own = earnings.Where(e => e.MemberId == member.Id).OrderBy(e => e.Number).ToList();
            ledgers.Keep(loaded.Member.ClawBack(
                loaded.Programme, subject, happened.Number, own, happened.Returned - happened.Amount, happened.Returned, whole, loaded.Rolling, clock.GetUtcNow()));
        }
    }
}
