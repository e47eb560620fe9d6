using Crm.Domain;
using Crm.Domain.Phrases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Phrases;

public sealed record GetPhrase(PhraseId Id) : IQuery<PhraseDetails>;

internal sealed class GetPhraseHandler(ICrmDb db) : IQueryHandler<GetPhrase, PhraseDetails>
{
    public async Task<Result<PhraseDetails>> Handle(GetPhrase query, CancellationToken ct) =>
        PhraseRows.Standing(query.Id, await db.Phrases.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Id, ct)) is { } phrase
            ? PhraseDetails.Of(phrase)
            : Error.NotFound<Phrase>();
}
