using Crm.Domain;
using Crm.Domain.Phrases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Phrases;

public sealed record RemovePhrase(PhraseId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RemovePhraseHandler(ICrmDb db, UnitOfWork work, PhraseCheck check, Caller caller, TimeProvider clock) : ICommandHandler<RemovePhrase, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemovePhrase command, CancellationToken ct)
    {
        var row = await db.Phrases.FirstOrDefaultAsync(p => p.Id == command.Id, ct);
        if ((row ?? ShippedPhrases.Find(command.Id)) is not { } phrase)
        {
            return Error.NotFound<Phrase>();
        }
        if (phrase.RemovedAt is null && !command.IfMatch.Allows(phrase.Version))
        {
            return Error.Stale;
        }
        phrase.Remove(clock.GetUtcNow());
        if (row is null)
        {
            db.Phrases.Add(phrase);
        }
        work.Afterwards(() => check.Forget(caller.Tenant.Number));
        return new Nothing();
    }
}
