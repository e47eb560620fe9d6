using Crm.Domain.Complaints;

namespace Crm.Domain.Authorities;

/// <summary>What comes of asking whether somebody may grant a remedy.</summary>
public enum AuthorityOutcome { Granted, NeedsApproval }

/// <summary>Why a remedy needs approval.</summary>
/// <param name="Code">
/// over_cap_per_case or over_cap_per_period: it is more than is left; no_authority: the level has no rule for this kind; currency_differs: the amount, or what was
/// granted before, is in another currency than the cap, and is never converted; unit_differs: points stand against money; amount_missing: there is a cap, and it was not said how much it is.
/// </param>
/// <param name="Cap">The cap that it is about.</param>
/// <param name="Left">How much of that cap is left, where that can be told.</param>
public sealed record AuthorityReason(string Code, AuthorityAmount? Cap = null, AuthorityAmount? Left = null)
{
    public const string OverCapPerCase = "over_cap_per_case";
    public const string OverCapPerPeriod = "over_cap_per_period";
    public const string NoAuthority = "no_authority";
    public const string CurrencyDiffers = "currency_differs";
    public const string UnitDiffers = "unit_differs";
    public const string AmountMissing = "amount_missing";
}

/// <summary>Whether a remedy is granted at once or needs approval, why, and by which version of the matrix. To be kept with what was decided (S4-POLICY-1).</summary>
public sealed record AuthorityDecision(AuthorityOutcome Outcome, IReadOnlyList<AuthorityReason> Reasons, AuthorityRule? Rule, int MatrixVersion);

/// <summary>How much a member of staff grants without asking (S3-EMPOWER-1).</summary>
public static class Authority
{
    /// <summary>
    /// Granted where the amount is no more than what is left of every cap; a cap is used up to its last unit. Anything that cannot be compared needs approval.
    /// </summary>
    /// <param name="rules">The matrix in force.</param>
    /// <param name="level">The authority of who grants.</param>
    /// <param name="amount">How much; null for what has no amount, such as a letter.</param>
    /// <param name="grantedInCase">What was granted of this kind in the same case before, by anybody.</param>
    /// <param name="grantedInPeriod">What this member of staff granted of this kind in the rule's period up to now, over all cases (<see cref="AuthorityRules.RuleOf"/> tells the period).</param>
    public static AuthorityDecision Decide(
        AuthorityRules rules, string level, RemedyKind kind, AuthorityAmount? amount, IReadOnlyCollection<AuthorityAmount> grantedInCase, IReadOnlyCollection<AuthorityAmount> grantedInPeriod)
    {
        if (rules.RuleOf(level, kind) is not { } rule)
        {
            return new(AuthorityOutcome.NeedsApproval, [new(AuthorityReason.NoAuthority)], null, rules.Version);
        }
        List<AuthorityReason> reasons =
        [
            .. Against(rule.CapPerCase, amount, grantedInCase, AuthorityReason.OverCapPerCase),
            .. Against(rule.CapPerPeriod, amount, grantedInPeriod, AuthorityReason.OverCapPerPeriod),
        ];
        return new(reasons.Count == 0 ? AuthorityOutcome.Granted : AuthorityOutcome.NeedsApproval, reasons, rule, rules.Version);
    }

    private static IEnumerable<AuthorityReason> Against(AuthorityAmount? cap, AuthorityAmount? amount, IReadOnlyCollection<AuthorityAmount> granted, string over)
    {
        if (cap is null)
        {
            yield break;
        }
        if (amount is null)
        {
            yield return new(AuthorityReason.AmountMissing, cap);
        }
        else if (!cap.IsOfUnit(amount) || granted.Any(g => !cap.IsOfUnit(g)))
        {
            yield return new(AuthorityReason.UnitDiffers, cap);
        }
        else if (!cap.IsOfCurrency(amount) || granted.Any(g => !cap.IsOfCurrency(g)))
        {
            yield return new(AuthorityReason.CurrencyDiffers, cap);
        }
        else if (Left(cap, granted) is var left && amount.Number() > left)
        {
            yield return new(over, cap, cap.Of(left));
        }
    }

    private static long Left(AuthorityAmount cap, IReadOnlyCollection<AuthorityAmount> granted)
    {
        var used = granted.Aggregate(Int128.Zero, (sum, g) => sum + g.Number());
        return (long)Int128.Max(0, cap.Number() - used);
    }
}
