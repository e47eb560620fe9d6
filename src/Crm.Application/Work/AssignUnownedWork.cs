using Crm.Domain;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>Looks again at work that was opened while nobody worked here: somebody may have come in that very moment.</summary>
public sealed record AssignUnownedWork(WorkId Id) : ICommand<Nothing>;

internal sealed class AssignUnownedWorkHandler(ICrmDb db, Caller caller, TimeProvider clock, ImpartialOwners impartial) : ICommandHandler<AssignUnownedWork, Nothing>
{
    public async Task<Result<Nothing>> Handle(AssignUnownedWork command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // Whoever comes from now on takes it up in the save that employs them.
        db.DropAlarm(Alarms.WorkUnowned, command.Id.Value);
        var item = await db.WorkItems.FirstOrDefaultAsync(w => w.Id == command.Id && w.OwnerId == null && w.State == WorkState.Open, ct);
        if (item is not null && await db.ChooseOwner(caller, item.RequiredSkill, item.Language, await impartial.Barred(item, ct), now, ct) is { } owner)
        {
            item.Reassign(owner with { Reasons = [AssignmentReason.WasUnowned, .. owner.Reasons] }, now);
            db.Record(item);
        }
        return new Nothing();
    }
}
