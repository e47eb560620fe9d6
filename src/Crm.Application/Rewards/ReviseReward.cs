using Crm.Domain;
using Crm.Domain.Rewards;
using FluentValidation;

namespace Crm.Application.Rewards;

public sealed record ReviseReward(RewardId Id, Patch<RewardContent> Changes, IfMatch IfMatch) : ICommand<RewardDetails>;

internal sealed class ReviseRewardHandler(ICrmDb db, TimeProvider clock, IValidator<RewardContent> validator) : ICommandHandler<ReviseReward, RewardDetails>
{
    public async Task<Result<RewardDetails>> Handle(ReviseReward command, CancellationToken ct)
    {
        if ((await db.Rewards.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var reward)
            || command.Changes.ApplyTo(reward.Content).Failed(out error, out var content))
        {
            return error;
        }
        return Validation.Check(validator, content) is { } invalid ? invalid
            : reward.Revise(content, clock.GetUtcNow()).Failed(out error) ? error : RewardDetails.Of(reward);
    }
}
