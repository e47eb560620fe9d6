namespace Crm.Domain.Rewards;

/// <summary>What members of a tier pay.</summary>
/// <param name="Tier">The code of the tier.</param>
/// <param name="Points">The price, 0 to 1,000,000,000.</param>
public sealed record TierPrice(string Tier, long Points)
{
    public const int TierMaxLength = RewardContent.CodeMaxLength;
}

/// <summary>Something that points are spent on.</summary>
public record RewardContent
{
    public const int NameMaxLength = 200;
    public const int DescriptionMaxLength = 2000;
    public const int MaxTiers = 20;
    public const int CodeMaxLength = 40;
    public const long MaxPoints = 1_000_000_000;
    public const int MaxHoldMinutes = 10_080;
    public const int MaxVoucherDays = 3660;
    public const int MaxPerMember = 1_000_000;

    /// <summary>The programme whose points it costs; it never changes.</summary>
    public required ProgrammeId ProgrammeId { get; init; }

    /// <summary>What people call it; 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it is; at most 2000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The price in points, 1 to 1,000,000,000.</summary>
    public required long Points { get; init; }

    /// <summary>What tiers pay instead, at most 20.</summary>
    public IReadOnlyList<TierPrice>? TierPrices { get; init; }

    /// <summary>The codes of the tiers that may have it, at most 20; everybody where there are none.</summary>
    public IReadOnlyList<string>? Tiers { get; init; }

    /// <summary>From when on it is offered.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, not included.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How often one member may have it, 1 to 1,000,000; without limit where absent.</summary>
    public int? MostPerMember { get; init; }

    /// <summary>For how many minutes a redemption is held before it must be confirmed, 1 to 10,080; 30 where absent.</summary>
    public int HoldMinutes { get; init; } = 30;

    /// <summary>For how many days a voucher is valid, 1 to 3660; where absent there is no voucher, and the reward is handed over.</summary>
    public int? VoucherDays { get; init; }

    /// <summary>What it is worth to the customer, for statements; what the points are worth where absent.</summary>
    public Money? Worth { get; init; }

    public static readonly RewardContent Example = new()
    {
        ProgrammeId = ProgrammeId.Parse("programme_01j00000000000000000000000", null), Name = "فنجان", Points = 120, TierPrices = [new("gold", 100)], VoucherDays = 90,
        Worth = new(60_000, "IRR"),
    };

    public long PriceFor(string? tier) => TierPrices?.FirstOrDefault(p => p.Tier == tier)?.Points ?? Points;
}

/// <summary>A reward of the catalogue (S5-LOYAL-3). How many are left is counted apart, so that those who want one do not wait for each other's changes.</summary>
public sealed class Reward : AggregateRoot<Reward>, IResource
{
    private Reward() { }

    public static string Prefix => "reward";

    public ProgrammeId ProgrammeId { get; private set; }
    public RewardContent Content { get; private set; } = null!;
    public DateTimeOffset? RetiredAt { get; private set; }

    public static Result<Reward> Offer(RewardContent content, string? externalId, DateTimeOffset now)
    {
        var reward = new Reward { Id = RewardId.New(now), ProgrammeId = content.ProgrammeId, ExternalId = externalId is { } key ? FoldedText.Nfc(key.Trim()) : null };
        return reward.Revise(content, now).Failed(out var error) ? error : reward;
    }

    public Result Revise(RewardContent content, DateTimeOffset now)
    {
        if (RetiredAt is not null)
        {
            return RewardErrors.Retired;
        }
        if (content.ProgrammeId != ProgrammeId)
        {
            return RewardErrors.ProgrammeIsFixed;
        }
        if (content.Until <= content.From)
        {
            return Error.Invalid([new("/until", "reward_reversed", "The offer ends before it begins.")]);
        }
        if (content.TierPrices is { } prices && prices.Select(p => p.Tier).Distinct(StringComparer.Ordinal).Count() < prices.Count)
        {
            return Error.Invalid([new("/tierPrices", "tier_price_repeated", "A tier has one price.")]);
        }
        Content = new()
        {
            ProgrammeId = content.ProgrammeId, Name = FoldedText.Nfc(content.Name.Trim()), Description = FoldedText.Shown(content.Description), Points = content.Points,
            TierPrices = [.. content.TierPrices ?? []], Tiers = [.. content.Tiers ?? []], From = content.From, Until = content.Until, MostPerMember = content.MostPerMember,
            HoldMinutes = content.HoldMinutes, VoucherDays = content.VoucherDays, Worth = content.Worth,
        };
        Changed(now);
        return Result.Done;
    }

    public void Retire(DateTimeOffset now)
    {
        if (RetiredAt is null)
        {
            RetiredAt = now;
            Changed(now);
        }
    }

    /// <summary>Why a member cannot have it, as far as that depends on neither points nor stock.</summary>
    public Error? Refusal(ProgrammeId programme, string? tier, int had, DateTimeOffset now) =>
        programme != ProgrammeId ? RewardErrors.OfOtherProgramme
        : RetiredAt is not null || now < Content.From || now >= Content.Until ? RewardErrors.NotOffered
        : Content.Tiers is { Count: > 0 } tiers && (tier is null || !tiers.Contains(tier, StringComparer.Ordinal)) ? RewardErrors.TierNotEligible
        : had >= Content.MostPerMember ? RewardErrors.MemberHasEnough
        : null;
}

/// <summary>How many of a reward are left. A reward without one never runs out.</summary>
public sealed class RewardStock
{
    public const int MaxChange = 1_000_000_000;

    public required RewardId RewardId { get; init; }
    public required long Left { get; init; }
}

public static class RewardErrors
{
    public static readonly Error Retired = new(ErrorKind.Conflict, "reward.retired", "The reward is out of use and does not change any more.");

    public static readonly Error ProgrammeIsFixed = new(ErrorKind.Conflict, "reward.programme_is_fixed", "A reward stays with its programme. Offer another one.");

    public static readonly Error OfOtherProgramme = new(ErrorKind.Conflict, "reward.of_other_programme", "The reward costs points of another programme than the member's.");

    public static readonly Error NotOffered = new(ErrorKind.Conflict, "reward.not_offered", "The reward is not offered at this time.");

    public static readonly Error TierNotEligible = new(ErrorKind.Conflict, "reward.tier_not_eligible", "The reward is for members of other tiers.");

    public static readonly Error MemberHasEnough = new(ErrorKind.Conflict, "reward.member_has_enough", "The member has had this reward as often as one may.");

    public static readonly Error OutOfStock = new(ErrorKind.Conflict, "reward.out_of_stock", "Nothing is left of this reward.");

    public static readonly Error StockNegative = new(ErrorKind.Conflict, "reward.stock_negative", "Fewer are left than are to be taken away.");

    public static readonly Error Unknown = new Error(ErrorKind.Invalid, "reward_unknown", "There is no reward with this id.").About("/rewardId");
}
