namespace Crm.Domain.KeyAccounts;

public static class KeyAccountErrors
{
    public static readonly Error Exists = new(ErrorKind.Conflict, "key_account.exists",
        "The customer is a key account already, as the record named in conflictingId. Change that one, or end it first.");

    public static readonly Error Ended = new(ErrorKind.Conflict, "key_account.ended",
        "The customer is a key account no more by this record, which does not change. Designate anew.");

    public static readonly Error TwoManagers = new(ErrorKind.Conflict, "key_account.two_managers",
        "An account has one account manager, so that one answers for it. Give the others another role.");

    public static readonly Error TwoSponsors = new(ErrorKind.Conflict, "key_account.two_sponsors",
        "An account has one executive sponsor at most. Give the others another role.");

    public static readonly Error ManagerMissing = new Error(ErrorKind.Invalid, "account_manager_missing",
        "Nobody of the team is the account manager. Name the one who answers for the account.").About("/team");

    public static readonly Error MemberTwice = new Error(ErrorKind.Invalid, "account_member_twice",
        "Somebody stands in the team twice. Each has one role.").About("/team");

    public static readonly Error MemberLeft = new(ErrorKind.Conflict, "key_account.member_left",
        "Somebody of the team does not work here; conflictingId says who. Name somebody who does.");

    public static readonly Error SponsorLeft = new(ErrorKind.Conflict, "key_account.sponsor_left",
        "The executive sponsor does not work here any more. Name somebody who can be called.");

    public static readonly Error CadenceByStranger = new Error(ErrorKind.Invalid, "cadence_by_stranger",
        "Whoever keeps the contact is somebody of the team. Name one of them, or nobody for the account manager.").About("/cadence/by");

    public static readonly Error StakeholderElsewhere = new Error(ErrorKind.Invalid, "stakeholder_elsewhere",
        "That person does not act for this account. Relate them to its customer first: worksFor, represents or belongsTo.").About("/customerId");

    public static readonly Error LineElsewhere = new Error(ErrorKind.Invalid, "stakeholder_line_elsewhere",
        "They report to somebody who is not on the map of this account. Place that person first.").About("/reportsToId");

    public static readonly Error CircularLine = new(ErrorKind.Conflict, "key_account.circular_line",
        "They would report to themselves, directly or round a corner. Look at the lines again.");

    public static readonly Error MapFull = new(ErrorKind.Conflict, "key_account.map_full", "A map has at most 200 people. Take somebody off it first.");

    public static readonly Error WeightsInvalid = new Error(ErrorKind.Invalid, "health_weights_invalid",
        "Each factor has one weight, and one of them at least is above zero.").About("/weights");

    public static readonly Error ReviewPast = new Error(ErrorKind.Invalid, "review_past",
        "The review lies ahead. Give a day after today.").About("/reviewOn");

    public static readonly Error PreviewOutdated = new(ErrorKind.Conflict, "key_account.preview_outdated",
        "The criteria name another number of customers than the preview did. Preview again and look at whom they name now.");

    public static readonly Error TooManyAtOnce = new(ErrorKind.Conflict, "key_account.too_many_at_once",
        "Criteria designate at most 100 customers at once. Key accounts are few: make the criteria narrower.");
}
