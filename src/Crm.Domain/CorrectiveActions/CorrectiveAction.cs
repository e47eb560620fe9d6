namespace Crm.Domain.CorrectiveActions;

/// <summary>Where a corrective action stands. One that was ineffective may be taken up again.</summary>
public enum CorrectiveActionState { Planned, InProgress, Done, Effective, Ineffective, Cancelled }

/// <summary>What is to be done so that a cause does not come back, by whom and until when (S1-LEARN-1).</summary>
public sealed record CorrectiveActionContent
{
    public const int TitleMaxLength = 200;
    public const int DescriptionMaxLength = 2000;

    /// <summary>What is to be done; 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>How, and why that should help; at most 2000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The cause that is not to come back.</summary>
    public required CauseId CauseId { get; init; }

    /// <summary>The one member of staff who answers for it.</summary>
    public required StaffId OwnerId { get; init; }

    /// <summary>The day until the end of which it is to be done.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static readonly CorrectiveActionContent Example = new()
    {
        Title = "آموزش تیم ارسال", Description = "Two hours with everybody who packs, and a checklist at the door.", CauseId = CauseId.Parse("cause_01j00000000000000000000000", null),
        OwnerId = StaffId.Parse("staff_01j00000000000000000000000", null), DueOn = new(2026, 4, 20),
    };
}

/// <summary>Whether a cause came back less often after an action than before it.</summary>
/// <param name="CheckedOn">The day of the check.</param>
/// <param name="WindowDays">How many days before and after the day on which the action was done were compared.</param>
/// <param name="Before">How often the cause occurred in the window before.</param>
/// <param name="After">How often it occurred in the window after.</param>
/// <param name="By">The member of staff who checked.</param>
public sealed record EffectivenessCheck(DateOnly CheckedOn, int WindowDays, int Before, int After, StaffId? By)
{
    public const int MinWindowDays = 1;
    public const int MaxWindowDays = 366;
    public const int MaxBefore = 1_000_000_000;
    public const int MaxAfter = 1_000_000_000;

    /// <summary>The cause did not come back, or came back less often.</summary>
    public bool IsEffective() => After == 0 || After < Before;
}

/// <inheritdoc cref="CorrectiveActionContent"/>
public sealed class CorrectiveAction : AggregateRoot<CorrectiveAction>, IResource
{
    public const int EvidenceMaxLength = 2000;
    public const int CancellationReasonMaxLength = 500;

    private CorrectiveAction() { }

    public static string Prefix => "corrective_action";

    public string Title { get; private set; } = "";
    public string? Description { get; private set; }
    public CauseId CauseId { get; private set; }
    public StaffId OwnerId { get; private set; }
    public DateOnly DueOn { get; private set; }
    public CorrectiveActionState State { get; private set; }

    /// <summary>The day on which it was done.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>What shows that it was done.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The last check; it stays where the action is taken up again.</summary>
    public EffectivenessCheck? Check { get; private set; }
    public string? CancellationReason { get; private set; }

    public bool IsOpen => State is CorrectiveActionState.Planned or CorrectiveActionState.InProgress;

    public CorrectiveActionContent Content => new()
    {
        Title = Title, Description = Description, CauseId = CauseId, OwnerId = OwnerId, DueOn = DueOn, ExternalId = ExternalId,
    };

    public static CorrectiveAction Plan(CorrectiveActionContent content, DateTimeOffset now)
    {
        var action = new CorrectiveAction { Id = CorrectiveActionId.New(now) };
        action.Take(content, now);
        action.Raise(new CorrectiveActionPlanned(action.Id, content.CauseId, content.OwnerId));
        return action;
    }

    public Result Revise(CorrectiveActionContent content, DateTimeOffset now)
    {
        if (RefusalUnlessOpen() is { } refusal)
        {
            return refusal;
        }
        Take(content, now);
        Raise(new CorrectiveActionRevised(Id));
        return Result.Done;
    }

    /// <summary>Takes it up: a planned one, or again one that did not help.</summary>
    public Result Start(DateTimeOffset now)
    {
        switch (State)
        {
            case CorrectiveActionState.InProgress: return CorrectiveActionErrors.AlreadyStarted;
            case not (CorrectiveActionState.Planned or CorrectiveActionState.Ineffective): return RefusalUnlessOpen()!;
        }
        (State, DoneOn, Evidence) = (CorrectiveActionState.InProgress, null, null);
        Changed(now);
        Raise(new CorrectiveActionStarted(Id));
        return Result.Done;
    }

    /// <param name="doneOn">The day on which it was done.</param>
    /// <param name="today">The present day where the tenant is.</param>
    public Result Complete(string evidence, DateOnly doneOn, DateOnly today, DateTimeOffset now)
    {
        if (RefusalUnlessOpen() is { } refusal)
        {
            return refusal;
        }
        if (doneOn > today)
        {
            return Error.Invalid([new("/doneOn", "done_in_future", "This day lies in the future. Record it when it is done.")]);
        }
        (State, DoneOn, Evidence) = (CorrectiveActionState.Done, doneOn, FoldedText.Nfc(evidence.Trim()));
        Changed(now);
        Raise(new CorrectiveActionCompleted(Id));
        return Result.Done;
    }

    /// <summary>
    /// Compares how often the cause occurred before and after. Counting is not this aggregate's: it is given what was counted over complaints of the cause, from
    /// <paramref name="windowDays"/> days before the day on which the action was done up to it, and as many days after it.
    /// </summary>
    public Result CheckEffectiveness(int before, int after, int windowDays, DateOnly today, StaffId? by, DateTimeOffset now)
    {
        switch (State)
        {
            case CorrectiveActionState.Effective or CorrectiveActionState.Ineffective: return CorrectiveActionErrors.AlreadyChecked;
            case CorrectiveActionState.Cancelled: return CorrectiveActionErrors.Cancelled;
            case not CorrectiveActionState.Done: return CorrectiveActionErrors.NotDone;
        }
        if (DoneOn!.Value.DayNumber + windowDays > today.DayNumber)
        {
            return CorrectiveActionErrors.CheckTooEarly;
        }
        Check = new(today, windowDays, before, after, by);
        State = Check.IsEffective() ? CorrectiveActionState.Effective : CorrectiveActionState.Ineffective;
        Changed(now);
        Raise(new CorrectiveActionChecked(Id, CauseId, Check.IsEffective()));
        return Result.Done;
    }

    public Result Cancel(string reason, DateTimeOffset now)
    {
        if (RefusalUnlessOpen() is { } refusal)
        {
            return refusal;
        }
        (State, CancellationReason) = (CorrectiveActionState.Cancelled, FoldedText.Nfc(reason.Trim()));
        Changed(now);
        Raise(new CorrectiveActionCancelled(Id));
        return Result.Done;
    }

    private void Take(CorrectiveActionContent content, DateTimeOffset now)
    {
        (Title, Description) = (FoldedText.Nfc(content.Title.Trim()), FoldedText.Shown(content.Description));
        (CauseId, OwnerId, DueOn, ExternalId) = (content.CauseId, content.OwnerId, content.DueOn, content.ExternalId);
        Changed(now);
    }

    private Error? RefusalUnlessOpen() => State switch
    {
        CorrectiveActionState.Cancelled => CorrectiveActionErrors.Cancelled,
        _ => IsOpen ? null : CorrectiveActionErrors.AlreadyDone,
    };
}
