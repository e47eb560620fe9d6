using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Clocks;

namespace Crm.Application.Clocks;

/// <summary>What somebody does to a clock by hand: only to one that was started so.</summary>
internal static class ByHand
{
    public static async Task<Result<ClockDetails>> Drive(
        this RunningClocks clocks, ICrmDb db, ClockId id, Func<Clock, OpenTime, Result> act, CancellationToken ct)
    {
        if ((await db.Clocks.Load(id, default, ct)).Failed(out var error, out var clock))
        {
            return error;
        }
        if (!clock.RunsForItself)
        {
            return ClockErrors.DrivenByRecord.With(clock.Subject.ToString());
        }
        var woke = clock.WakesAt;
        if ((await clocks.OpenTimeOf(clock.CalendarId, clock.CalendarVersion, ct)).Failed(out error, out var open) || act(clock, open).Failed(out error))
        {
            return error;
        }
        db.Record(clock, woke);
        return ClockDetails.Of(clock);
    }
}
