using Crm.Domain;
using Crm.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Referrals;

public sealed record WithdrawReferral(ReferralId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class WithdrawReferralHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<WithdrawReferral, Nothing>
{
    public async Task<Result<Nothing>> Handle(WithdrawReferral command, CancellationToken ct)
    {
        if (await db.Referrals.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { } referral)
        {
            return Error.NotFound<Referral>();
        }
        if (referral.State != ReferralState.Withdrawn && !command.IfMatch.Allows(referral.Version))
        {
            return Error.Stale;
        }
        return referral.Withdraw(clock.GetUtcNow()).Failed(out var error) ? error : new Nothing();
    }
}
