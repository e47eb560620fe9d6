namespace Crm.Domain.BestCustomers;

/// <summary>What a customer bought in a window.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="LastAt">When they last bought something that they kept.</param>
/// <param name="Purchases">How many purchases they kept, in whole or in part.</param>
/// <param name="Net">What they paid in all, returns taken off.</param>
public sealed record BoughtInWindow(CustomerId CustomerId, DateTimeOffset LastAt, int Purchases, long Net);

/// <summary>How a customer stands among all who bought: recency, frequency and money, each 1 to 5, 5 the best (S5-BEST-1).</summary>
public sealed record RfmScore(BoughtInWindow Bought, int Recency, int Frequency, int Money, int Days)
{
    public int Sum => Recency + Frequency + Money;
}

public static class Rfm
{
    /// <summary>Quintiles by rank: the score is one more than five times the part of all customers who have strictly less, so that equal values share the lower bucket. Best first.</summary>
    public static IReadOnlyList<RfmScore> Of(IReadOnlyList<BoughtInWindow> bought, DateTimeOffset asOf)
    {
        // The fewer days ago the better, by whole days.
        var recency = Scores(bought, b => -DaysOf(b, asOf));
        var frequency = Scores(bought, b => b.Purchases);
        var money = Scores(bought, b => b.Net);
        return
        [
            .. bought.Select(b => new RfmScore(b, recency[-DaysOf(b, asOf)], frequency[b.Purchases], money[b.Net], DaysOf(b, asOf)))
                .OrderByDescending(s => s.Sum).ThenByDescending(s => s.Bought.Net).ThenBy(s => s.Bought.CustomerId),
        ];
    }

    private static int DaysOf(BoughtInWindow bought, DateTimeOffset asOf) => (int)Math.Floor((asOf - bought.LastAt).TotalDays);

    private static Dictionary<long, int> Scores(IReadOnlyList<BoughtInWindow> bought, Func<BoughtInWindow, long> value)
    {
        var (scores, less) = (new Dictionary<long, int>(), 0);
        foreach (var group in bought.GroupBy(value).OrderBy(g => g.Key))
        {
            scores[group.Key] = (int)(5L * less / bought.Count) + 1;
            less += group.Count();
        }
        return scores;
    }
}

/// <summary>What a customer is worth over their life.</summary>
public static class LifetimeValue
{
    public const string Historic = "net margin - cost to serve";
    public const string Predictive = "m * r / (1 + i - r)";

    /// <summary>By margin per period, retention and discount, each of the last two from 0 to below 1 and to 10.</summary>
    public static decimal Predict(decimal margin, decimal retention, decimal discount) => Math.Round(margin * retention / (1 + discount - retention), 2);
}

/// <summary>How many customers stayed over a period (S5-RET-1).</summary>
/// <param name="AtStart">Active at the start.</param>
/// <param name="AtEnd">Active at the end: those who stayed, and those who are new; whoever came back is not among them.</param>
/// <param name="New">Active at the end, and never before the period.</param>
/// <param name="WonBack">Active at the end and not at the start, but once before it.</param>
public sealed record RetentionCount(int AtStart, int AtEnd, int New, int WonBack)
{
    /// <summary>(E - N) / S; null where nobody was active at the start.</summary>
    public decimal? Retention => AtStart == 0 ? null : Math.Round((decimal)(AtEnd - New) / AtStart, 4);

    public decimal? Churn => 1 - Retention;
}
