using Crm.Domain.Clocks;

namespace Crm.Application.Clocks;

/// <summary>What every change of a clock leaves behind.</summary>
internal static class ClockRecords
{
    /// <summary>Adds to the log what happened, and lets the clock's alarm ring when it does something by itself next.</summary>
    /// <param name="woke">When it would have rung before the change.</param>
    public static void Record(this ICrmDb db, Clock clock, DateTimeOffset? woke)
    {
        db.Append(clock.TakeAdded());
        if (clock.WakesAt == woke)
        {
            return;
        }
        switch (woke, clock.WakesAt)
        {
            case (null, { } at):
                db.SetAlarm(Alarms.ClockDue, clock.Id.Value, at);
                break;
            case (_, { } at):
                db.MoveAlarm(Alarms.ClockDue, clock.Id.Value, at);
                break;
            default:
                db.DropAlarm(Alarms.ClockDue, clock.Id.Value);
                break;
        }
    }
}
