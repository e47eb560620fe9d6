namespace Crm.Domain.Programmes;

/// <summary>What becomes of the points of a purchase that is returned: only pending ones are taken back; those and what there is; or all, below zero where there is too little.</summary>
public enum ReturnPolicy { OnlyPending, WithinBalance, AllowNegative }

/// <summary>What becomes of points that come back and have expired meanwhile: they are gone at once, or usable for some days more.</summary>
public enum ReversalPolicy { Strict, Grace }

/// <summary>How fast one may earn without anybody looking at it.</summary>
/// <param name="Earnings">So many earnings, 1 to 1000, ...</param>
/// <param name="Minutes">... within so many minutes, 1 to 44,640. What comes beyond is held for review.</param>
public sealed record VelocityLimit(int Earnings, int Minutes)
{
    public const int MaxEarnings = 1000;
    public const int MaxMinutes = 44_640;
}

/// <summary>What points are worth.</summary>
/// <param name="Points">So many points, from 1, ...</param>
/// <param name="Amount">... are worth so much, in the minor unit of the programme's currency.</param>
public sealed record PointWorth(long Points, long Amount)
{
    /// <summary>What so many points are worth, rounded down.</summary>
    public long Of(long points) => (long)((Int128)points * Amount / Points);

    /// <summary>What so many points are worth where that part of them is expected to be redeemed, rounded down; never more than money can be.</summary>
    public long Expected(Int128 points, int percent) => (long)Int128.Min(Money.Most, points * percent * Amount / (100 * (Int128)Points));
}

/// <summary>A reward that the night redeems for whoever has points enough.</summary>
/// <param name="RewardId">Which reward of the programme.</param>
/// <param name="Threshold">From how many usable points on, from 1. What is taken is the price of the reward.</param>
public sealed record AutoRedemption(RewardId RewardId, long Threshold);

/// <summary>The rules of a loyalty programme.</summary>
public record ProgrammeContent
{
    public const int NameMaxLength = 100;
    public const int MaxRules = 50;
    public const int MaxCampaigns = 50;
    public const int MaxGraceDays = 366;

    /// <summary>What people call it; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>IANA name of the zone in which its days begin; the tenant's where absent.</summary>
    public string? TimeZone { get; init; }

    /// <summary>ISO 4217 code of the currency by which rates earn; the tenant's where absent. What is paid in another one earns no rate.</summary>
    public string? Currency { get; init; }

    /// <summary>What is earned for what, at most 50 rules. Every rule that fits earns.</summary>
    public IReadOnlyList<EarningRule>? Rules { get; init; }

    /// <summary>How much all members together earn by rules that name one of these, at most 50 campaigns (S5-LOYAL-4).</summary>
    public IReadOnlyList<CampaignBudget>? Campaigns { get; init; }

    /// <summary>When points expire; never where absent.</summary>
    public ExpiryRule? Expiry { get; init; }

    /// <summary>For how many days points are pending, as long as what was bought may come back; 0 to 366.</summary>
    public int PendingDays { get; init; }

    /// <summary>What becomes of points when a purchase is returned; withinBalance where absent.</summary>
    public ReturnPolicy Returns { get; init; } = ReturnPolicy.WithinBalance;

    /// <summary>What becomes of points that come back from a redemption and have expired; strict where absent.</summary>
    public ReversalPolicy Reversals { get; init; } = ReversalPolicy.Strict;

    /// <summary>For grace: how many days they are usable then, 1 to 366; 30 where absent.</summary>
    public int GraceDays { get; init; } = 30;

    /// <summary>The most points of one event: an event that would earn more earns nothing.</summary>
    public long? MostPerTransaction { get; init; }

    /// <summary>The most points that a member earns in a period.</summary>
    public PeriodCap? MostPerPeriod { get; init; }

    /// <summary>The most points that a member may have; what would be above it is not earned.</summary>
    public long? MostBalance { get; init; }

    /// <summary>How fast one may earn without review.</summary>
    public VelocityLimit? Velocity { get; init; }

    /// <summary>What points are worth, for statements and liability.</summary>
    public PointWorth? Worth { get; init; }

    /// <summary>How much of what is there is expected to be redeemed, in percent, 0 to 100; 100 where absent.</summary>
    public int ExpectedRedemptionPercent { get; init; } = 100;

    /// <summary>Its tiers; none where absent.</summary>
    public TierScheme? Tiers { get; init; }

    /// <summary>What is redeemed for members by night; nothing where absent. The reward is offered first.</summary>
    public AutoRedemption? AutoRedemption { get; init; }

    public static readonly ProgrammeContent Example = new()
    {
        Name = "باشگاه مشتریان",
        TimeZone = "Asia/Tehran",
        Currency = "IRR",
        Rules =
        [
            new("purchase", EarningEvent.Purchase, [new(EarningFact.Amount, EarningComparison.AtLeast, Number: 100_000)], new(1, 10_000)),
            new("review", EarningEvent.Review, Points: 50, MostPerPeriod: new(100, CapPeriod.Month), Qualifies: false),
        ],
        Expiry = new(ExpiryKind.Rolling, 12, PeriodUnit.Months, RoundUp.Month),
        PendingDays = 14,
        Worth = new(1, 500),
        Tiers = new([new("silver", "Silver", 500), new("gold", "Gold", 1000)]),
    };

    /// <summary>With what the tenant's settings say where it says nothing itself, and its name in the one form of Unicode.</summary>
    public ProgrammeContent Completed(string timeZone, string currency) => new()
    {
        Name = FoldedText.Nfc(Name.Trim()), TimeZone = TimeZone ?? timeZone, Currency = Currency ?? currency, Rules = [.. Rules ?? []], Campaigns = [.. Campaigns ?? []], Expiry = Expiry ?? ExpiryRule.Never,
        PendingDays = PendingDays, Returns = Returns, Reversals = Reversals, GraceDays = GraceDays, MostPerTransaction = MostPerTransaction, MostPerPeriod = MostPerPeriod,
        MostBalance = MostBalance, Velocity = Velocity, Worth = Worth, ExpectedRedemptionPercent = ExpectedRedemptionPercent, Tiers = Tiers,
        AutoRedemption = AutoRedemption,
    };

    public DateOnly DayOf(DateTimeOffset instant) => ProgrammeDays.DayOf(instant, TimeZone!);

    public DateTimeOffset Midnight(DateOnly day) => ProgrammeDays.Midnight(day, TimeZone!);

    public DateTimeOffset NextMidnight(DateTimeOffset now) => Midnight(DayOf(now).AddDays(1));

    /// <summary>When points expire that become active at an instant; null where never, or where that depends on what the member does.</summary>
    public DateTimeOffset? ExpiresAt(DateTimeOffset active) => Expiry!.LastDay(DayOf(active)) is { } last ? Midnight(last.AddDays(1)) : null;

    /// <summary>When points lapse of a member who last did something at an instant.</summary>
    public DateTimeOffset? LapsesAt(DateTimeOffset activity) => Expiry!.LastDayInactive(DayOf(activity)) is { } last ? Midnight(last.AddDays(1)) : null;

    public bool Slides() => Expiry!.Kind == ExpiryKind.Inactivity;
}
