using Crm.Application.Programmes;
using Crm.Application.ValueEntries;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Rewards;
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
        var programme = await programmes.Find(db, caller.Tenant.Number, content.ProgrammeId, ct);
        if (db.Confirm(redemption, content, programme, caller, clock).Failed(out error, out var voucher))
        {
            return error;
        }
        db.DropAlarm(Alarms.RedemptionHeld, redemption.Id.Value);
        return new ConfirmedRedemption(RedemptionDetails.Of(redemption), voucher?.Text);
    }
}

internal static class Confirming
{
    /// <summary>Makes a redemption certain, and enters what it is worth to the customer.</summary>
    public static Result<VoucherCode?> Confirm(this ICrmDb db, Redemption redemption, RewardContent content, ProgrammeInForce? programme, Caller caller, TimeProvider clock)
    {
        var confirmed = redemption.Confirm(content.VoucherDays, clock.GetUtcNow());
        if (confirmed.Failed(out var error))
        {
            return error;
        }
        var worth = content.Worth ?? (programme?.Content.Worth is { } points ? new Money(points.Of(redemption.Points), programme.Content.Currency!) : null);
        return worth is not null && db.Enter(
            redemption.CustomerId, ValueKind.Reward, worth, caller.Today(clock), RecordId.Of(redemption.Id), "reward", caller, clock.GetUtcNow()).Failed(out error)
            ? error : confirmed;
    }
}
