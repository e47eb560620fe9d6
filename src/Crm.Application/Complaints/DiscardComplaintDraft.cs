using Crm.Domain;

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
