using System.Text.RegularExpressions;

namespace Crm.Domain.Staff;

/// <summary>Something that a member of staff can do.</summary>
/// <param name="Code">What: your own code, at most 50 lower-case letters, digits and single hyphens, such as billing-disputes.</param>
/// <param name="Level">How well, from 1 (learning) to 5 (teaching).</param>
/// <param name="ExpiresOn">The last day on which it counts, where it must be renewed.</param>
public sealed partial record StaffSkill(string Code, int Level, DateOnly? ExpiresOn = null)
{
    public const int CodeMaxLength = 50;
    public const int MinLevel = 1;
    public const int MaxLevel = 5;

    public static readonly StaffSkill Example = new("billing-disputes", 4);

    public static bool IsWellFormed(string code) => Shape().IsMatch(code);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Shape();
}
