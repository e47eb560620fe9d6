using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>Begins the night of some members: with the reward that it redeems, how many are left, and how often they had it, where the programme names one.</summary>
internal sealed class NightlyRedemptions(ICrmDb db, Caller caller, TimeProvider clock)
{
    public async Task<MemberNight> Begin(ProgrammeInForce programme, IReadOnlyList<Member> due, CancellationToken ct)
    {
        if (programme.Content.AutoRedemption is not { } auto || due.Count == 0 || await db.OfferedByNight(auto, ct) is not { } offer)
        {
            return new(db, caller, clock, programme, null, []);
        }
        return new(db, caller, clock, programme, offer, await db.HadBy([.. due.Select(m => m.Id)], offer.Limited, ct));
    }
}

internal static class NightlyOffer
{
    public static Task<RewardOnOffer?> OfferedByNight(this ICrmDb db, AutoRedemption auto, CancellationToken ct) =>
        db.OnOffer(db.Rewards.AsNoTracking().Where(r => r.Id == auto.RewardId)).FirstOrDefaultAsync(ct);
}

/// <summary>The night of some members, in one transaction.</summary>
/// <param name="offer">What is redeemed; null where nothing is.</param>
/// <param name="had">How often they had it, where that counts.</param>
internal sealed class MemberNight(ICrmDb db, Caller caller, TimeProvider clock, ProgrammeInForce programme, RewardOnOffer? offer, Dictionary<(MemberId, RewardId), int> had)
{
    private long taken;

    /// <summary>What is due of a member happens; a refusal of the reward is none of the night, and it is tried again with the next one.</summary>
    public Result<LedgerChange> Of(Member member, long rolling, DateTimeOffset now)
    {
        if (offer is null)
        {
            return member.Night(programme, rolling, now);
        }
        var (reward, auto) = (offer.Reward, programme.Content.AutoRedemption!);
        var allowed = reward.Refusal(programme.Id, member.TierCode, had.GetValueOrDefault((member.Id, reward.Id)), now) is null && !(offer.Left - taken <= 0);
        var price = reward.Content.PriceFor(member.TierCode);
        var redemption = Redemption.Reserve(reward, member.Id, member.CustomerId, price, now);
        var (paid, change) = member.RedeemByNight(programme, auto.Threshold, allowed ? price : null, RecordId.Of(redemption.Id), rolling, now);
        if (paid is null)
        {
            return change;
        }
        redemption.PaidBy(paid.Id);
        redemption.ByNight();
        // Nobody is here to be told the code of a voucher; it is told anew to whoever asks for it.
        if (db.Confirm(redemption, reward.Content, programme, caller, clock).Failed(out var error))
        {
            return error;
        }
        db.Redemptions.Add(redemption);
        db.Tell(caller, member.CustomerId, "reward.redeemed_by_night", redemption.ResourceId, now, new { points = price });
        taken++;
        return change;
    }

    /// <summary>Takes what was redeemed from the stock; where others were faster meanwhile the whole slice is done again.</summary>
    public void End()
    {
        if (taken > 0)
        {
            db.MoveStock(offer!.Reward.Id, -taken, RewardErrors.OutOfStock);
        }
    }
}
