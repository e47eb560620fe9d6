using Crm.Domain;
using Crm.Domain.Segments;

namespace Crm.Application.Segments;

/// <summary>Which segments to list.</summary>
public sealed record ListSegments : ListQuery, IQuery<Page<SegmentDetails>>
{
    /// <summary>Only those in use (true) or out of use (false); both where absent.</summary>
    public bool? Active { get; init; }
}

internal sealed class ListSegmentsHandler(ICrmDb db) : IQueryHandler<ListSegments, Page<SegmentDetails>>
{
    private static readonly Order<Segment, SegmentDetails>[] Orders = [Order<Segment, SegmentDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<SegmentDetails>>> Handle(ListSegments query, CancellationToken ct)
    {
        IQueryable<Segment> rows = db.Segments;
        if (query.Active is { } active)
        {
            rows = rows.Where(s => s.RetiredAt == null == active);
        }
        return rows.ToPage(query, Orders, SegmentDetails.Projection, ct);
    }
}
