using Crm.Domain;
using Crm.Domain.Phrases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Phrases;

public sealed record RevisePhrase(PhraseId Id, Patch<PhraseContent> Changes, IfMatch IfMatch) : ICommand<PhraseDetails>;

internal sealed class RevisePhraseHandler(ICrmDb db, UnitOfWork work, PhraseCheck check, Caller caller, TimeProvider clock, IValidator<PhraseContent> validator)
    : ICommandHandler<RevisePhrase, PhraseDetails>
{
    public async Task<Result<PhraseDetails>> Handle(RevisePhrase command, CancellationToken ct)
    {
        var row = await db.Phrases.FirstOrDefaultAsync(p => p.Id == command.Id, ct);
        if (PhraseRows.Standing(command.Id, row) is not { } phrase)
        {
            return Error.NotFound<Phrase>();
        }
        if (!command.IfMatch.Allows(phrase.Version))
        {
            return Error.Stale;
        }
        if (command.Changes.ApplyTo(phrase.Content).Failed(out var error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (phrase.Revise(content, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        if (row is null)
        {
            db.Phrases.Add(phrase);
        }
        work.Afterwards(() => check.Forget(caller.Tenant.Number));
        return PhraseDetails.Of(phrase);
    }
}
