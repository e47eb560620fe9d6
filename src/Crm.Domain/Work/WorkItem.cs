namespace Crm.Domain.Work;

/// <summary>Who is to own work, who answers for it, and why them.</summary>
public sealed record Owner(StaffId Id, StaffId AccountableId, IReadOnlyList<AssignmentReason> Reasons);

/// <summary>What a task says; it changes only where no other record drives the work.</summary>
public sealed record WorkContent
{
    /// <summary>What is to be done; 1 to 300 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What helps to do it; at most 1000 characters.</summary>
    public string? Note { get; init; }

    /// <summary>How much it presses; normal where absent.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>When it is due; what is undated comes last in every queue.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The code of the skill that it asks for; at most 50 characters of lower-case letters, digits and hyphens.</summary>
    public string? RequiredSkill { get; init; }

    /// <summary>BCP 47 tag of the language that it asks for.</summary>
    public string? Language { get; init; }

    /// <summary>Your own key for it, unique in the tenant; at most 100 characters.</summary>
    public string? ExternalId { get; init; }

    public static readonly WorkContent Example = new() { Title = "Send the corrected invoice", Priority = Priority.High, Language = "fa" };
}

/// <summary>A hand-over that waits for its answer.</summary>
public sealed record PendingHandOver(StaffId ToId, StaffId? ById, DateTimeOffset ProposedAt, DateTimeOffset AnswerBy, string Note);

/// <summary>
/// One piece of work with exactly one accountable owner (S3-OWNER-1). What happens to it is added to a log, and its owner is what the log comes to. A
/// hand-over moves nothing until the receiver accepts it.
/// </summary>
public sealed partial class WorkItem : AggregateRoot<WorkItem>, IResource
{
    public const int TitleMaxLength = 300;
    public const int NoteMaxLength = 1000;
    public const int ReasonMaxLength = 500;
    public const int MaxEvents = 300;

    /// <summary>Where what is undated stands among what is due: after everything.</summary>
    public static readonly DateTimeOffset Undated = Calendars.OpenTime.End;

    private readonly List<WorkEvent> added = [];

    private WorkItem() { }

    public static string Prefix => "work";

    /// <summary>The record that it is about; null for a task about nothing but perhaps a customer.</summary>
    public RecordId? Subject { get; private set; }

    /// <summary>The record that opens, moves and closes it; null for a task, which people do, and which the record that it is about follows.</summary>
    public RecordId? DrivenBy => Kind == WorkKind.Task ? null : Subject;
    public WorkKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string? Note { get; private set; }
    public CustomerId? CustomerId { get; private set; }
    public Priority Priority { get; private set; }
    public string? RequiredSkill { get; private set; }
    public string? Language { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary><see cref="DueAt"/>, or <see cref="Undated"/>: the order of every queue.</summary>
    public DateTimeOffset RankAt { get; private set; }
    public WorkState State { get; private set; }

    /// <summary>The one accountable owner; null only where the tenant had no active staff when it was opened, until somebody comes.</summary>
    public StaffId? OwnerId { get; private set; }
    public DateTimeOffset OwnedSince { get; private set; }

    /// <summary>Who answers for it: the manager whom the owner had when they became it, or the owner (S3-ACCT-1).</summary>
    public StaffId? AccountableId { get; private set; }
    public int Transfers { get; private set; }
    public int Returns { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How many events its log has.</summary>
    public int EventCount { get; private set; }

    public StaffId? HandOverToId { get; private set; }
    public StaffId? HandOverById { get; private set; }
    public DateTimeOffset? HandOverAt { get; private set; }
    public DateTimeOffset? HandOverUntil { get; private set; }
    public string? HandOverNote { get; private set; }

    /// <summary>The events of the present unit of work, to be added to the log.</summary>
    public IReadOnlyList<WorkEvent> Added => added;

    /// <summary>The hand-over that waits for its answer, if any.</summary>
    public PendingHandOver? HandOver =>
        HandOverToId is { } to ? new(to, HandOverById, HandOverAt!.Value, HandOverUntil!.Value, HandOverNote ?? "") : null;

    public WorkStanding Standing => new()
    {
        State = State, Owner = OwnerId, OwnedSince = OwnedSince, Receiver = HandOverToId, Transfers = Transfers, Returns = Returns, Events = EventCount,
    };

    public WorkContent Content => new()
    {
        Title = Title, Note = Note, Priority = Priority, DueAt = DueAt, RequiredSkill = RequiredSkill, Language = Language, ExternalId = ExternalId,
    };

    /// <summary>Opens work.</summary>
    /// <param name="owner">Who owns it from the first instant on; null only where the tenant has no active staff.</param>
    public static WorkItem Open(WorkKind kind, RecordId? subject, CustomerId? customer, WorkContent content, Owner? owner, StaffId? by, DateTimeOffset now)
    {
        var item = new WorkItem { Id = WorkId.New(now), Kind = kind, Subject = subject, CustomerId = customer, AccountableId = owner?.AccountableId };
        item.Take(content);
        item.Happen(WorkEventKind.Opened, by, now, to: owner?.Id, reasons: owner?.Reasons);
        item.Raise(new WorkOpened(item.Id, subject, kind, customer, item.OwnerId, item.AccountableId, item.DueAt));
        return item;
    }

    /// <summary>Changes what is to be done, or by when.</summary>
    public Result Revise(WorkContent content, StaffId? by, DateTimeOffset now)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }
        Take(content);
        Happen(WorkEventKind.Revised, by, now, until: DueAt);
        Raise(new WorkRevised(Id, DueAt));
        return Result.Done;
    }

    /// <summary>The record that drives it is due at another time.</summary>
    public void Move(DateTimeOffset? dueAt, StaffId? by, DateTimeOffset now)
    {
        if (State == WorkState.Open && dueAt != DueAt)
        {
            (DueAt, RankAt) = (dueAt, dueAt ?? Undated);
            Happen(WorkEventKind.Revised, by, now, until: dueAt);
            Raise(new WorkRevised(Id, dueAt));
        }
    }

    /// <summary>Done, or not to be done any more. A hand-over that waits is withdrawn.</summary>
    public Result Close(bool done, string? note, StaffId? by, DateTimeOffset now)
    {
        if (State != WorkState.Open)
        {
            return WorkErrors.Closed;
        }
        DropHandOver(by, now);
        ClosedAt = now;
        Happen(done ? WorkEventKind.Done : WorkEventKind.Cancelled, by, now, note: note);
        Raise(new WorkClosed(Id, Subject, done, OwnerId));
        return Result.Done;
    }

    /// <summary>To be done again, by the same owner.</summary>
    public Result Reopen(string? reason, StaffId? by, DateTimeOffset now)
    {
        if (State == WorkState.Open)
        {
            return WorkErrors.NotClosed;
        }
        if (EventCount >= MaxEvents)
        {
            return WorkErrors.ChangedTooOften;
        }
        ClosedAt = null;
        Happen(WorkEventKind.Reopened, by, now, note: reason);
        Raise(new WorkReopened(Id, OwnerId) { Subject = Subject });
        return Result.Done;
    }

    private void Take(WorkContent content)
    {
        (Title, Note) = (FoldedText.Nfc(content.Title.Trim()), Words(content.Note));
        (Priority, RequiredSkill, Language, ExternalId) = (content.Priority, content.RequiredSkill, content.Language, content.ExternalId);
        (DueAt, RankAt) = (content.DueAt, content.DueAt ?? Undated);
    }

    /// <summary>Why nothing about it can be changed any more, if so.</summary>
    private Error? Refusal() => State != WorkState.Open ? WorkErrors.Closed : EventCount >= MaxEvents ? WorkErrors.ChangedTooOften : null;

    private static string? Words(string? text) => text?.Trim() is { Length: > 0 } words ? FoldedText.Nfc(words) : null;

    private void Happen(
        WorkEventKind kind, StaffId? by, DateTimeOffset now, StaffId? to = null, IReadOnlyList<AssignmentReason>? reasons = null, string? note = null, DateTimeOffset? until = null)
    {
        var happened = new WorkEvent
        {
            WorkId = Id, Number = EventCount + 1, Kind = kind, At = now, By = by, From = OwnerId, To = to, Reasons = reasons ?? [], Note = Words(note), Until = until,
        };
        added.Add(happened);
        var standing = Standing.Then(happened);
        (State, OwnerId, OwnedSince, HandOverToId) = (standing.State, standing.Owner, standing.OwnedSince, standing.Receiver);
        (Transfers, Returns, EventCount) = (standing.Transfers, standing.Returns, standing.Events);
        Changed(now);
    }
}
