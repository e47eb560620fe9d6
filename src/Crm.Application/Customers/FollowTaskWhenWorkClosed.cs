using Crm.Domain.Customers;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>When the task of a need is done the need is met; when it is cancelled nobody sees to the need any more (S3-FUTURE-1).</summary>
internal sealed class FollowTaskWhenWorkClosed(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<WorkClosed>
{
    public async Task Handle(WorkClosed happened, CancellationToken ct)
    {
        if (happened.Subject?.As<Need>() is not { } id || await db.Needs.FirstOrDefaultAsync(n => n.Id == id, ct) is not { } need)
        {
            return;
        }
        var now = clock.GetUtcNow();
        if (need.FollowClosed(happened.WorkId, happened.Done, now) && happened.Done)
        {
            await db.TellOfNeed(need, caller, now, ct);
        }
    }
}

/// <summary>When the task by which a need was met is to be done again, the need is open again.</summary>
internal sealed class FollowTaskWhenWorkReopened(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<WorkReopened>
{
    public async Task Handle(WorkReopened happened, CancellationToken ct)
    {
        if (happened.Subject?.As<Need>() is not { } id || await db.Needs.FirstOrDefaultAsync(n => n.Id == id, ct) is not { } need)
        {
            return;
        }
        var (before, now) = (need.Status, clock.GetUtcNow());
        if (need.FollowReopened(happened.WorkId, now) && need.Status != before)
        {
            await db.TellOfNeed(need, caller, now, ct);
        }
    }
}
