using Crm.Application.Customers;
using Crm.Application.Members;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>A reward that a member wants (S5-LOYAL-3).</summary>
/// <param name="MemberId">Who.</param>
/// <param name="RewardId">What.</param>
public sealed record ReserveReward(MemberId MemberId, RewardId RewardId) : ICommand<RedemptionDetails>, IHandledAgain
{
    public static readonly ReserveReward Example = new(MemberDetails.ExampleId, RewardDetails.ExampleId);
}

internal sealed class ReserveRewardHandler(ICrmDb db, MemberLedgers ledgers, Caller caller, TimeProvider clock) : ICommandHandler<ReserveReward, RedemptionDetails>
{
    public async Task<Result<RedemptionDetails>> Handle(ReserveReward command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Rewards.AsNoTracking().Where(r => r.Id == command.RewardId).Select(r => new WantedReward(
                r, db.Redemptions.Count(x => x.MemberId == command.MemberId && x.RewardId == r.Id && x.State != RedemptionState.Released))).FirstOrDefaultAsync(ct) is not { } wanted)
        {
            return RewardErrors.Unknown;
        }
        if ((await ledgers.Load(command.MemberId, ct)).Failed(out var missing, out var loaded))
        {
            return missing.Kind == ErrorKind.NotFound ? MemberErrors.Unknown : missing;
        }
        var member = loaded.Member;
        if (wanted.Reward.Refusal(member.ProgrammeId, member.TierCode, wanted.Had, now) is { } refusal)
        {
            return refusal;
        }
        var points = wanted.Reward.Content.PriceFor(member.TierCode);
        var redemption = Redemption.Reserve(wanted.Reward, member.Id, member.CustomerId, points, now);
        if (member.Redeem(loaded.Programme, points, redemption.ResourceId, RecordId.Of(redemption.Id), caller.StaffId, loaded.Rolling, now).Failed(out var error, out var paid))
        {
            return error;
        }
        ledgers.Keep(paid.Change);
        redemption.PaidBy(paid.Entry.Id);
        db.MoveStock(command.RewardId, -1, RewardErrors.OutOfStock);
        db.Redemptions.Add(redemption);
        db.SetAlarm(Alarms.RedemptionHeld, redemption.Id.Value, redemption.HeldUntil);
        db.Tell(caller, member.CustomerId, "reward.reserved", redemption.ResourceId, now, new { points });
        return RedemptionDetails.Of(redemption);
    }

    private sealed record WantedReward(Reward Reward, int Had);
}
