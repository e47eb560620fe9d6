using Crm.Application.Members;
using Crm.Domain;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>What the worker does when the time to confirm is over: gives points and reward back, unless it was confirmed.</summary>
public sealed record ExpireRedemption(RedemptionId Id) : ICommand<Nothing>, IHandledAgain;

internal sealed class ExpireRedemptionHandler(ICrmDb db, MemberLedgers ledgers, Caller caller, TimeProvider clock) : ICommandHandler<ExpireRedemption, Nothing>
{
    public async Task<Result<Nothing>> Handle(ExpireRedemption command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Redemptions.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { State: RedemptionState.Reserved } redemption)
        {
            db.DropAlarm(Alarms.RedemptionHeld, command.Id.Value);
            return new Nothing();
        }
        if (now < redemption.HeldUntil)
        {
            db.MoveAlarm(Alarms.RedemptionHeld, command.Id.Value, redemption.HeldUntil);
            return new Nothing();
        }
        return (await db.Release(redemption, ledgers, caller, now, ct)).Failed(out var error) ? error : new Nothing();
    }
}
