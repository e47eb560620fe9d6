using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Commitments;

/// <summary>What the clock does when a promise is due: breaks it where it is still open, once.</summary>
public sealed record BreakCommitment(CommitmentId Id) : ICommand<Nothing>;

internal sealed class BreakCommitmentHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<BreakCommitment, Nothing>
{
    public async Task<Result<Nothing>> Handle(BreakCommitment command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var commitment = await db.Commitments.FirstOrDefaultAsync(c => c.Id == command.Id, ct);
        if (commitment is not null && commitment.IsPending(now))
        {
            // It is due later than the alarm believed.
            db.MoveAlarm(Alarms.CommitmentDue, command.Id.Value, commitment.DueAt);
            return new Nothing();
        }
        db.DropAlarm(Alarms.CommitmentDue, command.Id.Value);
        if (commitment?.Break(now) == true)
        {
            db.Record(commitment, caller, now);
        }
        return new Nothing();
    }
}
