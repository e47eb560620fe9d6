namespace Crm.Domain.Callbacks;

/// <summary>
/// Where a callback comes from: the customer asked for it; a call was dropped; the customer was on hold too long without consent; something must be
/// looked into first; nobody knew the answer.
/// </summary>
public enum CallbackOrigin { Requested, DroppedCall, LongHold, NeedsInvestigation, KnowledgeGap }

/// <summary>Where a callback stands. Reached late is reached after its window was missed.</summary>
public enum CallbackState { Open, Reached, ReachedLate, Missed, Cancelled }

/// <summary>What came of one attempt to call.</summary>
public enum AttemptOutcome { Reached, NoAnswer, Busy, WrongNumber, MessageLeft }

public enum CallbackEventKind { Requested, Attempted, Missed, Rescheduled, Cancelled, OwnerChanged }

/// <summary>One thing that happened to a callback. Never changed, and never taken away; only its words and number go with an erased customer.</summary>
public sealed class CallbackEvent
{
    /// <summary>Room for a text that composing lengthened.</summary>
    public const int NoteMaxLength = 3 * Callback.NoteMaxLength;

    public required CallbackId CallbackId { get; init; }

    /// <summary>Its place in the log, from 1.</summary>
    public required int Number { get; init; }
    public required CallbackEventKind Kind { get; init; }

    /// <summary>When it happened: for a missed window its end, whenever that was noticed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; nobody where the clock did.</summary>
    public StaffId? By { get; init; }

    /// <summary>Why, or what is to be remembered of an attempt.</summary>
    public string? Note { get; init; }

    /// <summary>What came of an attempt, the how-manieth it was, and the contact that it was.</summary>
    public AttemptOutcome? Outcome { get; init; }
    public int? Attempt { get; init; }
    public InteractionId? InteractionId { get; init; }

    /// <summary>The window from here on, where this set it.</summary>
    public DateTimeOffset? WindowFrom { get; init; }
    public DateTimeOffset? WindowTo { get; init; }
    public string? TimeZone { get; init; }

    /// <summary>The number to call from here on, where this set it.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Who makes it from here on, where this set it.</summary>
    public StaffId? OwnerId { get; init; }
}

/// <summary>What a log of events comes to. The state of a callback is this, step by step, and nothing else.</summary>
public sealed record CallbackStanding
{
    /// <summary>Before the first event.</summary>
    public static readonly CallbackStanding None = new();

    public CallbackState State { get; init; }
    public CallbackWindow Window { get; init; }

    /// <summary>How many windows there were, the present one included.</summary>
    public int Windows { get; init; }

    /// <summary>How many of them were missed.</summary>
    public int MissedWindows { get; init; }

    /// <summary>The end of the first window that was missed. Once set it stays.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>The first attempt inside the present window that reached nobody: we called as promised.</summary>
    public DateTimeOffset? TriedAt { get; init; }
    public DateTimeOffset? ReachedAt { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? LastAttemptAt { get; init; }
    public AttemptOutcome? LastOutcome { get; init; }

    /// <summary>How many events there were.</summary>
    public int Events { get; init; }

    public static CallbackStanding Of(IEnumerable<CallbackEvent> log) => log.Aggregate(None, (standing, happened) => standing.Then(happened));

    public CallbackStanding Then(CallbackEvent happened)
    {
        var before = this with { Events = happened.Number };
        return happened.Kind switch
        {
            CallbackEventKind.Requested or CallbackEventKind.Rescheduled => before with
            {
                State = CallbackState.Open,
                TriedAt = null,
                Windows = Windows + 1,
                Window = new(happened.WindowFrom!.Value, happened.WindowTo!.Value, happened.TimeZone!),
            },
            CallbackEventKind.Attempted => before.Tried(happened) with { Attempts = Attempts + 1, LastAttemptAt = happened.At, LastOutcome = happened.Outcome },
            CallbackEventKind.Missed => before with { State = CallbackState.Missed, MissedAt = MissedAt ?? happened.At, MissedWindows = MissedWindows + 1 },
            CallbackEventKind.Cancelled => before with { State = CallbackState.Cancelled },
            CallbackEventKind.OwnerChanged => before,
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
    }

    private CallbackStanding Tried(CallbackEvent attempt) =>
        attempt.Outcome == AttemptOutcome.Reached
            ? this with { State = State == CallbackState.Missed ? CallbackState.ReachedLate : CallbackState.Reached, ReachedAt = attempt.At }
            : State == CallbackState.Open && Window.Holds(attempt.At) ? this with { TriedAt = TriedAt ?? attempt.At }
            : this;
}
