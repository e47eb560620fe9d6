namespace Crm.Domain.Work;

/// <summary>One thing that happened to a piece of work. Never changed, and never taken away; only its words go with an erased customer.</summary>
public sealed class WorkEvent
{
    /// <summary>Room for a text that composing lengthened.</summary>
    public const int NoteMaxLength = 3 * WorkItem.NoteMaxLength;

    public required WorkId WorkId { get; init; }

    /// <summary>Its place in the log, from 1.</summary>
    public required int Number { get; init; }
    public required WorkEventKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; nobody where the clock or the product itself did.</summary>
    public StaffId? By { get; init; }

    /// <summary>Who owned it before.</summary>
    public StaffId? From { get; init; }

    /// <summary>Who owns it from here on, or is asked to take it over.</summary>
    public StaffId? To { get; init; }

    /// <summary>Why it went to them.</summary>
    public IReadOnlyList<AssignmentReason> Reasons { get; init; } = [];

    /// <summary>What the receiver must know, or why something was done.</summary>
    public string? Note { get; init; }

    /// <summary>Until when the receiver may answer, or when the work is due from here on.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>A time in which somebody owned work: from an instant up to another, null while it goes on.</summary>
public sealed record Ownership(StaffId? Owner, DateTimeOffset From, DateTimeOffset? To);

/// <summary>What a log of events comes to. Owner and state of a piece of work are this, step by step, and nothing else.</summary>
public sealed record WorkStanding
{
    /// <summary>Before the first event.</summary>
    public static readonly WorkStanding None = new();

    public WorkState State { get; init; }

    /// <summary>The one accountable owner.</summary>
    public StaffId? Owner { get; init; }
    public DateTimeOffset OwnedSince { get; init; }

    /// <summary>Who is asked to take it over.</summary>
    public StaffId? Receiver { get; init; }

    /// <summary>How often it changed its owner.</summary>
    public int Transfers { get; init; }

    /// <summary>How many hand-overs came back, declined or unanswered.</summary>
    public int Returns { get; init; }
    public int Events { get; init; }

    public static WorkStanding Of(IEnumerable<WorkEvent> log) => log.Aggregate(None, (standing, happened) => standing.Then(happened));

    /// <summary>Who owned it when, from the first event on: the intervals touch, so that there is exactly one owner at every instant.</summary>
    public static IReadOnlyList<Ownership> Intervals(IEnumerable<WorkEvent> log)
    {
        var intervals = new List<Ownership>();
        foreach (var happened in log.Where(e => e.Kind == WorkEventKind.Opened || MovesOwner(e.Kind)))
        {
            if (intervals.Count > 0)
            {
                intervals[^1] = intervals[^1] with { To = happened.At };
            }
            intervals.Add(new(happened.To, happened.At, null));
        }
        return intervals;
    }

    public WorkStanding Then(WorkEvent happened)
    {
        var next = happened.Kind switch
        {
            WorkEventKind.Opened => this with { Owner = happened.To, OwnedSince = happened.At },
            WorkEventKind.HandOverProposed => this with { Receiver = happened.To },
            WorkEventKind.HandOverDeclined or WorkEventKind.HandOverTimedOut => this with { Receiver = null, Returns = Returns + 1 },
            WorkEventKind.HandOverWithdrawn => this with { Receiver = null },
            WorkEventKind.Done => this with { State = WorkState.Done },
            WorkEventKind.Cancelled => this with { State = WorkState.Cancelled },
            WorkEventKind.Reopened => this with { State = WorkState.Open },
            WorkEventKind.Revised => this,
            _ => this with
            {
                // Who takes over what nobody owned does not take it from anybody.
                Owner = happened.To,
                OwnedSince = happened.At,
                Receiver = null,
                Transfers = Transfers + (happened.From is null ? 0 : 1),
            },
        };
        return next with { Events = happened.Number };
    }

    private static bool MovesOwner(WorkEventKind kind) => kind is WorkEventKind.Assigned or WorkEventKind.HandOverAccepted or WorkEventKind.Reassigned;
}
