using Crm.Domain;

namespace Crm.Application.Rewards;

public sealed record RenewVoucher(RedemptionId Id) : ICommand<ConfirmedRedemption>, IHandledAgain;

internal sealed class RenewVoucherHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<RenewVoucher, ConfirmedRedemption>
{
    public async Task<Result<ConfirmedRedemption>> Handle(RenewVoucher command, CancellationToken ct) =>
        (await db.Redemptions.Load(command.Id, default, ct)).Failed(out var error, out var redemption) || redemption.RenewVoucher(clock.GetUtcNow()).Failed(out error, out var code)
            ? error
            : new ConfirmedRedemption(RedemptionDetails.Of(redemption), code.Text);
}
