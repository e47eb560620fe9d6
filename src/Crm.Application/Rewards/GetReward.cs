using Crm.Domain;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

public sealed record GetReward(RewardId Id) : IQuery<RewardDetails>;

internal sealed class GetRewardHandler(ICrmDb db) : IQueryHandler<GetReward, RewardDetails>
{
    public async Task<Result<RewardDetails>> Handle(GetReward query, CancellationToken ct) =>
        await db.Rewards.Where(r => r.Id == query.Id).Select(RewardDetails.Projection).FirstOrDefaultAsync(ct) is { } reward ? reward : Error.NotFound<Reward>();
}
