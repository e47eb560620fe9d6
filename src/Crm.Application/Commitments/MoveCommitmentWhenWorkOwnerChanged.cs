using Crm.Domain.Commitments;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

/// <summary>Who owns the work of a promise keeps it: the promise follows in the same transaction (S3-OWNER-1, S3-ACCT-1).</summary>
internal sealed class MoveCommitmentWhenWorkOwnerChanged(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<WorkOwnerChanged>
{
    public async Task Handle(WorkOwnerChanged happened, CancellationToken ct)
    {
        if (happened.Subject?.As<Commitment>() is not { } id || await db.Commitments.FirstOrDefaultAsync(c => c.Id == id, ct) is not { } commitment)
        {
            return;
        }
        var now = clock.GetUtcNow();
        if (!commitment.Reassign(happened.To, happened.AccountableId, caller.StaffId, now).Failed(out _))
        {
            db.Record(commitment, caller, now);
        }
    }
}
