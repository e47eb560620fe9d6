using Crm.Domain.Complaints;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>Who owns the work of a complaint answers for it: the complaint follows in the same transaction (S3-OWNER-1).</summary>
internal sealed class MoveComplaintWhenWorkOwnerChanged(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<WorkOwnerChanged>
{
    public async Task Handle(WorkOwnerChanged happened, CancellationToken ct)
    {
        if (happened.Subject?.As<Complaint>() is not { } id
            || !await db.WorkItems.AnyAsync(w => w.Id == happened.WorkId && w.Kind == WorkKind.Complaint, ct)
            || await db.Complaints.FirstOrDefaultAsync(c => c.Id == id, ct) is not { } complaint || complaint.OwnerId == happened.To)
        {
            return;
        }
        var (before, now) = (complaint.Added.Count, clock.GetUtcNow());
        var colleagues = await Colleagues.Of(db, complaint, caller.Today(clock), ct, happened.To);
        if (!complaint.AssignOwner(happened.To, null, colleagues.Impartiality, caller.StaffId, now).Failed(out _) && complaint.Added.Count > before)
        {
            db.Record(complaint, caller, now, before);
        }
    }
}
