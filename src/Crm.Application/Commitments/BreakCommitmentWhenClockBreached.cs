using Crm.Domain.Clocks;
using Crm.Domain.Commitments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

/// <summary>When the clock of a promise is breached the promise is broken, where it is still open, in the same transaction.</summary>
internal sealed class BreakCommitmentWhenClockBreached(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<ClockBreached>
{
    public async Task Handle(ClockBreached happened, CancellationToken ct)
    {
        if (happened.Subject.As<Commitment>() is not { } id || await db.Commitments.FirstOrDefaultAsync(c => c.Id == id, ct) is not { } commitment)
        {
            return;
        }
        var now = clock.GetUtcNow();
        if (commitment.Break(now))
        {
            db.Record(commitment, caller, now);
        }
    }
}
