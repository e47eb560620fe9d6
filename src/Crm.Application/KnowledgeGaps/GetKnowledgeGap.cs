using Crm.Domain;
using Crm.Domain.KnowledgeGaps;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KnowledgeGaps;

public sealed record GetKnowledgeGap(KnowledgeGapId Id) : IQuery<KnowledgeGapDetails>;

internal sealed class GetKnowledgeGapHandler(ICrmDb db) : IQueryHandler<GetKnowledgeGap, KnowledgeGapDetails>
{
    public async Task<Result<KnowledgeGapDetails>> Handle(GetKnowledgeGap query, CancellationToken ct) =>
        await db.KnowledgeGaps.Where(g => g.Id == query.Id).Select(KnowledgeGapDetails.Projection).FirstOrDefaultAsync(ct)
            is { } found ? found : Error.NotFound<KnowledgeGap>();
}
