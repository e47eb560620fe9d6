using Crm.Application.Members;
using Crm.Application.ValueEntries;
using Crm.Domain;
using Crm.Domain.Rewards;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

public sealed record ReleaseRedemption(RedemptionId Id) : ICommand<RedemptionDetails>, IHandledAgain;

internal sealed class ReleaseRedemptionHandler(ICrmDb db, MemberLedgers ledgers, Caller caller, TimeProvider clock) : ICommandHandler<ReleaseRedemption, RedemptionDetails>
{
    public async Task<Result<RedemptionDetails>> Handle(ReleaseRedemption command, CancellationToken ct) =>
        (await db.Redemptions.Load(command.Id, default, ct)).Failed(out var error, out var redemption)
        || (await db.Release(redemption, ledgers, caller, clock.GetUtcNow(), ct)).Failed(out error)
            ? error
            : RedemptionDetails.Of(redemption);
}

internal static class Releasing
{
    /// <summary>Points go back to the lots that they came from, and one of the reward to the stock, in the save in which the redemption ends.</summary>
    public static async Task<Result> Release(this ICrmDb db, Redemption redemption, MemberLedgers ledgers, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var confirmed = redemption.State == RedemptionState.Confirmed;
        if (redemption.Release(now).Failed(out var error))
        {
            return error;
        }
        var source = RecordId.Of(redemption.Id);
        var valued = confirmed ? await db.ValueEntries.AsNoTracking().FirstOrDefaultAsync(v => v.Source == source, ct) : null;
        if (valued is not null
            && db.Enter(redemption.CustomerId, ValueKind.Reward, new(-valued.Amount, valued.Currency), valued.OccurredOn, source, "release", caller, now).Failed(out error))
        {
            return error;
        }
        var entry = await db.LedgerEntries.AsNoTracking().FirstAsync(e => e.Id == redemption.EntryId, ct);
        var taken = await db.LotAllocations.AsNoTracking().Where(a => a.MemberId == redemption.MemberId && a.EntryNumber == entry.Number).ToListAsync(ct);
        var numbers = taken.ConvertAll(a => a.LotNumber);
        var member = await db.Members.Include(m => m.Lots.Where(l => l.Remaining > 0 || numbers.Contains(l.Number))).FirstAsync(m => m.Id == redemption.MemberId, ct);
        var loaded = await ledgers.Of(member, ct);
        ledgers.Keep(member.GiveBack(loaded.Programme, entry, taken, null, caller.StaffId, loaded.Rolling, now));
        if (member.MergedIntoId is not null)
        {
            var survivor = await ledgers.Of(await ledgers.Survivor(member, ct), ct);
            var (gained, given) = survivor.Member.CarryOver(loaded.Programme, member, redemption.ResourceId, survivor.Rolling, loaded.Rolling, now);
            ledgers.Keep(gained);
            ledgers.Keep(given);
        }
        db.MoveStock(redemption.RewardId, 1, RewardErrors.OutOfStock);
        db.DropAlarm(Alarms.RedemptionHeld, redemption.Id.Value);
        return Result.Done;
    }
}
