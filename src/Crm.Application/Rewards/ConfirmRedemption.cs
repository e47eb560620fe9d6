using Crm.Application.Programmes;
using Crm.Application.ValueEntries;
using Crm.Domain;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

public sealed record ConfirmRedemption(RedemptionId Id) : ICommand<ConfirmedRedemption>, IHandledAgain;

internal sealed class ConfirmRedemptionHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : ICommandHandler<ConfirmRedemption, ConfirmedRedemption>
{
    public async Task<Result<ConfirmedRedemption>> Handle(ConfirmRedemption command, CancellationToken ct)
    {
        if ((await db.Redemptions.Load(command.Id, default, ct)).Failed(out var error, out var redemption))
        {
            return error;
        }
        var content = await db.Rewards.Where(r => r.Id == redemption.RewardId).Select(r => r.Content).FirstAsync(ct);
        var confirmed = redemption.Confirm(content.VoucherDays, clock.GetUtcNow());
        if (confirmed.Failed(out error))
        {
            return error;
        }
        var programme = await programmes.Find(db, caller.Tenant.Number, content.ProgrammeId, ct);
        var worth = content.Worth ?? (programme?.Content.Worth is { } points ? new Money(points.Of(redemption.Points), programme.Content.Currency!) : null);
        if (worth is not null && db.Enter(
                redemption.CustomerId, ValueKind.Reward, worth, caller.Today(clock), RecordId.Of(redemption.Id), "reward", caller, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        db.DropAlarm(Alarms.RedemptionHeld, redemption.Id.Value);
        return new ConfirmedRedemption(RedemptionDetails.Of(redemption), confirmed.Value?.Text);
    }
}
