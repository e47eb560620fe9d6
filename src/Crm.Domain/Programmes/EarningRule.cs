namespace Crm.Domain.Programmes;

/// <summary>What points are earned for.</summary>
public enum EarningEvent { Purchase, Referral, Review, Birthday, Custom }

/// <summary>What a condition looks at: the amount paid; the code of where; the code of a custom event; the member's tier; the day of the week in the programme's zone; and of each line its article and category.</summary>
public enum EarningFact { Amount, Channel, EventCode, Tier, Weekday, Sku, Category }

/// <summary>How the fact is compared: with one of values (anyOf), with none of them (noneOf), or with a number (atLeast, atMost; amount only).</summary>
public enum EarningComparison { AnyOf, NoneOf, AtLeast, AtMost }

/// <summary>How a part of a point becomes a whole one.</summary>
public enum PointRounding { Down, Nearest, Up }

/// <summary>Over how long a cap counts, from the beginning of the day, week (Monday), month or year in the programme's zone.</summary>
public enum CapPeriod { Day, Week, Month, Year }

/// <summary>Something that must be so for a rule to count.</summary>
/// <param name="Fact">What is looked at.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Values">For anyOf and noneOf, 1 to 100 values of up to 60 characters; a weekday is monday to sunday.</param>
/// <param name="Number">For atLeast and atMost, an amount in the minor unit of the programme's currency.</param>
public sealed record EarningCondition(EarningFact Fact, EarningComparison Comparison, IReadOnlyList<string>? Values = null, long? Number = null)
{
    public const int MaxValues = 100;
    public const int ValueMaxLength = 60;

    public IReadOnlyList<string> Values { get; init; } = Values ?? [];

    /// <summary>Whether it is about lines: then only what fits it earns.</summary>
    public bool IsOfLines() => Fact is EarningFact.Sku or EarningFact.Category;

    internal bool IsNumeric() => Comparison is EarningComparison.AtLeast or EarningComparison.AtMost;
}

/// <summary>So many points for so much money.</summary>
/// <param name="Points">How many points, 1 to 1,000,000.</param>
/// <param name="Per">For how much, in the minor unit of the programme's currency; from 1.</param>
public sealed record EarningRate(long Points, long Per)
{
    public const long MaxPoints = 1_000_000;
}

/// <summary>How much more, or less, members of a tier earn.</summary>
/// <param name="Tier">The code of the tier.</param>
/// <param name="Percent">What they earn of the usual, in percent: 0 to 10,000, where 100 is the usual.</param>
public sealed record TierMultiplier(string Tier, int Percent)
{
    public const int TierMaxLength = EarningRule.CodeMaxLength;
    public const int MaxPercent = 10_000;
}

/// <summary>The most that counts in a period; what is above it is cut off.</summary>
/// <param name="Points">How many points, from 0.</param>
/// <param name="Period">Over how long.</param>
public sealed record PeriodCap(long Points, CapPeriod Period);

/// <summary>What is earned for an event. Either rate or points says how much.</summary>
/// <param name="Code">What the rule is called in entries: small letters, digits, _ and -, at most 40 characters; unique in the programme.</param>
/// <param name="Event">For what.</param>
/// <param name="Conditions">What must be so, all of it; at most 20. Conditions on sku and category choose the lines that earn.</param>
/// <param name="Rate">So many points for so much money; for events with an amount.</param>
/// <param name="Points">So many points for each event, 0 to 1,000,000,000.</param>
/// <param name="Rounding">What becomes of parts of a point, once, at the end; down where absent.</param>
/// <param name="Multipliers">What tiers earn of it, at most 20.</param>
/// <param name="MostPerTransaction">The most points of one event by this rule: what would be more earns nothing by it.</param>
/// <param name="MostPerPeriod">The most points that a member earns by this rule in a period.</param>
/// <param name="PendingDays">For how many days the points are pending, 0 to 366; as the programme says where absent.</param>
/// <param name="Qualifies">Whether the points count for tiers.</param>
/// <param name="From">From when on the rule counts.</param>
/// <param name="Until">Until when, not included.</param>
/// <param name="Campaign">The code of the campaign of the programme whose budget it earns from; without a limit for all together where absent.</param>
public sealed record EarningRule(
    string Code, EarningEvent Event, IReadOnlyList<EarningCondition>? Conditions = null, EarningRate? Rate = null, long? Points = null, PointRounding Rounding = PointRounding.Down,
    IReadOnlyList<TierMultiplier>? Multipliers = null, long? MostPerTransaction = null, PeriodCap? MostPerPeriod = null, int? PendingDays = null, bool Qualifies = true,
    DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Campaign = null)
{
    public const int CodeMaxLength = 40;
    public const string CodeForm = @"^[a-z0-9][a-z0-9_-]{0,39}\z";
    public const int MaxConditions = 20;
    public const int MaxMultipliers = 20;
    public const int MaxPendingDays = 366;
    public const long MaxPoints = 1_000_000_000;

    public IReadOnlyList<EarningCondition> Conditions { get; init; } = Conditions ?? [];
    public IReadOnlyList<TierMultiplier> Multipliers { get; init; } = Multipliers ?? [];
}
