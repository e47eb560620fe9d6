using System.Globalization;
using System.Text.RegularExpressions;
using Crm.Domain.Complaints;

namespace Crm.Domain.Authorities;

/// <summary>How much: an amount of money, or points. Exactly one of the two.</summary>
/// <param name="Money">The amount of money, from 0 on.</param>
/// <param name="Points">The points, from 0 to 9007199254740991.</param>
public sealed record AuthorityAmount(Money? Money = null, long? Points = null)
{
    /// <summary>Whether it is exactly one of the two.</summary>
    public bool IsClear() => Money is null != Points is null;

    /// <summary>The bare number, in the unit that <see cref="IsOfUnit"/> compares.</summary>
    public long Number() => Money?.Amount ?? Points ?? 0;

    /// <summary>Whether both are money, or both are points. Currencies are not looked at.</summary>
    public bool IsOfUnit(AuthorityAmount other) => Money is null == other.Money is null;

    public bool IsOfCurrency(AuthorityAmount other) => Money?.Currency == other.Money?.Currency;

    public AuthorityAmount Of(long number) => Money is null ? new(Points: number) : new(Money with { Amount = number });
}

/// <summary>What one level of authority grants of one kind of remedy without asking (S3-EMPOWER-1).</summary>
/// <param name="Role">The level: a code that staff have as their authority, such as agent, senior or lead, or everyone for all who have no rule of their own for this kind.</param>
/// <param name="RemedyKind">The kind of remedy.</param>
/// <param name="CapPerCase">The most in one case, of this kind, all that was granted in it before included. Points for the kind points, money for any other. Without limit where absent.</param>
/// <param name="CapPerPeriod">The most that one member of staff grants of this kind in the period, over all cases. It needs period. Without limit where absent.</param>
/// <param name="Period">The period that capPerPeriod is about, back from the moment of the decision: whole days, from P1D to P366D.</param>
public sealed partial record AuthorityRule(
    string Role, RemedyKind RemedyKind, AuthorityAmount? CapPerCase = null, AuthorityAmount? CapPerPeriod = null, string? Period = null)
{
    /// <summary>The level of all who have no rule of their own for a kind.</summary>
    public const string Everyone = "everyone";
    public const int RoleMaxLength = Staff.StaffProfile.AuthorityMaxLength;
    public const int PeriodMaxLength = 5;
    public const int MostDays = 366;

    /// <summary>Whether a text is a code of a level: lower case letters, digits, - and _, beginning with a letter.</summary>
    public static bool IsRole(string text) => text.Length <= RoleMaxLength && RoleShape().IsMatch(text);

    /// <summary>How long the period is; null where there is none.</summary>
    public TimeSpan? PeriodTime() =>
        Period is not null && PeriodShape().Match(Period) is { Success: true } match && int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= MostDays and var days
            ? TimeSpan.FromDays(days)
            : null;

    [GeneratedRegex(@"^[a-z][a-z0-9_-]*\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex RoleShape();

    [GeneratedRegex(@"^P(?<days>[0-9]{1,3})D\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex PeriodShape();
}

/// <summary>The rules of one version of the matrix. Version 0 is what ships, for tenants that have none of their own.</summary>
public sealed record AuthorityRules(int Version, IReadOnlyList<AuthorityRule> Rows)
{
    public const int ShippedVersion = 0;

    /// <summary>
    /// What a tenant has that said nothing: everyone sends a letter of apology, and makes a gesture that costs nothing. Whatever costs money or points needs approval.
    /// </summary>
    /// <param name="currency">The tenant's own currency.</param>
    public static AuthorityRules Shipped(string currency) => new(ShippedVersion,
        [new(AuthorityRule.Everyone, RemedyKind.ApologyLetter), new(AuthorityRule.Everyone, RemedyKind.Gesture, new(new Money(0, currency)))]);

    /// <summary>The rule of a level for a kind: its own, or else that of everyone. Null where it grants nothing alone.</summary>
    public AuthorityRule? RuleOf(string level, RemedyKind kind) =>
        Rows.FirstOrDefault(r => r.RemedyKind == kind && r.Role == level) ?? Rows.FirstOrDefault(r => r.RemedyKind == kind && r.Role == AuthorityRule.Everyone);
}
