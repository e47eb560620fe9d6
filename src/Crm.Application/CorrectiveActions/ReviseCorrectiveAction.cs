using Crm.Domain;
using Crm.Domain.Causes;
using Crm.Domain.Commitments;
using Crm.Domain.CorrectiveActions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.CorrectiveActions;

public sealed record ReviseCorrectiveAction(CorrectiveActionId Id, Patch<CorrectiveActionContent> Changes, IfMatch IfMatch) : ICommand<CorrectiveActionDetails>;

internal sealed class ReviseCorrectiveActionHandler(ICrmDb db, TimeProvider clock, IValidator<CorrectiveActionContent> validator)
    : ICommandHandler<ReviseCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(ReviseCorrectiveAction command, CancellationToken ct)
    {
        if ((await db.CorrectiveActions.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var action)
            || command.Changes.ApplyTo(action.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (action.IsOpen && await Unknown(action, content, ct) is { } unknown)
        {
            return unknown;
        }
        return action.Revise(content, clock.GetUtcNow()).Failed(out error) ? error : CorrectiveActionDetails.Of(action);
    }

    /// <summary>Only what is new must be in use: who has left may stay the owner until somebody else is named.</summary>
    private async Task<Error?> Unknown(CorrectiveAction action, CorrectiveActionContent content, CancellationToken ct)
    {
        if (content.CauseId == action.CauseId && content.OwnerId == action.OwnerId)
        {
            return null;
        }
        var (cause, owner) = (action.CauseId, action.OwnerId);
        var known = await db.Causes.Where(c => c.Id == content.CauseId && (c.RetiredAt == null || c.Id == cause))
            .Select(c => new { HasOwner = db.Staff.Any(s => s.Id == content.OwnerId && (s.Active || s.Id == owner)) }).FirstOrDefaultAsync(ct);
        return known is null ? CauseErrors.Unknown : known.HasOwner ? null : CommitmentErrors.ResponsibleUnknown.About("/ownerId");
    }
}
