namespace Crm.Domain.Clocks;

public static class ClockErrors
{
    public static readonly Error NeverPauses = new(ErrorKind.Conflict, "clock.never_pauses",
        "A clock of this metric waits for nobody but us, so it never stands still. Fulfil it.");

    public static readonly Error MayNotWait = new(ErrorKind.Conflict, "clock.may_not_wait",
        "The policy of this clock does not let it stand still for this reason, or not any longer. It goes on.");

    public static readonly Error Paused = new(ErrorKind.Conflict, "clock.paused",
        "The clock stands still already. Resume it first.");

    public static readonly Error NotPaused = new(ErrorKind.Conflict, "clock.not_paused",
        "The clock does not stand still, so there is nothing to resume.");

    public static readonly Error Ended = new(ErrorKind.Conflict, "clock.ended",
        "The clock was fulfilled or cancelled, and its history does not change. Start another one.");

    public static readonly Error DrivenByRecord = new(ErrorKind.Conflict, "clock.driven_by_record",
        "The clock runs for the record in conflictingId and follows what happens to that. Work on the record instead.");

    public static readonly Error NoTarget = new(ErrorKind.Conflict, "clock.no_target",
        "No policy in force has a target for this metric and these facts. Add one, or give a target of your own.");

    public static readonly Error StartedLongAgo = new Error(ErrorKind.Invalid, "started_long_ago",
        "A clock starts at most 3660 days ago.").About("/startedAt");

    public static readonly Error StartsInFuture = new Error(ErrorKind.Invalid, "in_future",
        "A clock starts now or has started.").About("/startedAt");
}
