using Crm.Domain.Policies;

namespace Crm.Domain.Clocks;

/// <summary>What may happen to a clock.</summary>
public enum ClockEventKind { Activated, Paused, Resumed, Fulfilled, Breached, RungReached, Cancelled, PolicyApplied }

/// <summary>
/// One thing that happened to a clock. Never changed. It says when it happened, which for what the clock does by itself is the exact instant and
/// not the one at which a worker came to it, and how much time had counted by then; so the state is a fold of the log that asks nothing else.
/// </summary>
public sealed class ClockEvent
{
    public required ClockId ClockId { get; init; }

    /// <summary>Its place in the log, from 1.</summary>
    public required int Number { get; init; }
    public required ClockEventKind Kind { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who did it; nobody where the clock did.</summary>
    public StaffId? By { get; init; }

    /// <summary>How much time had counted.</summary>
    public required long ElapsedMilliseconds { get; init; }

    /// <summary>What a pause waits for.</summary>
    public WaitState? WaitsFor { get; init; }

    /// <summary>The rung that was reached, in percent of the target, and who is told.</summary>
    public int? Percent { get; init; }
    public EscalationLevel? Level { get; init; }

    /// <summary>When it is due from here on, where this set it and time counts.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What it is measured by from here on, where this set it.</summary>
    public long? TargetMilliseconds { get; init; }
    public CalendarId? CalendarId { get; init; }
    public int? CalendarVersion { get; init; }
    public PolicyId? PolicyId { get; init; }
    public int? PolicyVersion { get; init; }
}
