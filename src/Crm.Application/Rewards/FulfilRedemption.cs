using Crm.Domain;

namespace Crm.Application.Rewards;

public sealed record FulfilRedemption(RedemptionId Id) : ICommand<RedemptionDetails>, IHandledAgain;

internal sealed class FulfilRedemptionHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<FulfilRedemption, RedemptionDetails>
{
    public async Task<Result<RedemptionDetails>> Handle(FulfilRedemption command, CancellationToken ct) =>
        (await db.Redemptions.Load(command.Id, default, ct)).Failed(out var error, out var redemption) || redemption.Fulfil(byVoucher: false, clock.GetUtcNow()).Failed(out error)
            ? error
            : RedemptionDetails.Of(redemption);
}
