using Crm.Domain.KnowledgeGaps;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KnowledgeGaps;

/// <summary>Who owns the work of a knowledge gap finds it out: the gap follows in the same transaction (S3-OWNER-1).</summary>
internal sealed class MoveKnowledgeGapWhenWorkOwnerChanged(ICrmDb db, TimeProvider time) : IEventHandler<WorkOwnerChanged>
{
    public async Task Handle(WorkOwnerChanged happened, CancellationToken ct)
    {
        if (happened.Subject?.As<KnowledgeGap>() is { } id && await db.KnowledgeGaps.FirstOrDefaultAsync(g => g.Id == id, ct) is { } gap)
        {
            gap.GiveTo(happened.To, time.GetUtcNow());
        }
    }
}
