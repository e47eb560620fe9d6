namespace Crm.Domain.BestCustomers;

/// <summary>A name for customers whose scores lie within bounds. Of several that fit the first one counts (S5-BEST-1).</summary>
/// <param name="Name">The name, once in the map; 1 to 40 characters.</param>
/// <param name="MinRecency">The least recency, 1 to 5; 1 where absent.</param>
/// <param name="MaxRecency">The most recency, 1 to 5; 5 where absent.</param>
/// <param name="MinFrequency">The least frequency, 1 to 5; 1 where absent.</param>
/// <param name="MaxFrequency">The most frequency, 1 to 5; 5 where absent.</param>
/// <param name="MinMoney">The least money, 1 to 5; 1 where absent.</param>
/// <param name="MaxMoney">The most money, 1 to 5; 5 where absent.</param>
public sealed record RfmSegment(string Name, int MinRecency = 1, int MaxRecency = 5, int MinFrequency = 1, int MaxFrequency = 5, int MinMoney = 1, int MaxMoney = 5)
{
    public const int NameMaxLength = 40;
    public const int MaxCount = 20;
    public const int Least = 1;
    public const int Most = 5;

    /// <summary>The map of a tenant that has made none of its own.</summary>
    public static readonly IReadOnlyList<RfmSegment> Usual =
    [
        new("champions", MinRecency: 4, MinFrequency: 4, MinMoney: 4),
        new("loyal", MinRecency: 3, MinFrequency: 3),
        new("promising", MinRecency: 4),
        new("needsAttention", MinRecency: 3),
        new("atRisk", MinFrequency: 3),
        new("dormant"),
    ];

    public bool Takes(RfmScore score) =>
        score.Recency >= MinRecency && score.Recency <= MaxRecency && score.Frequency >= MinFrequency && score.Frequency <= MaxFrequency && score.Money >= MinMoney && score.Money <= MaxMoney;
}
