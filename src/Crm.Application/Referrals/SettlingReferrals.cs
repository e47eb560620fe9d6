using Crm.Application.Customers;
using Crm.Application.Members;
using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Referrals;

/// <summary>Settles the referral of somebody who becomes a customer, in the transaction of that. The referrer earns by every rule for referrals of the programmes that they are in.</summary>
internal sealed class SettlingReferrals(ICrmDb db, Caller caller, TimeProvider clock, ReferralsInUse inUse, ProgrammesInForce programmes, MemberLedgers ledgers)
{
    /// <summary>The open referral of a lead; the first one, where two leads were merged.</summary>
    public async Task<Referral?> Find(CustomerId referred, CancellationToken ct)
    {
        if (!await inUse.Any(db, caller.Tenant.Number, ct))
        {
            return null;
        }
        // By the lead alone, so that its one or two are read and not all that are open.
        var known = await db.Referrals.Where(r => r.ReferredId == referred).OrderBy(r => r.Id).ToListAsync(ct);
        return known.Find(r => r.State == ReferralState.Open);
    }

    public async Task Convert(Referral referral, PurchaseId? purchase, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var giving = (await programmes.Of(db, caller.Tenant.Number, ct)).Where(p => !p.Retired && p.Content.Rules!.Any(r => r.Event == EarningEvent.Referral)).ToList();
        var members = giving.Count == 0 ? [] : await db.Members
            .Where(m => m.CustomerId == referral.ReferrerId && m.LeftAt == null && db.Customers.Any(c => c.Id == m.CustomerId && c.State == CustomerState.Active)).ToListAsync(ct);
        var points = 0L;
        foreach (var member in members.Where(m => giving.Exists(p => p.Id == m.ProgrammeId)))
        {
            points += await Reward(member, referral, now, ct);
        }
        referral.Convert(purchase, points, now);
        db.Tell(caller, referral.ReferrerId, "referral.converted", referral.ResourceId, now, new { points });
    }

    /// <summary>What a programme refuses to give is no reason to refuse a customer.</summary>
    private async Task<long> Reward(Member member, Referral referral, DateTimeOffset now, CancellationToken ct)
    {
        var earned = new Earned(new(EarningEvent.Referral, now, Channel: referral.SourceCode), referral.ResourceId, RecordId.Of(referral.Id), caller.StaffId);
        return (await ledgers.Earn(await ledgers.Of(member, ct), earned, ct)).Failed(out _, out var done) ? 0 : done.Decision.Points;
    }
}
