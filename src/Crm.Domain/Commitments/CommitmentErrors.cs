namespace Crm.Domain.Commitments;

public static class CommitmentErrors
{
    public static readonly Error Withdrawn = new(ErrorKind.Conflict, "commitment.withdrawn",
        "The promise was withdrawn. Make a new one.");

    public static readonly Error AlreadyKept = new(ErrorKind.Conflict, "commitment.already_kept",
        "The promise was kept already, and its history does not change.");

    public static readonly Error AlreadyBroken = new(ErrorKind.Conflict, "commitment.already_broken",
        "The promise was due and is broken. Record its fulfilment, which is late, or make a new one.");

    public static readonly Error RenegotiatedTooOften = new(ErrorKind.Conflict, "commitment.renegotiated_too_often",
        "The promise was renegotiated 20 times. Keep it or withdraw it.");

    public static readonly Error WithdrawalNotYours = new(ErrorKind.Forbidden, "commitment.withdrawal_not_yours",
        "A promise is withdrawn by the member of staff who is accountable for it, or with the permission commitments:withdraw.");

    public static readonly Error ResponsibleUnknown = new Error(ErrorKind.Invalid, "responsible_unknown",
        "There is no active member of staff with this id. Name somebody who works here.").About("/responsibleId");

    public static readonly Error ResponsibleNeeded = new Error(ErrorKind.Invalid, "responsible_needed",
        "The credential acts for no member of staff, so name in responsibleId who keeps the promise.").About("/responsibleId");

    public static readonly Error InteractionUnknown = new Error(ErrorKind.Invalid, "interaction_unknown",
        "There is no interaction of this customer with this id. Name another one or leave the member out.").About("/interactionId");

    public static readonly Error KeyAccountUnknown = new Error(ErrorKind.Invalid, "key_account_unknown",
        "There is no key account with this id that this customer is or acts for. Name another one or leave the member out.").About("/keyAccountId");
}
