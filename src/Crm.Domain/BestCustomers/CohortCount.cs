using System.Numerics;

namespace Crm.Domain.BestCustomers;

/// <summary>A cohort: whose first purchase was in one month, and what became of them in the months after it.</summary>
/// <param name="Month">The place of the month, from 0.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Later">Of each month after it: how many were active, and how many of those had not been in the month before.</param>
public sealed record CohortCount(int Month, int Size, IReadOnlyList<(int Active, int WonBack)> Later)
{
    public const string Formula = "retention(c, m) = active in month m / size of cohort c";

    public decimal? Retention(int active) => Size == 0 ? null : Math.Round((decimal)active / Size, 4);

    /// <summary>From how many customers were active in which months, the bit of each.</summary>
    public static IReadOnlyList<CohortCount> Of(IReadOnlyList<(int Bits, int Count)> patterns, int months)
    {
        var cohorts = patterns.ToLookup(p => BitOperations.TrailingZeroCount(p.Bits));
        return [.. Enumerable.Range(0, months).Select(first => new CohortCount(
            first, cohorts[first].Sum(p => p.Count),
            [.. Enumerable.Range(first + 1, months - first - 1).Select(m => (
                cohorts[first].Where(p => Has(p.Bits, m)).Sum(p => p.Count), cohorts[first].Where(p => Has(p.Bits, m) && !Has(p.Bits, m - 1)).Sum(p => p.Count)))]))];
    }

    private static bool Has(int bits, int month) => (bits >> month & 1) == 1;
}
