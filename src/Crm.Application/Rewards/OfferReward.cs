using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using FluentValidation;

namespace Crm.Application.Rewards;

/// <summary>A reward for the catalogue.</summary>
public sealed record OfferReward : RewardContent, ICommand<RewardDetails>
{
    /// <summary>How many there are, 0 to 1,000,000,000; it never runs out where absent.</summary>
    public long? Stock { get; init; }

    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static new readonly OfferReward Example = new()
    {
        ProgrammeId = RewardContent.Example.ProgrammeId, Name = "فنجان", Points = 120, TierPrices = RewardContent.Example.TierPrices, VoucherDays = 90,
        Worth = RewardContent.Example.Worth, Stock = 100_000,
    };
}

internal sealed class RewardContentValidator : AbstractValidator<RewardContent>
{
    public RewardContentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(RewardContent.NameMaxLength);
        RuleFor(x => x.Description).MaximumLength(RewardContent.DescriptionMaxLength);
        RuleFor(x => x.Points).InclusiveBetween(1, RewardContent.MaxPoints);
        RuleFor(x => x.TierPrices).AtMost(RewardContent.MaxTiers);
        RuleForEach(x => x.TierPrices).ChildRules(p =>
        {
            p.RuleFor(x => x.Tier).NotEmpty().MaximumLength(RewardContent.CodeMaxLength);
            p.RuleFor(x => x.Points).InclusiveBetween(1, RewardContent.MaxPoints);
        });
        RuleFor(x => x.Tiers).AtMost(RewardContent.MaxTiers);
        RuleForEach(x => x.Tiers).NotEmpty().MaximumLength(RewardContent.CodeMaxLength);
        RuleFor(x => x.MostPerMember).InclusiveBetween(1, RewardContent.MaxPerMember);
        RuleFor(x => x.HoldMinutes).InclusiveBetween(1, RewardContent.MaxHoldMinutes);
        RuleFor(x => x.VoucherDays).InclusiveBetween(1, RewardContent.MaxVoucherDays);
        RuleFor(x => x.Worth!).SetValidator(new MoneyValidator()).When(x => x.Worth is not null);
    }
}

internal sealed class OfferRewardValidator : AbstractValidator<OfferReward>
{
    public OfferRewardValidator()
    {
        Include(new RewardContentValidator());
        RuleFor(x => x.Stock).InclusiveBetween(0, RewardStock.MaxChange);
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class OfferRewardHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes) : ICommandHandler<OfferReward, RewardDetails>
{
    public async Task<Result<RewardDetails>> Handle(OfferReward command, CancellationToken ct)
    {
        if (await programmes.Find(db, caller.Tenant.Number, command.ProgrammeId, ct) is not { Retired: false })
        {
            return ProgrammeErrors.Unknown;
        }
        if (Reward.Offer(command, command.ExternalId, clock.GetUtcNow()).Failed(out var error, out var reward))
        {
            return error;
        }
        db.Rewards.Add(reward);
        if (command.Stock is { } stock)
        {
            db.RewardStocks.Add(new() { RewardId = reward.Id, Left = stock });
        }
        return RewardDetails.Of(reward);
    }
}
