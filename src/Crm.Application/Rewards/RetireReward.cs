using Crm.Domain;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

public sealed record RetireReward(RewardId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireRewardHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<RetireReward, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireReward command, CancellationToken ct)
    {
        if (await db.Rewards.FirstOrDefaultAsync(r => r.Id == command.Id, ct) is not { } reward)
        {
            return Error.NotFound<Reward>();
        }
        if (reward.RetiredAt is null && !command.IfMatch.Allows(reward.Version))
        {
            return Error.Stale;
        }
        reward.Retire(clock.GetUtcNow());
        return new Nothing();
    }
}
