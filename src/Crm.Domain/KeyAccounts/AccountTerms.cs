using Crm.Domain.Customers;

namespace Crm.Domain.KeyAccounts;

/// <summary>What somebody does for an account. One is the account manager, one at most the executive sponsor; of the others there may be many.</summary>
public enum AccountRole { AccountManager, ExecutiveSponsor, Deputy, Sales, Service, Technical, Finance, Other }

/// <summary>Somebody of ours who cares for an account.</summary>
/// <param name="StaffId">Who: an active member of staff.</param>
/// <param name="Role">What they do for it.</param>
public sealed record AccountTeamMember(StaffId StaffId, AccountRole Role);

/// <summary>How often we turn to an account (S4-KEY-1).</summary>
/// <param name="Every">After how much time: an ISO 8601 duration from PT1H to P366D, as in P30D.</param>
/// <param name="Channel">On which way; any where absent.</param>
/// <param name="By">Who does it: somebody of the team; the account manager where absent.</param>
public sealed record AccountCadence(string Every, ContactChannel? Channel = null, StaffId? By = null);

/// <summary>How a customer is cared for as a key account.</summary>
public sealed record AccountTerms
{
    public const int TierMaxLength = 50;
    public const int ReasonMaxLength = 1000;
    public const int MaxTeam = 20;

    /// <summary>The tier, a code of yours such as gold, by which policies and segments ask: lower case letters, digits and hyphens, at most 50.</summary>
    public required string Tier { get; init; }

    /// <summary>Why the customer is a key account; 1 to 1000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The day on which it is looked at again whether that still holds; after today.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>Who cares for it, 1 to 20, among them exactly one accountManager and at most one executiveSponsor.</summary>
    public required IReadOnlyList<AccountTeamMember> Team { get; init; }

    /// <summary>How often we turn to it; as it comes where absent.</summary>
    public AccountCadence? Cadence { get; init; }

    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static readonly AccountTerms Example = new()
    {
        Tier = "gold", Reason = "A tenth of our revenue, and a reference to others", ReviewOn = new DateOnly(2099, 3, 21),
        Team = [new(StaffId.Parse("staff_01j00000000000000000000000", null), AccountRole.AccountManager)], Cadence = new("P30D"),
    };

    /// <summary>Who has a role.</summary>
    internal List<StaffId> With(AccountRole role) => [.. Team.Where(m => m.Role == role).Select(m => m.StaffId)];

    /// <summary>What does not fit together.</summary>
    /// <param name="today">The present day where the tenant is.</param>
    /// <param name="before">The day of the review until now, which may have passed.</param>
    public Result Check(DateOnly today, DateOnly? before = null)
    {
        if (ReviewOn <= today && ReviewOn != before)
        {
            return KeyAccountErrors.ReviewPast;
        }
        var (managers, sponsors) = (With(AccountRole.AccountManager), With(AccountRole.ExecutiveSponsor));
        if (managers.Count != 1)
        {
            return managers.Count == 0 ? KeyAccountErrors.ManagerMissing : KeyAccountErrors.TwoManagers;
        }
        if (sponsors.Count > 1)
        {
            return KeyAccountErrors.TwoSponsors;
        }
        if (Team.DistinctBy(m => m.StaffId).Count() != Team.Count)
        {
            return KeyAccountErrors.MemberTwice;
        }
        if (Cadence?.By is { } by && !Team.Any(m => m.StaffId == by))
        {
            return KeyAccountErrors.CadenceByStranger;
        }
        return Result.Done;
    }
}
