using Crm.Domain.Purchases;
using Crm.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Referrals;

/// <summary>The first purchase makes a customer of a lead, unless it was made before the day of the referral.</summary>
internal sealed class SettleReferralWhenPurchaseRecorded(ICrmDb db, Caller caller, TimeProvider clock, SettlingReferrals referrals) : IEventHandler<PurchaseRecorded>
{
    public async Task Handle(PurchaseRecorded happened, CancellationToken ct)
    {
        if (await referrals.Find(happened.CustomerId, ct) is not { } referral)
        {
            return;
        }
        var lead = await db.Customers.Where(c => c.Id == happened.CustomerId)
            .Select(c => new { c.Lifecycle, Bought = db.Purchases.Any(p => p.CustomerId == c.Id && p.Id != happened.PurchaseId) }).FirstAsync(ct);
        if (!Referral.IsLead(lead.Lifecycle) || lead.Bought || caller.DayOf(happened.PurchasedAt) < caller.DayOf(referral.CreatedAt))
        {
            referral.Dismiss(clock.GetUtcNow());
            return;
        }
        await referrals.Convert(referral, happened.PurchaseId, ct);
    }
}
