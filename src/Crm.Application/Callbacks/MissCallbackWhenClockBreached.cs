using Crm.Domain.Callbacks;
using Crm.Domain.Clocks;
using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

/// <summary>The end of a window in which nobody called is a missed callback, in the transaction of the clock (S2-CALLBACK-1).</summary>
internal sealed class MissCallbackWhenClockBreached(ICrmDb db, Caller caller, TimeProvider time) : IEventHandler<ClockBreached>
{
    public async Task Handle(ClockBreached happened, CancellationToken ct)
    {
        if (happened.Metric != Metric.Callback || happened.Subject.As<Callback>() is not { } id
            || await db.Callbacks.FirstOrDefaultAsync(c => c.Id == id, ct) is not { } callback)
        {
            return;
        }
        // Whoever worked on the callback in this transaction has noted the miss already.
        var now = time.GetUtcNow();
        if (callback.Windows == happened.Instance && callback.Miss(now))
        {
            db.Record(callback, caller, now);
        }
    }
}
