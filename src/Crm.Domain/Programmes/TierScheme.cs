namespace Crm.Domain.Programmes;

/// <summary>By what a tier is reached: the points that are there, or those earned in a window, spent or not.</summary>
public enum TierBasis { Balance, EarnedInWindow }

/// <summary>In which window qualifying points count: a span of the calendar, the last months, or a year since the member joined or reached the tier.</summary>
public enum TierWindow { Month, Quarter, HalfYear, Year, RollingMonths, MembershipYear, TierYear }

public enum TierUpgrade { Immediate, NextPeriod }

/// <summary>How long a tier stays: to the end of the window, of the next window, or so many months.</summary>
public enum TierValidity { EndOfPeriod, EndOfNextPeriod, Months }

/// <summary>What becomes of a tier that was not reached again: it stays, the next one below, or what the points come to.</summary>
public enum TierDowngrade { None, OneDown, Full }

/// <summary>One tier.</summary>
/// <param name="Code">Its code, by which rules, prices and policies name it: small letters, digits, _ and -, at most 40 characters.</param>
/// <param name="Name">What people call it; 1 to 100 characters.</param>
/// <param name="Threshold">From how many points on; rising from tier to tier.</param>
/// <param name="Locked">Whether who is in it stays.</param>
/// <param name="Benefits">What it brings, in words; at most 1000 characters.</param>
public sealed record TierDefinition(string Code, string Name, long Threshold, bool Locked = false, string? Benefits = null)
{
    public const int CodeMaxLength = EarningRule.CodeMaxLength;
    public const int NameMaxLength = 100;
    public const int BenefitsMaxLength = 1000;
}

/// <summary>The tiers of a programme. Below the first one a member has none.</summary>
/// <param name="Tiers">The tiers in rising order, 1 to 20.</param>
/// <param name="Basis">By what they are reached.</param>
/// <param name="Window">In which window points count, for earnedInWindow; the calendar year where absent.</param>
/// <param name="WindowMonths">For rollingMonths: how many, 1 to 60.</param>
/// <param name="Upgrade">Whether a tier is reached at once or with the next window.</param>
/// <param name="Validity">How long it stays.</param>
/// <param name="ValidityMonths">For months: how many, 1 to 120.</param>
/// <param name="GraceDays">For how many days longer it stays, 0 to 366.</param>
/// <param name="Downgrade">What becomes of it then.</param>
/// <param name="WarnDays">How many days before its end tier.will_downgrade is told, 0 to 366; 30 where absent.</param>
public sealed record TierScheme(
    IReadOnlyList<TierDefinition> Tiers, TierBasis Basis = TierBasis.EarnedInWindow, TierWindow Window = TierWindow.Year, int? WindowMonths = null,
    TierUpgrade Upgrade = TierUpgrade.Immediate, TierValidity Validity = TierValidity.EndOfNextPeriod, int? ValidityMonths = null, int GraceDays = 0,
    TierDowngrade Downgrade = TierDowngrade.Full, int WarnDays = 30)
{
    public const int MaxTiers = 20;
    public const int MaxWindowMonths = 60;
    public const int MaxValidityMonths = 120;
    public const int MaxDays = 366;

    /// <summary>The place of a tier, from 0; -1 for none.</summary>
    public int RankOf(string? code)
    {
        for (var i = 0; i < Tiers.Count; i++)
        {
            if (Tiers[i].Code == code)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The place of the highest tier that so many points reach; -1 for none.</summary>
    public int RankFor(long points)
    {
        var rank = -1;
        while (rank + 1 < Tiers.Count && Tiers[rank + 1].Threshold <= points)
        {
            rank++;
        }
        return rank;
    }

    /// <summary>The first and the last day of the window in which a day lies. <paramref name="anchor"/> is when the member joined, or reached the tier.</summary>
    public (DateOnly From, DateOnly To) WindowOf(DateOnly day, DateOnly anchor) => Window switch
    {
        TierWindow.Month => Span(day, 1),
        TierWindow.Quarter => Span(day, 3),
        TierWindow.HalfYear => Span(day, 6),
        TierWindow.RollingMonths => (day.AddMonths(-(WindowMonths ?? 12)).AddDays(1), day),
        TierWindow.MembershipYear or TierWindow.TierYear => Anniversary(day, anchor),
        _ => Span(day, 12),
    };

    /// <summary>The last day on which a tier is valid that is reached, or reached again, on a day.</summary>
    public DateOnly ValidThrough(DateOnly day, DateOnly anchor)
    {
        if (Validity == TierValidity.Months || Window == TierWindow.RollingMonths)
        {
            return day.AddMonths(ValidityMonths ?? WindowMonths ?? 12).AddDays(-1);
        }
        var end = WindowOf(day, anchor).To;
        return Validity == TierValidity.EndOfPeriod ? end : WindowOf(end.AddDays(1), anchor).To;
    }

    private static (DateOnly, DateOnly) Span(DateOnly day, int months) => (ProgrammeDays.StartOf(day, months), ProgrammeDays.EndOf(day, months));

    private static (DateOnly, DateOnly) Anniversary(DateOnly day, DateOnly anchor)
    {
        var years = Math.Max(0, day.Year - anchor.Year);
        while (years > 0 && anchor.AddYears(years) > day)
        {
            years--;
        }
        return (anchor.AddYears(years), anchor.AddYears(years + 1).AddDays(-1));
    }
}
