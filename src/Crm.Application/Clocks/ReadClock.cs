using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Clocks;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Clocks;

public sealed record ReadClock(ClockId Id) : IQuery<ClockReading>;

/// <summary>What a clock shows now, and the log and the open time that explain it.</summary>
/// <param name="ClockId">The clock.</param>
/// <param name="At">The instant of the reading; its end where the clock has ended.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Target">How much counted time there is.</param>
/// <param name="Elapsed">How much has counted.</param>
/// <param name="Remaining">What is left of the target; with a minus in front where it is late.</param>
/// <param name="Percent">How much of the target has passed, in percent with two decimals.</param>
/// <param name="DueAt">When it is due; null while it stands still in time.</param>
/// <param name="BreachedAt">When the target was missed, also where no worker has come to it yet.</param>
/// <param name="Intervals">The times that count, from the start to the reading: open and not paused. Together they are elapsed.</param>
/// <param name="Truncated">Whether there are more than the 1000 intervals shown.</param>
/// <param name="Events">What happened to it, oldest first.</param>
public sealed record ClockReading(
    ClockId ClockId, DateTimeOffset At, ClockState State, string Target, string Elapsed, string Remaining, decimal Percent, DateTimeOffset? DueAt, DateTimeOffset? BreachedAt,
    IReadOnlyList<OpenInterval> Intervals, bool Truncated, IReadOnlyList<ClockEventRow> Events)
{
    public static readonly ClockReading Example = new(
        ClockDetails.ExampleId, ClockDetails.ExampleStart.AddHours(1), ClockState.Paused, "PT4H", "PT30M", "PT3H30M", 12.5m, null, null,
        [new(ClockDetails.ExampleStart, ClockDetails.ExampleStart.AddMinutes(30))], false,
        [
            ClockEventRow.Example,
            new(2, ClockEventKind.Paused, ClockDetails.ExampleStart.AddMinutes(30), ClockDetails.ExampleStart.AddMinutes(30), null, "PT30M", null, WaitState.WaitingCustomer, null, null,
                null, null, null, null, null),
        ]);
}

/// <summary>One thing that happened to a clock.</summary>
/// <param name="Number">Its place in the log, from 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When it happened: for a breach or a rung the exact instant, whenever it was noticed.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="By">The member of staff who did it; null where the clock did, or a credential that acts for nobody.</param>
/// <param name="Elapsed">How much time had counted.</param>
/// <param name="DueAt">When it was due from here on, where this set it.</param>
/// <param name="WaitsFor">For whom it stood still.</param>
/// <param name="Percent">The rung that was reached, in percent of the target.</param>
/// <param name="Level">Who was to be told.</param>
/// <param name="Target">The target from here on.</param>
/// <param name="CalendarId">The calendar from here on.</param>
/// <param name="CalendarVersion">Its version.</param>
/// <param name="PolicyId">The policy from here on.</param>
/// <param name="PolicyVersion">Its version.</param>
public sealed record ClockEventRow(
    int Number, ClockEventKind Kind, DateTimeOffset At, DateTimeOffset RecordedAt, StaffId? By, string Elapsed, DateTimeOffset? DueAt, WaitState? WaitsFor, int? Percent,
    EscalationLevel? Level, string? Target, CalendarId? CalendarId, int? CalendarVersion, PolicyId? PolicyId, int? PolicyVersion)
{
    public static readonly ClockEventRow Example = new(
        1, ClockEventKind.Activated, ClockDetails.ExampleStart, ClockDetails.ExampleStart, null, "PT0S", ClockDetails.ExampleStart.AddHours(19.5), null, null, null, "PT4H",
        ClockDetails.Example.CalendarId, 1, null, null);

    internal static ClockEventRow Of(ClockEvent e) => new(
        e.Number, e.Kind, e.At, e.RecordedAt, e.By, Durations.Text(TimeSpan.FromMilliseconds(e.ElapsedMilliseconds)), e.DueAt, e.WaitsFor, e.Percent, e.Level,
        ClockDetails.TextOf(e.TargetMilliseconds), e.CalendarId, e.CalendarVersion, e.PolicyId, e.PolicyVersion);
}

internal sealed class ReadClockHandler(ICrmDb db, RunningClocks clocks, TimeProvider time) : IQueryHandler<ReadClock, ClockReading>
{
    public async Task<Result<ClockReading>> Handle(ReadClock query, CancellationToken ct)
    {
        var found = await db.Clocks.Where(c => c.Id == query.Id).AsNoTracking()
            .Select(c => new { Clock = c, Log = db.ClockEvents.Where(e => e.ClockId == c.Id).OrderBy(e => e.Number).ToList() }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound<Clock>();
        }
        var (clock, now) = (found.Clock, time.GetUtcNow());
        if ((await clocks.OpenTimeOf(clock.CalendarId, clock.CalendarVersion, ct)).Failed(out var error, out var open))
        {
            return error;
        }
        // What is due by now is shown, whether a worker has come to it or not.
        clock.CatchUp(open, now);
        var log = found.Log.Concat(clock.TakeAdded()).ToList();
        var at = clock.EndedAt ?? now;
        var (target, elapsed) = (TimeSpan.FromMilliseconds(clock.TargetMilliseconds), clock.ElapsedAt(open, at));
        var (intervals, truncated) = open.Between(clock.StartedAt, at, ClockStanding.PausesOf(log)).Shown();
        return new ClockReading(
            clock.Id, at, clock.State, Durations.Text(target), Durations.Text(elapsed), Durations.Text(target - elapsed), Math.Round((decimal)(elapsed / target) * 100, 2), clock.DueAt,
            clock.BreachedAt, intervals, truncated, [.. log.Select(ClockEventRow.Of)]);
    }
}
