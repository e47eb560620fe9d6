using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>What the clock does when the time to answer a hand-over is over: the work stays with its sender, and the lead is told. Once.</summary>
public sealed record TimeOutHandOver(WorkId Id) : ICommand<Nothing>;

internal sealed class TimeOutHandOverHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : ICommandHandler<TimeOutHandOver, Nothing>
{
    public async Task<Result<Nothing>> Handle(TimeOutHandOver command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var item = await db.WorkItems.FirstOrDefaultAsync(w => w.Id == command.Id, ct);
        if (item?.HandOver is { } waits && now < waits.AnswerBy)
        {
            // There is more time than the alarm believed.
            db.MoveAlarm(Alarms.HandOverDue, command.Id.Value, waits.AnswerBy);
            return new Nothing();
        }
        db.DropAlarm(Alarms.HandOverDue, command.Id.Value);
        if (item?.TimeOutHandOver(now) == true)
        {
            db.Record(item);
            db.TellReturned(item, WorkNotices.HandOverTimedOut, now, await db.DeliveryTime(times, caller, now, ct));
        }
        return new Nothing();
    }
}
