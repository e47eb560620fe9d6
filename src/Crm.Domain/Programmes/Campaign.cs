namespace Crm.Domain.Programmes;

/// <summary>What a rule earns where its campaign has less left than that: what is left, or nothing.</summary>
public enum WhenSpent { Truncate, Refuse }

/// <summary>How many points all members together earn by the rules of a campaign.</summary>
/// <param name="Code">What rules call it: small letters, digits, _ and -, at most 40 characters; unique in the programme. What was spent under a code stays spent.</param>
/// <param name="Points">How many points, from 0. Whoever lowers it below what was spent ends the campaign.</param>
/// <param name="WhenSpent">What a rule earns where less is left; truncate where absent.</param>
public sealed record CampaignBudget(string Code, long Points, WhenSpent WhenSpent = WhenSpent.Truncate)
{
    public const int CodeMaxLength = EarningRule.CodeMaxLength;

    /// <summary>What a rule earns of so many points.</summary>
    internal long Grant(long points, long left) => points <= left ? points : WhenSpent == WhenSpent.Truncate ? left : 0;
}

/// <summary>How much of a campaign is spent: one row, which only what it gives points to touches, at its commit.</summary>
public sealed class CampaignSpending
{
    public required ProgrammeId ProgrammeId { get; init; }
    public required string Code { get; init; }
    public long Spent { get; private set; }

    /// <summary>What the present unit of work spends and has not written yet.</summary>
    public long Pending { get; private set; }

    private bool begun;

    public static CampaignSpending Begin(ProgrammeId programme, string code) => new() { ProgrammeId = programme, Code = code, begun = true };

    public long Left(CampaignBudget budget) => Math.Max(0, budget.Points - Spent - Pending);

    /// <summary>Tells whether the row is there already, so that it must be counted there.</summary>
    public bool Spend(long points)
    {
        (Spent, Pending) = begun ? (Spent + points, Pending) : (Spent, Pending + points);
        return !begun;
    }
}
