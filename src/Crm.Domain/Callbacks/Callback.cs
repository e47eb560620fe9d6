namespace Crm.Domain.Callbacks;

/// <summary>Whom to call back, when, why, and who does it.</summary>
public sealed record CallbackTerms(
    CustomerId CustomerId, PhoneNumber? Number, CallbackWindow Window, string Reason, CallbackOrigin Origin, Priority Priority, StaffId? OwnerId,
    InteractionId? InteractionId = null, string? ExternalId = null);

/// <summary>
/// A promise to call a customer within a window (S2-CALLBACK-1). What happens to it is added to a log, and its state is what the log comes to. The end
/// of the window is a clock; a window in which nobody called is missed, once, at its end, and that is never taken back.
/// </summary>
public sealed class Callback : AggregateRoot<Callback>, IResource
{
    public const int ReasonMaxLength = 500;
    public const int NoteMaxLength = 1000;
    public const int NumberMaxLength = 50;
    public const int MaxAttempts = 100;
    public const int MaxWindows = 20;

    private readonly List<CallbackEvent> added = [];

    private Callback() { }

    public static string Prefix => "callback";

    public CustomerId CustomerId { get; private set; }

    /// <summary>In E.164; unknown only where a call was cut off whose number nobody knows, and after an erasure.</summary>
    public string? Number { get; private set; }
    public DateTimeOffset WindowFrom { get; private set; }
    public DateTimeOffset WindowTo { get; private set; }
    public string TimeZone { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public Priority Priority { get; private set; }
    public CallbackOrigin Origin { get; private set; }
    public InteractionId? InteractionId { get; private set; }

    /// <summary>Who makes it; nobody only where the tenant had no active staff.</summary>
    public StaffId? OwnerId { get; private set; }
    public CallbackState State { get; private set; }
    public int Windows { get; private set; }
    public int MissedWindows { get; private set; }
    public DateTimeOffset? MissedAt { get; private set; }
    public DateTimeOffset? TriedAt { get; private set; }
    public DateTimeOffset? ReachedAt { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? LastAttemptAt { get; private set; }
    public AttemptOutcome? LastOutcome { get; private set; }

    /// <summary>How many events its log has.</summary>
    public int EventCount { get; private set; }

    /// <summary>The events of the present unit of work, to be added to the log.</summary>
    public IReadOnlyList<CallbackEvent> Added => added;

    public CallbackWindow Window => new(WindowFrom, WindowTo, TimeZone);

    public bool HasEnded => State is CallbackState.Reached or CallbackState.ReachedLate or CallbackState.Cancelled;

    /// <summary>Whether the present window's promise is fulfilled: the customer was reached, or called inside the window.</summary>
    public bool HasCalled => ReachedAt is not null || TriedAt is not null;

    public CallbackStanding Standing => new()
    {
        State = State, Window = Window, Windows = Windows, MissedWindows = MissedWindows, MissedAt = MissedAt, TriedAt = TriedAt, ReachedAt = ReachedAt, Attempts = Attempts,
        LastAttemptAt = LastAttemptAt, LastOutcome = LastOutcome, Events = EventCount,
    };

    public static Result<Callback> Request(CallbackTerms terms, StaffId? by, DateTimeOffset now)
    {
        if (terms.Window.Refusal(now) is { } refusal)
        {
            return refusal;
        }
        var callback = new Callback
        {
            Id = CallbackId.New(now), CustomerId = terms.CustomerId, Number = terms.Number?.E164, Reason = Stored(terms.Reason), Priority = terms.Priority,
            Origin = terms.Origin, InteractionId = terms.InteractionId, OwnerId = terms.OwnerId, ExternalId = terms.ExternalId,
        };
        callback.Happen(CallbackEventKind.Requested, by, now, now, callback.Reason, terms.Window, callback.Number, owner: terms.OwnerId);
        callback.Raise(new CallbackRequested(
            callback.Id, callback.CustomerId, callback.Origin, callback.Priority, callback.OwnerId, callback.InteractionId, callback.WindowFrom, callback.WindowTo));
        return callback;
    }

    /// <summary>
    /// Records that somebody called. A customer who was reached ends it, late where the window was missed. An attempt inside the window that reached nobody
    /// keeps the promise of the window and leaves the callback open.
    /// </summary>
    public Result Attempt(AttemptOutcome outcome, string? note, InteractionId? interaction, StaffId? by, DateTimeOffset now)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }
        if (Attempts == MaxAttempts)
        {
            return CallbackErrors.AttemptedTooOften;
        }
        Miss(now);
        Happen(CallbackEventKind.Attempted, by, now, now, note is null ? null : Stored(note), outcome: outcome, interaction: interaction);
        Raise(outcome == AttemptOutcome.Reached
            ? new CallbackReached(Id, CustomerId, State == CallbackState.ReachedLate)
            : new CallbackAttempted(Id, CustomerId, Attempts, outcome));
        return Result.Done;
    }

    /// <summary>Agrees on another window with the customer, also after a missed one. All windows stay in the log.</summary>
    public Result Reschedule(CallbackWindow window, PhoneNumber? number, string reason, StaffId? by, DateTimeOffset now)
    {
        if ((Refusal() ?? window.Refusal(now)) is { } refusal)
        {
            return refusal;
        }
        if (Windows == MaxWindows)
        {
            return CallbackErrors.RescheduledTooOften;
        }
        Miss(now);
        Number = number?.E164 ?? Number;
        Happen(CallbackEventKind.Rescheduled, by, now, now, Stored(reason), window, number?.E164);
        Raise(new CallbackRescheduled(Id, CustomerId, WindowFrom, WindowTo));
        return Result.Done;
    }

    public Result Cancel(string reason, StaffId? by, DateTimeOffset now)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }
        Miss(now);
        Happen(CallbackEventKind.Cancelled, by, now, now, Stored(reason));
        Raise(new CallbackCancelled(Id, CustomerId));
        return Result.Done;
    }

    /// <summary>What follows when the window is over and nobody called. Tells whether it was missed by this; before and after that it does nothing.</summary>
    public bool Miss(DateTimeOffset now)
    {
        if (State != CallbackState.Open || TriedAt is not null || now < WindowTo)
        {
            return false;
        }
        Happen(CallbackEventKind.Missed, null, WindowTo, now);
        Raise(new CallbackMissed(Id, CustomerId, OwnerId, Priority, WindowTo));
        return true;
    }

    /// <summary>Somebody else makes it. Tells whether that changed anything.</summary>
    public bool GiveTo(StaffId owner, StaffId? by, DateTimeOffset now)
    {
        if (HasEnded || owner == OwnerId)
        {
            return false;
        }
        OwnerId = owner;
        Happen(CallbackEventKind.OwnerChanged, by, now, now, owner: owner);
        Raise(new CallbackOwnerChanged(Id, CustomerId, owner));
        return true;
    }

    private Error? Refusal() => State switch
    {
        CallbackState.Cancelled => CallbackErrors.Cancelled,
        CallbackState.Reached or CallbackState.ReachedLate => CallbackErrors.AlreadyReached,
        _ => null,
    };

    private void Happen(
        CallbackEventKind kind, StaffId? by, DateTimeOffset at, DateTimeOffset now, string? note = null, CallbackWindow? window = null, string? number = null,
        AttemptOutcome? outcome = null, InteractionId? interaction = null, StaffId? owner = null)
    {
        var happened = new CallbackEvent
        {
            CallbackId = Id, Number = EventCount + 1, Kind = kind, At = at, By = by, Note = note, Outcome = outcome, Attempt = outcome is null ? null : Attempts + 1,
            InteractionId = interaction, WindowFrom = window?.From, WindowTo = window?.To, TimeZone = window?.TimeZone, PhoneNumber = number, OwnerId = owner,
        };
        added.Add(happened);
        var standing = Standing.Then(happened);
        (State, WindowFrom, WindowTo, TimeZone) = (standing.State, standing.Window.From, standing.Window.To, standing.Window.TimeZone);
        (Windows, MissedWindows, MissedAt, TriedAt, ReachedAt) = (standing.Windows, standing.MissedWindows, standing.MissedAt, standing.TriedAt, standing.ReachedAt);
        (Attempts, LastAttemptAt, LastOutcome, EventCount) = (standing.Attempts, standing.LastAttemptAt, standing.LastOutcome, standing.Events);
        Changed(now);
    }

    private static string Stored(string text) => FoldedText.Nfc(text.Trim());
}
