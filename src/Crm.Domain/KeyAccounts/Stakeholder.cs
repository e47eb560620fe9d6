namespace Crm.Domain.KeyAccounts;

/// <summary>The part that somebody plays in decisions of an account.</summary>
public enum DecisionRole { DecisionMaker, Approver, Influencer, Champion, User, Gatekeeper, Other }

/// <summary>How somebody stands to us.</summary>
public enum StakeholderAttitude { Supportive, Friendly, Neutral, Critical, Opposed }

/// <summary>Somebody of an account, as we see them: their part in decisions, how they stand to us, and to whom they report.</summary>
public sealed class Stakeholder
{
    public const int MaxPerAccount = 200;

    public required KeyAccountId KeyAccountId { get; init; }
    public required CustomerId CustomerId { get; init; }
    public DecisionRole DecisionRole { get; set; }
    public StakeholderAttitude? Attitude { get; set; }
    public CustomerId? ReportsToId { get; set; }

    /// <summary>Whether somebody would report to themselves, directly or round a corner, with this line among those that there are.</summary>
    public static bool ClosesCircle(IReadOnlyDictionary<CustomerId, CustomerId?> lines, CustomerId who, CustomerId reportsTo)
    {
        var at = (CustomerId?)reportsTo;
        for (var steps = 0; at is { } above && steps <= lines.Count; steps++)
        {
            if (above == who)
            {
                return true;
            }
            at = lines.GetValueOrDefault(above);
        }
        return false;
    }
}
