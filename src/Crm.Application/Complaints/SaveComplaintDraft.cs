using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

public sealed record SaveComplaintDraft(string Token, DraftContent Content, IfMatch IfMatch) : ICommand<ComplaintDraftDetails>
{
    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => nameof(SaveComplaintDraft);
}

internal sealed class SaveComplaintDraftHandler(ICrmDb db, TimeProvider clock, IValidator<DraftContent> validator) : ICommandHandler<SaveComplaintDraft, ComplaintDraftDetails>
{
    public async Task<Result<ComplaintDraftDetails>> Handle(SaveComplaintDraft command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if ((await db.ComplaintDrafts.FindByToken(command.Token, clock, ct)).Failed(out var error, out var draft))
        {
            return error;
        }
        if (!command.IfMatch.Allows(draft.Version))
        {
            return Error.Stale.At(draft.Version);
        }
        draft.Write(command.Content, clock.GetUtcNow());
        db.MoveAlarm(Alarms.DraftExpired, draft.Id.Value, draft.ExpiresAt);
        return ComplaintDraftDetails.Of(draft);
    }
}
