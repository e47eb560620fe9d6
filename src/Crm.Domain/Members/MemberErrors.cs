namespace Crm.Domain.Members;

public static class MemberErrors
{
    public static readonly Error AlreadyEnrolled = new(ErrorKind.Conflict, "member.already_enrolled",
        "The customer is a member of this programme already.");

    public static readonly Error SourceKnown = new(ErrorKind.Conflict, "member.source_known",
        "This has been counted for the member already. Nothing counts twice.");

    public static readonly Error BalanceInsufficient = new(ErrorKind.Conflict, "member.balance_insufficient",
        "The member has fewer points than this takes. detail says how many there are.");

    public static readonly Error AboveTransactionCap = new(ErrorKind.Conflict, "member.above_transaction_cap",
        "One event would earn more than the programme allows for one. Nothing was earned.");

    public static readonly Error Left = new(ErrorKind.Conflict, "member.left",
        "The member has left the programme.");

    public static readonly Error Merged = new(ErrorKind.Conflict, "member.merged",
        "The membership has become a part of another one. Work with the one that conflictingId names.");

    public static readonly Error EntryUnknown = new(ErrorKind.NotFound, "member.entry_unknown",
        "The member has no entry of this number.");

    public static readonly Error NotHeld = new(ErrorKind.Conflict, "member.not_held",
        "No points of this entry wait for a review.");

    public static readonly Error OtherHousehold = new(ErrorKind.Conflict, "member.other_household",
        "Points move between members of one household and one programme only.");

    public static readonly Error HeadUnknown = new Error(ErrorKind.Invalid, "household_head_unknown",
        "There is no member of this programme with this id who heads a household, or could.").About("/headId");

    public static readonly Error PointsOverflow = new(ErrorKind.Conflict, "member.points_overflow",
        "No member has more points than 9,007,199,254,740,991.");

    public static readonly Error Unknown = new Error(ErrorKind.Invalid, "membership_unknown",
        "There is no member with this id.").About("/memberId");
}
