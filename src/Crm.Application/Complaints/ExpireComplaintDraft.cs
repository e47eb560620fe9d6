using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>What the clock does with a draft that nobody came back to.</summary>
public sealed record ExpireComplaintDraft(ComplaintDraftId Id) : ICommand<Nothing>;

internal sealed class ExpireComplaintDraftHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<ExpireComplaintDraft, Nothing>
{
    public async Task<Result<Nothing>> Handle(ExpireComplaintDraft command, CancellationToken ct)
    {
        var draft = await db.ComplaintDrafts.FirstOrDefaultAsync(d => d.Id == command.Id, ct);
        if (draft is null)
        {
            db.DropAlarm(Alarms.DraftExpired, command.Id.Value);
        }
        else if (draft.ExpiresAt > clock.GetUtcNow())
        {
            db.MoveAlarm(Alarms.DraftExpired, command.Id.Value, draft.ExpiresAt);
        }
        else
        {
            db.Discard(draft);
        }
        return new Nothing();
    }
}
