using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Clocks;

/// <summary>What the worker does when a clock wakes: lets happen what is due by now, each thing once (S3-SPEED-3).</summary>
public sealed record TickClock(ClockId Id) : ICommand<Nothing>;

internal sealed class TickClockHandler(ICrmDb db, RunningClocks clocks, TimeProvider time) : ICommandHandler<TickClock, Nothing>
{
    public async Task<Result<Nothing>> Handle(TickClock command, CancellationToken ct)
    {
        if (await db.Clocks.FirstOrDefaultAsync(c => c.Id == command.Id, ct) is not { WakesAt: { } woke } clock)
        {
            db.DropAlarm(Alarms.ClockDue, command.Id.Value);
            return new Nothing();
        }
        if ((await clocks.OpenTimeOf(clock.CalendarId, clock.CalendarVersion, ct)).Failed(out var error, out var open))
        {
            return error;
        }
        clock.CatchUp(open, time.GetUtcNow());
        db.Record(clock, woke);
        if (clock.WakesAt == woke)
        {
            // It came too early: the alarm believed something else than the clock.
            db.MoveAlarm(Alarms.ClockDue, command.Id.Value, woke);
        }
        return new Nothing();
    }
}
