namespace Crm.Domain.CorrectiveActions;

public static class CorrectiveActionErrors
{
    public static readonly Error AlreadyStarted = new(ErrorKind.Conflict, "corrective_action.already_started",
        "The action is in progress already. Complete or cancel it.");

    public static readonly Error AlreadyDone = new(ErrorKind.Conflict, "corrective_action.already_done",
        "The action is done and does not change any more. One that was ineffective may be started again.");

    public static readonly Error Cancelled = new(ErrorKind.Conflict, "corrective_action.cancelled",
        "The action was cancelled. Plan another one.");

    public static readonly Error NotDone = new(ErrorKind.Conflict, "corrective_action.not_done",
        "The action is not done yet, so that its effect cannot be checked. Complete it first.");

    public static readonly Error AlreadyChecked = new(ErrorKind.Conflict, "corrective_action.already_checked",
        "The effect of the action was checked already. One that was ineffective may be started again.");

    public static readonly Error CheckTooEarly = new(ErrorKind.Conflict, "corrective_action.check_too_early",
        "The window after the day on which the action was done is not over yet. Check later, or with fewer days.");
}

[EventType("corrective_action.planned", 1, "A corrective action was planned for a cause, and somebody answers for it.")]
public sealed record CorrectiveActionPlanned(CorrectiveActionId CorrectiveActionId, CauseId CauseId, StaffId OwnerId) : IDomainEvent;

[EventType("corrective_action.revised", 1, "What a corrective action is, who answers for it or until when it is due changed.")]
public sealed record CorrectiveActionRevised(CorrectiveActionId CorrectiveActionId) : IDomainEvent;

[EventType("corrective_action.started", 1, "A corrective action was taken up, for the first time or again.")]
public sealed record CorrectiveActionStarted(CorrectiveActionId CorrectiveActionId) : IDomainEvent;

[EventType("corrective_action.completed", 1, "A corrective action was done. Its effect is to be checked.")]
public sealed record CorrectiveActionCompleted(CorrectiveActionId CorrectiveActionId) : IDomainEvent;

[EventType("corrective_action.checked", 1, "It was checked whether the cause came back less often after a corrective action than before it.")]
public sealed record CorrectiveActionChecked(CorrectiveActionId CorrectiveActionId, CauseId CauseId, bool IsEffective) : IDomainEvent;

[EventType("corrective_action.cancelled", 1, "A corrective action was cancelled before it was done.")]
public sealed record CorrectiveActionCancelled(CorrectiveActionId CorrectiveActionId) : IDomainEvent;
