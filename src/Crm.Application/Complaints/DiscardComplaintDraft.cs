using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

public sealed record DiscardComplaintDraft(string Token, IfMatch IfMatch) : ICommand<Nothing>
{
    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => nameof(DiscardComplaintDraft);
}

internal sealed class DiscardComplaintDraftHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<DiscardComplaintDraft, Nothing>
{
    public async Task<Result<Nothing>> Handle(DiscardComplaintDraft command, CancellationToken ct)
    {
        if ((await db.ComplaintDrafts.FindByToken(command.Token, clock, ct)).Failed(out _, out var draft))
        {
            // Gone is what was wanted.
            return new Nothing();
        }
        if (!command.IfMatch.Allows(draft.Version))
        {
            return Error.Stale.At(draft.Version);
        }
        db.Discard(draft);
        return new Nothing();
    }
}

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
