namespace Crm.Domain.Callbacks;

public static class CallbackErrors
{
    public static readonly Error AlreadyReached = new(ErrorKind.Conflict, "callback.already_reached",
        "The customer was reached already, and the history of the callback does not change. Ask for a new one.");

    public static readonly Error Cancelled = new(ErrorKind.Conflict, "callback.cancelled",
        "The callback was cancelled. Ask for a new one.");

    public static readonly Error AttemptedTooOften = new(ErrorKind.Conflict, "callback.attempted_too_often",
        "There were 100 attempts. Record that the customer was reached in an interaction, and cancel the callback.");

    public static readonly Error RescheduledTooOften = new(ErrorKind.Conflict, "callback.rescheduled_too_often",
        "The callback had 20 windows. Cancel it and ask for a new one.");

    public static readonly Error NumberNeeded = new Error(ErrorKind.Invalid, "number_needed",
        "The customer has no telephone number on record, so name in number which one to call.").About("/number");

    public static readonly Error OwnerUnknown = new Error(ErrorKind.Invalid, "owner_unknown",
        "There is no active member of staff with this id. Name somebody who works here.").About("/ownerId");
}
