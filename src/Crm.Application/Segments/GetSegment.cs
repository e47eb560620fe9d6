using Crm.Domain;
using Crm.Domain.Segments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Segments;

public sealed record GetSegment(SegmentId Id) : IQuery<SegmentDetails>;

internal sealed class GetSegmentHandler(ICrmDb db) : IQueryHandler<GetSegment, SegmentDetails>
{
    public async Task<Result<SegmentDetails>> Handle(GetSegment query, CancellationToken ct) =>
        await db.Segments.Where(s => s.Id == query.Id).Select(SegmentDetails.Projection).FirstOrDefaultAsync(ct) is { } segment ? segment : Error.NotFound<Segment>();
}
