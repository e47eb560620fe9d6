using Crm.Domain.Callbacks;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

/// <summary>Who owns the work of a callback makes it: the callback follows in the same transaction (S3-OWNER-1).</summary>
internal sealed class MoveCallbackWhenWorkOwnerChanged(ICrmDb db, Caller caller, TimeProvider time) : IEventHandler<WorkOwnerChanged>
{
    public async Task Handle(WorkOwnerChanged happened, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (happened.Subject?.As<Callback>() is { } id && await db.Callbacks.FirstOrDefaultAsync(c => c.Id == id, ct) is { } callback
            && callback.GiveTo(happened.To, caller.StaffId, now))
        {
            db.Record(callback, caller, now);
        }
    }
}
