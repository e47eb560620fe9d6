using Crm.Application.Notifications;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>Who is treated badly is not left alone with it: their manager has a task at once, and the complaint goes on (S2-PERSONAL-1).</summary>
internal sealed class OpenTaskWhenAbuseFlagged(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<ComplaintAbuseFlagged>
{
    public const string Notice = "complaint.abuse_flagged";

    public async Task Handle(ComplaintAbuseFlagged happened, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (happened.OwnerId is not { } owner || await db.Receiver(owner, now, ct) is not { } handler
            || await db.Complaints.FirstOrDefaultAsync(c => c.Id == happened.ComplaintId, ct) is not { } complaint
            || await db.Receiver(handler.AccountableId, now, ct) is not { } manager)
        {
            return;
        }
        var content = new WorkContent { Title = $"{complaint.Reference}: conduct towards staff", Priority = Priority.Urgent, DueAt = now };
        db.Add(WorkItem.Open(WorkKind.Task, null, complaint.CustomerId, content, new(manager.Id, manager.AccountableId, [AssignmentReason.ByName]), caller.StaffId, now), now);
        db.Notify(manager.Id, Notice, RecordId.Of(complaint.Id), complaint.CustomerId, now, now);
    }
}
