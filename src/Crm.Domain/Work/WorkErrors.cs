namespace Crm.Domain.Work;

public static class WorkErrors
{
    public static readonly Error NotYours = new(ErrorKind.Forbidden, "work.not_yours",
        "This is for who owns the work, their delegate during an absence, who answers for it, and credentials with the permission work:assign.");

    public static readonly Error Closed = new(ErrorKind.Conflict, "work.closed",
        "The work is done or cancelled. Reopen it first, or open another one.");

    public static readonly Error NotClosed = new(ErrorKind.Conflict, "work.not_closed",
        "The work is open already.");

    public static readonly Error DrivenByRecord = new(ErrorKind.Conflict, "work.driven_by_record",
        "This work is about a record that opens, moves and closes it. Act on the record that conflictingId names.");

    public static readonly Error Unowned = new(ErrorKind.Conflict, "work.unowned",
        "The work has no owner yet. Assign it instead of handing it over.");

    public static readonly Error ReceiverOwnsIt = new(ErrorKind.Conflict, "work.receiver_owns_it",
        "Work is handed over to somebody else than its owner.");

    public static readonly Error ReceiverInactive = new(ErrorKind.Conflict, "work.receiver_inactive",
        "This member of staff does not work here any more. Choose somebody who does.");

    public static readonly Error ReceiverAbsent = new(ErrorKind.Conflict, "work.receiver_absent",
        "This member of staff is absent. detail says until when, and conflictingId who stands in for them, if anybody.");

    public static readonly Error HandOverPending = new(ErrorKind.Conflict, "work.hand_over_pending",
        "A hand-over waits for its answer already. Withdraw it before you propose another one.");

    public static readonly Error NoHandOver = new(ErrorKind.Conflict, "work.hand_over_none",
        "No hand-over of this work waits for an answer.");

    public static readonly Error HandOverTimedOut = new(ErrorKind.Conflict, "work.hand_over_timed_out",
        "The time to answer this hand-over is over, and the work stays with its owner. Ask for another one.");

    public static readonly Error HandOverNotYours = new(ErrorKind.Forbidden, "work.hand_over_not_yours",
        "A hand-over is answered by the member of staff to whom it was proposed, or by their delegate during an absence.");

    public static readonly Error NobodyFits = new(ErrorKind.Conflict, "work.nobody_fits",
        "There is nobody to whom this work could be given: no active member of staff is without a conflict of interest.");

    public static readonly Error ChangedTooOften = new(ErrorKind.Conflict, "work.changed_too_often",
        "This work was handed over, assigned or changed 300 times. Close it.");

    public static readonly Error OwnerUnknown = new Error(ErrorKind.Invalid, "owner_unknown",
        "There is no active member of staff with this id. Name somebody who works here.").About("/ownerId");

    public static readonly Error ReceiverUnknown = new Error(ErrorKind.Invalid, "receiver_unknown",
        "There is no member of staff with this id.").About("/toId");

    public static readonly Error DuePast = new Error(ErrorKind.Invalid, "work_due_past",
        "What is to be done is due in the future.").About("/due");

    public static readonly Error StaffNeeded = new Error(ErrorKind.Invalid, "staff_needed",
        "The credential acts for no member of staff, so nothing is its own. Name somebody in ownerId.").About("/mine");
}
