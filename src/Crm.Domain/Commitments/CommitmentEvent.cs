using System.Runtime.InteropServices;

namespace Crm.Domain.Commitments;

public enum CommitmentEventKind { Made, Renegotiated, Kept, KeptLate, Broken, Withdrawn, Reassigned }

/// <summary>Where a promise stands.</summary>
public enum CommitmentState { Open, Kept, KeptLate, Broken, Withdrawn }

/// <summary>When a promise is due, and the version of the calendar by which that was reckoned, where it was.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CommitmentDue(DateTimeOffset At, CalendarId? CalendarId = null, int? CalendarVersion = null);

/// <summary>One thing that happened to a promise. Never changed, and never taken away; only its words go with an erased customer.</summary>
public sealed class CommitmentEvent
{
    /// <summary>Room for a text that composing lengthened.</summary>
    public const int NoteMaxLength = 3 * Commitment.EvidenceMaxLength;

    public required CommitmentId CommitmentId { get; init; }

    /// <summary>Its place in the log, from 1.</summary>
    public required int Number { get; init; }
    public required CommitmentEventKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; nobody where the clock did.</summary>
    public StaffId? By { get; init; }

    /// <summary>The text of the promise, the reason of a change, or the evidence that it was kept.</summary>
    public string? Note { get; init; }

    /// <summary>When the promise was due from here on, where this set it.</summary>
    public DateTimeOffset? DueAt { get; init; }
    public CalendarId? CalendarId { get; init; }
    public int? CalendarVersion { get; init; }

    /// <summary>By how much open time it was kept too late.</summary>
    public long? LatenessMilliseconds { get; init; }

    /// <summary>Who does it from here on, where this set it.</summary>
    public StaffId? ResponsibleId { get; init; }

    /// <summary>Who answers for it from here on.</summary>
    public StaffId? AccountableId { get; init; }
}

/// <summary>What a log of events comes to. The state of a promise is this, step by step, and nothing else.</summary>
public sealed record CommitmentStanding
{
    /// <summary>Before the first event.</summary>
    public static readonly CommitmentStanding None = new();

    public CommitmentState State { get; init; }
    public CommitmentDue Due { get; init; }
    public StaffId ResponsibleId { get; init; }
    public StaffId AccountableId { get; init; }

    /// <summary>What was due at first, whatever was agreed later.</summary>
    public DateTimeOffset FirstDueAt { get; init; }

    /// <summary>The instant at which it was broken. Once set it stays.</summary>
    public DateTimeOffset? BrokenAt { get; init; }

    /// <summary>When it was kept, in time or late.</summary>
    public DateTimeOffset? KeptAt { get; init; }
    public long? LatenessMilliseconds { get; init; }
    public int Renegotiations { get; init; }

    /// <summary>How many events there were.</summary>
    public int Events { get; init; }

    public static CommitmentStanding Of(IEnumerable<CommitmentEvent> log) => log.Aggregate(None, (standing, happened) => standing.Then(happened));

    public CommitmentStanding Then(CommitmentEvent happened) => happened.Kind switch
    {
        CommitmentEventKind.Made => Owned(happened) with { Due = DueOf(happened), FirstDueAt = happened.DueAt!.Value, Events = happened.Number },
        CommitmentEventKind.Renegotiated => this with { Due = DueOf(happened), Renegotiations = Renegotiations + 1, Events = happened.Number },
        CommitmentEventKind.Broken => this with { State = CommitmentState.Broken, BrokenAt = BrokenAt ?? Due.At, Events = happened.Number },
        CommitmentEventKind.Kept => this with { State = CommitmentState.Kept, KeptAt = happened.At, Events = happened.Number },
        CommitmentEventKind.KeptLate => this with
        {
            State = CommitmentState.KeptLate,
            KeptAt = happened.At,
            LatenessMilliseconds = happened.LatenessMilliseconds,
            Events = happened.Number,
        },
        CommitmentEventKind.Reassigned => Owned(happened) with { Events = happened.Number },
        CommitmentEventKind.Withdrawn => this with { State = CommitmentState.Withdrawn, Events = happened.Number },
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    private CommitmentStanding Owned(CommitmentEvent happened) =>
        this with { ResponsibleId = happened.ResponsibleId ?? ResponsibleId, AccountableId = happened.AccountableId ?? AccountableId };

    private static CommitmentDue DueOf(CommitmentEvent happened) => new(happened.DueAt!.Value, happened.CalendarId, happened.CalendarVersion);
}
