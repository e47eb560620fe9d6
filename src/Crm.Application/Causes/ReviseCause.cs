using Crm.Domain;
using Crm.Domain.Causes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Causes;

public sealed record ReviseCause(CauseId Id, Patch<CauseContent> Changes, IfMatch IfMatch) : ICommand<CauseDetails>;

internal sealed class ReviseCauseHandler(ICrmDb db, TimeProvider clock, IValidator<CauseContent> validator) : ICommandHandler<ReviseCause, CauseDetails>
{
    public async Task<Result<CauseDetails>> Handle(ReviseCause command, CancellationToken ct)
    {
        if ((await db.Causes.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var cause)
            || command.Changes.ApplyTo(cause.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        var all = content.ParentId == cause.ParentId ? [] : await db.Causes.ToListAsync(ct);
        if (all.Count > 0)
        {
            db.OnlyWhile(db.Causes, all);
        }
        return cause.Revise(content, all, clock.GetUtcNow()).Failed(out error) ? error : CauseDetails.Of(cause);
    }
}
