using Crm.Domain;
using Crm.Domain.Clocks;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Clocks;

public sealed record RecalculateClock(ClockId Id) : ICommand<ClockDetails>;

internal sealed class RecalculateClockHandler(ICrmDb db, Caller caller, TimeProvider time, RunningClocks clocks) : ICommandHandler<RecalculateClock, ClockDetails>
{
    public async Task<Result<ClockDetails>> Handle(RecalculateClock command, CancellationToken ct)
    {
        if ((await db.Clocks.Load(command.Id, default, ct)).Failed(out var error, out var clock))
        {
            return error;
        }
        if (clock is { Metric: Metric.Callback, RunsForItself: false })
        {
            // The end of its window is what the customer was promised, and no policy's.
            return ClockErrors.DrivenByRecord.With(clock.Subject.ToString());
        }
        var (woke, now) = (clock.WakesAt, time.GetUtcNow());
        var log = await db.ClockEvents.Where(e => e.ClockId == clock.Id).OrderBy(e => e.Number).AsNoTracking().ToListAsync(ct);
        if ((await clocks.Terms(clock.Facts, now, ct)).Failed(out error, out var terms)
            || (await clocks.OpenTimeOf(clock.CalendarId, clock.CalendarVersion, ct)).Failed(out error, out var before)
            || (await clocks.OpenTimeOf(terms.CalendarId, terms.CalendarVersion, ct)).Failed(out error, out var after)
            || clock.Recalculate(terms, before, after, ClockStanding.PausesOf(log), caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.Record(clock, woke);
        return ClockDetails.Of(clock);
    }
}
