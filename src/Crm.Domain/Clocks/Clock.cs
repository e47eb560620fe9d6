using Crm.Domain.Calendars;
using Crm.Domain.Policies;

namespace Crm.Domain.Clocks;

/// <summary>
/// A promise of time (S3-SPEED-1): so much open and unpaused time for one thing, and who is told on the way. What happens to it is added to a log, and
/// its state is what the log comes to. A missed target is never taken back. What the clock does by itself (breach, rungs, the end of a pause that lasted
/// too long) happens at its exact instant, once, whenever and however often somebody asks; every change first lets happen what was due before it.
/// </summary>
public sealed class Clock : AggregateRoot<Clock>, IResource
{
    /// <summary>A clock that is started for what happened earlier: as far back as the longest target.</summary>
    public static readonly TimeSpan MostAge = OpenTime.LongestTarget;

    private readonly List<ClockEvent> added = [];

    private Clock() { }

    public static string Prefix => "clock";

    public RecordId Subject { get; private set; }
    public Metric Metric { get; private set; }
    public int Instance { get; private set; }
    public CustomerId? CustomerId { get; private set; }
    public ClockFacts Facts { get; private set; } = null!;
    public IReadOnlyList<WaitState> PausedIn { get; private set; } = [];
    public long? MostPauseMilliseconds { get; private set; }
    public IReadOnlyList<Rung> Rungs { get; private set; } = [];

    public ClockState State { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public long TargetMilliseconds { get; private set; }
    public CalendarId? CalendarId { get; private set; }
    public int? CalendarVersion { get; private set; }
    public PolicyId? PolicyId { get; private set; }
    public int? PolicyVersion { get; private set; }
    public DateTimeOffset CountedFrom { get; private set; }
    public long ElapsedMilliseconds { get; private set; }
    public DateTimeOffset? PausedAt { get; private set; }
    public WaitState? WaitsFor { get; private set; }
    public long PausedMilliseconds { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? BreachedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Percent { get; private set; }

    /// <summary>How many events its log has.</summary>
    public int EventCount { get; private set; }

    /// <summary>When it does something by itself next; never where absent.</summary>
    public DateTimeOffset? WakesAt { get; private set; }

    /// <summary>The events since the last call, to be added to the log.</summary>
    public IReadOnlyList<ClockEvent> TakeAdded()
    {
        var taken = added.ToList();
        added.Clear();
        return taken;
    }

    public bool HasEnded => State is ClockState.Fulfilled or ClockState.FulfilledLate or ClockState.Cancelled;

    /// <summary>Whether it was started by hand, and so is driven by hand.</summary>
    public bool RunsForItself => Subject == RecordId.Of(Id);

    public ClockStanding Standing => new()
    {
        State = State, StartedAt = StartedAt, Target = TimeSpan.FromMilliseconds(TargetMilliseconds), CalendarId = CalendarId, CalendarVersion = CalendarVersion,
        PolicyId = PolicyId, PolicyVersion = PolicyVersion, CountedFrom = CountedFrom, Elapsed = TimeSpan.FromMilliseconds(ElapsedMilliseconds), PausedAt = PausedAt,
        WaitsFor = WaitsFor, Paused = TimeSpan.FromMilliseconds(PausedMilliseconds), DueAt = DueAt, BreachedAt = BreachedAt, EndedAt = EndedAt, Percent = Percent, Events = EventCount,
    };

    /// <summary>Starts a clock, now or for what happened earlier. Refused where its calendar does not open for long enough.</summary>
    public static Result<Clock> Start(ClockPurpose purpose, ClockTerms terms, OpenTime open, DateTimeOffset startedAt, StaffId? by, DateTimeOffset now)
    {
        (startedAt, now) = (Whole(startedAt), Whole(now));
        if (startedAt > now || now - startedAt > MostAge)
        {
            return startedAt > now ? ClockErrors.StartsInFuture : ClockErrors.StartedLongAgo;
        }
        if (open.Deadline(startedAt, terms.Target).Failed(out var error, out var due))
        {
            return error;
        }
        var id = ClockId.New(now);
        var clock = new Clock
        {
            Id = id, Subject = purpose.Subject ?? RecordId.Of(id), Metric = purpose.Metric, Instance = purpose.Instance, CustomerId = purpose.CustomerId, Facts = purpose.Facts,
            ExternalId = purpose.ExternalId,
        };
        clock.Take(terms);
        clock.Happen(ClockEventKind.Activated, startedAt, now, by, TimeSpan.Zero, due, terms: terms);
        clock.CatchUp(open, now);
        return clock;
    }

    /// <summary>Lets happen what was due up to now. Does nothing before that and when repeated.</summary>
    public void CatchUp(OpenTime open, DateTimeOffset now)
    {
        now = Whole(now);
        while (Next(open) is { } next && next.At <= now)
        {
            switch (next.Kind)
            {
                case ClockEventKind.Breached:
                    Happen(ClockEventKind.Breached, next.At, now, null, ElapsedAt(open, next.At));
                    Raise(new ClockBreached(Id, Subject, Metric, Instance, CustomerId, next.At));
                    break;
                case ClockEventKind.RungReached:
                    Happen(ClockEventKind.RungReached, next.At, now, null, ElapsedAt(open, next.At), rung: next.Rung);
                    Raise(new ClockRungReached(Id, Subject, Metric, Instance, CustomerId, next.Rung!.Percent, next.Rung.To, next.Rung.Critical, next.At));
                    break;
                default:
                    GoOn(open, next.At, now, null);
                    break;
            }
        }
        WakesAt = Next(open)?.At;
    }

    /// <summary>Lets it stand still while we wait for somebody else, where its policy does.</summary>
    public Result Pause(WaitState waitsFor, OpenTime open, StaffId? by, DateTimeOffset now)
    {
        CatchUp(open, now);
        var refusal = HasEnded ? ClockErrors.Ended
            : Metrics.NeverPauses(Metric) ? ClockErrors.NeverPauses
            : State == ClockState.Paused ? ClockErrors.Paused
            : !PausedIn.Contains(waitsFor) || PausedMilliseconds >= MostPauseMilliseconds ? ClockErrors.MayNotWait
            : null;
        if (refusal is not null)
        {
            return refusal;
        }
        Happen(ClockEventKind.Paused, Whole(now), now, by, ElapsedAt(open, now), waitsFor: waitsFor);
        CatchUp(open, now);
        return Result.Done;
    }

    public Result Resume(OpenTime open, StaffId? by, DateTimeOffset now)
    {
        CatchUp(open, now);
        if (State != ClockState.Paused)
        {
            return HasEnded ? ClockErrors.Ended : ClockErrors.NotPaused;
        }
        GoOn(open, Whole(now), now, by);
        CatchUp(open, now);
        return Result.Done;
    }

    /// <summary>What it waited for was done. Late where the target was missed, by as much counted time as is above it.</summary>
    public Result Fulfil(OpenTime open, StaffId? by, DateTimeOffset now)
    {
        CatchUp(open, now);
        if (HasEnded)
        {
            return ClockErrors.Ended;
        }
        Happen(ClockEventKind.Fulfilled, Whole(now), now, by, ElapsedAt(open, now));
        Raise(new ClockFulfilled(Id, Subject, Metric, Instance, CustomerId, BreachedAt is not null));
        CatchUp(open, now);
        return Result.Done;
    }

    /// <summary>What was thought to be done was not: it goes on with the time that had counted; the time between does not count.</summary>
    public Result Reopen(OpenTime open, StaffId? by, DateTimeOffset now)
    {
        if (State is not (ClockState.Fulfilled or ClockState.FulfilledLate))
        {
            return HasEnded ? ClockErrors.Ended : Result.Done;
        }
        GoOn(open, Whole(now), now, by);
        CatchUp(open, now);
        return Result.Done;
    }

    public Result Cancel(OpenTime open, StaffId? by, DateTimeOffset now)
    {
        CatchUp(open, now);
        if (HasEnded)
        {
            return ClockErrors.Ended;
        }
        Happen(ClockEventKind.Cancelled, Whole(now), now, by, ElapsedAt(open, now));
        CatchUp(open, now);
        return Result.Done;
    }

    /// <summary>
    /// Gives it other terms from its start on. What was missed under the old ones stays missed; what would have been missed under the new ones is
    /// missed now, since nobody is late by a rule that came afterwards.
    /// </summary>
    /// <param name="before">The open time of the terms that it has.</param>
    /// <param name="after">The open time of the new terms.</param>
    /// <param name="pauses">When it stood still: <see cref="PausesOf"/> of its log.</param>
    public Result Recalculate(ClockTerms terms, OpenTime before, OpenTime after, Pauses pauses, StaffId? by, DateTimeOffset now)
    {
        CatchUp(before, now);
        if (HasEnded)
        {
            return ClockErrors.Ended;
        }
        now = Whole(now);
        if (after.Deadline(StartedAt, terms.Target, pauses).Failed(out var error, out var due))
        {
            return error;
        }
        Take(terms);
        Happen(ClockEventKind.PolicyApplied, now, now, by, after.Measure(StartedAt, now, pauses), due, terms: terms);
        Raise(new ClockRecalculated(Id, Subject, Metric, terms.PolicyId, terms.PolicyVersion, DueAt));
        CatchUp(after, now);
        return Result.Done;
    }

    /// <summary>How much time has counted by an instant that is not before its last event.</summary>
    public TimeSpan ElapsedAt(OpenTime open, DateTimeOffset at) =>
        TimeSpan.FromMilliseconds(ElapsedMilliseconds) + (State == ClockState.Running ? open.Measure(CountedFrom, Whole(at)) : TimeSpan.Zero);

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

    /// <summary>What it does by itself next. At one instant the breach comes before the rung.</summary>
    private (DateTimeOffset At, ClockEventKind Kind, Rung? Rung)? Next(OpenTime open)
    {
        if (State == ClockState.Paused)
        {
            return MostPauseMilliseconds is { } most ? (PausedAt!.Value.AddMilliseconds(most - PausedMilliseconds), ClockEventKind.Resumed, null) : null;
        }
        if (State != ClockState.Running)
        {
            return null;
        }
        // What lies before the last change of terms happens at that change.
        var breach = BreachedAt is null && DueAt is { } due ? (due > CountedFrom ? due : CountedFrom) : (DateTimeOffset?)null;
        if (Rungs.FirstOrDefault(r => r.Percent > Percent) is { } rung)
        {
            var left = Threshold(rung) - ElapsedMilliseconds;
            var at = left <= 0 ? CountedFrom : open.Deadline(CountedFrom, TimeSpan.FromMilliseconds(left)).Failed(out _, out var reached) ? null : reached;
            if (at is not null && (breach is null || at < breach))
            {
                return (at.Value, ClockEventKind.RungReached, rung);
            }
        }
        return breach is null ? null : (breach.Value, ClockEventKind.Breached, null);
    }

    private long Threshold(Rung rung) => TargetMilliseconds / 100 * rung.Percent + TargetMilliseconds % 100 * rung.Percent / 100;

    private void GoOn(OpenTime open, DateTimeOffset at, DateTimeOffset now, StaffId? by)
    {
        var left = TimeSpan.FromMilliseconds(TargetMilliseconds - ElapsedMilliseconds);
        var due = BreachedAt is not null ? DueAt : open.Deadline(at, left > TimeSpan.Zero ? left : TimeSpan.Zero).Failed(out _, out var reached) ? null : reached;
        Happen(ClockEventKind.Resumed, at, now, by, TimeSpan.FromMilliseconds(ElapsedMilliseconds), due);
    }

    private void Take(ClockTerms terms) =>
        (PausedIn, Rungs, MostPauseMilliseconds) = (terms.PausedIn, terms.Rungs, terms.MostPause is { } most ? (long)most.TotalMilliseconds : null);

    private void Happen(
        ClockEventKind kind, DateTimeOffset at, DateTimeOffset now, StaffId? by, TimeSpan elapsed, DateTimeOffset? due = null, ClockTerms? terms = null, Rung? rung = null,
        WaitState? waitsFor = null)
    {
        var happened = new ClockEvent
        {
            ClockId = Id, Number = EventCount + 1, Kind = kind, At = at, RecordedAt = Whole(now), By = by, ElapsedMilliseconds = (long)elapsed.TotalMilliseconds, DueAt = due,
            WaitsFor = waitsFor, Percent = rung?.Percent, Level = rung?.To, TargetMilliseconds = terms is null ? null : (long)terms.Target.TotalMilliseconds,
            CalendarId = terms?.CalendarId, CalendarVersion = terms?.CalendarVersion, PolicyId = terms?.PolicyId, PolicyVersion = terms?.PolicyVersion,
        };
        added.Add(happened);
        var standing = Standing.Then(happened);
        (State, StartedAt, TargetMilliseconds, EventCount, Percent) = (standing.State, standing.StartedAt, (long)standing.Target.TotalMilliseconds, standing.Events, standing.Percent);
        (CalendarId, CalendarVersion, PolicyId, PolicyVersion) = (standing.CalendarId, standing.CalendarVersion, standing.PolicyId, standing.PolicyVersion);
        (CountedFrom, ElapsedMilliseconds, PausedAt, WaitsFor) = (standing.CountedFrom, (long)standing.Elapsed.TotalMilliseconds, standing.PausedAt, standing.WaitsFor);
        PausedMilliseconds = (long)standing.Paused.TotalMilliseconds;
        (DueAt, BreachedAt, EndedAt) = (standing.DueAt, standing.BreachedAt, standing.EndedAt);
        Changed(now);
    }

    /// <summary>As precise as both stores keep an instant.</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
