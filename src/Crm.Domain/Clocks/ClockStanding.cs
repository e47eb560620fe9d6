using Crm.Domain.Calendars;
using Crm.Domain.Policies;

namespace Crm.Domain.Clocks;

/// <summary>Where a clock stands. One that ended late is fulfilled late; whether one that runs is late says its breach.</summary>
public enum ClockState { Running, Paused, Fulfilled, FulfilledLate, Cancelled }

/// <summary>What a log of events comes to, whenever it is read. The state of a clock is this, step by step, and nothing else.</summary>
public sealed record ClockStanding
{
    /// <summary>Before the first event.</summary>
    public static readonly ClockStanding None = new();

    public ClockState State { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public TimeSpan Target { get; init; }
    public CalendarId? CalendarId { get; init; }
    public int? CalendarVersion { get; init; }
    public PolicyId? PolicyId { get; init; }
    public int? PolicyVersion { get; init; }

    /// <summary>Since when time counts without a break, and how much had counted before.</summary>
    public DateTimeOffset CountedFrom { get; init; }
    public TimeSpan Elapsed { get; init; }

    /// <summary>Since when it stands still, and what it waits for.</summary>
    public DateTimeOffset? PausedAt { get; init; }
    public WaitState? WaitsFor { get; init; }

    /// <summary>How long it has stood still in all, of all time, before the present pause.</summary>
    public TimeSpan Paused { get; init; }

    /// <summary>When it is due; unknown while it stands still in time.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the target was missed. Once set it stays.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>When it was fulfilled or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The highest rung that was reached, in percent.</summary>
    public int Percent { get; init; }

    /// <summary>How many events there were.</summary>
    public int Events { get; init; }

    /// <summary>By how much counted time it was fulfilled too late.</summary>
    public TimeSpan? Lateness => State != ClockState.FulfilledLate ? null : Elapsed > Target ? Elapsed - Target : TimeSpan.Zero;

    public static ClockStanding Of(IEnumerable<ClockEvent> log) => log.Aggregate(None, (standing, happened) => standing.Then(happened));

    public ClockStanding Then(ClockEvent happened)
    {
        var before = this with { Events = happened.Number };
        var elapsed = TimeSpan.FromMilliseconds(happened.ElapsedMilliseconds);
        return happened.Kind switch
        {
            ClockEventKind.Activated => before.Measured(happened) with { State = ClockState.Running, StartedAt = happened.At, CountedFrom = happened.At, DueAt = happened.DueAt },
            ClockEventKind.Paused => before with
            {
                State = ClockState.Paused,
                Elapsed = elapsed,
                PausedAt = happened.At,
                WaitsFor = happened.WaitsFor,
                DueAt = BreachedAt is null ? null : DueAt,
            },
            ClockEventKind.Resumed => before with
            {
                State = ClockState.Running,
                Elapsed = elapsed,
                CountedFrom = happened.At,
                Paused = PausedUntil(happened.At),
                PausedAt = null,
                WaitsFor = null,
                EndedAt = null,
                DueAt = happened.DueAt,
            },
            ClockEventKind.Breached => before with { BreachedAt = BreachedAt ?? happened.At },
            ClockEventKind.RungReached => before with { Percent = Math.Max(Percent, happened.Percent!.Value) },
            ClockEventKind.Fulfilled => before with
            {
                State = BreachedAt is null ? ClockState.Fulfilled : ClockState.FulfilledLate,
                Elapsed = elapsed,
                EndedAt = happened.At,
                Paused = PausedUntil(happened.At),
                PausedAt = null,
                WaitsFor = null,
            },
            ClockEventKind.Cancelled => before with
            {
                State = ClockState.Cancelled,
                Elapsed = elapsed,
                EndedAt = happened.At,
                Paused = PausedUntil(happened.At),
                PausedAt = null,
                WaitsFor = null,
            },
            ClockEventKind.PolicyApplied => before.Measured(happened) with { Elapsed = elapsed, CountedFrom = happened.At, DueAt = happened.DueAt },
            _ => throw new ArgumentOutOfRangeException(nameof(happened)),
        };
    }

    /// <summary>When a clock stood still: from a pause or an end to the resumption, without end where there was none.</summary>
    public static Pauses PausesOf(IEnumerable<ClockEvent> log)
    {
        var (pauses, since) = (new List<Pause>(), (DateTimeOffset?)null);
        foreach (var happened in log.OrderBy(e => e.Number))
        {
            if (happened.Kind is ClockEventKind.Paused or ClockEventKind.Fulfilled or ClockEventKind.Cancelled)
            {
                since ??= happened.At;
            }
            else if (happened.Kind == ClockEventKind.Resumed && since is { } from)
            {
                pauses.Add(new(from, happened.At));
                since = null;
            }
        }
        return Pauses.Of(since is { } open ? pauses.Append(new(open, null)) : pauses);
    }

    private TimeSpan PausedUntil(DateTimeOffset at) => Paused + (at - PausedAt ?? TimeSpan.Zero);

    private ClockStanding Measured(ClockEvent happened) => this with
    {
        Target = TimeSpan.FromMilliseconds(happened.TargetMilliseconds!.Value),
        CalendarId = happened.CalendarId,
        CalendarVersion = happened.CalendarVersion,
        PolicyId = happened.PolicyId,
        PolicyVersion = happened.PolicyVersion,
    };
}
