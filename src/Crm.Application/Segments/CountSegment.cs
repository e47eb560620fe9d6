using Crm.Domain;
using Crm.Domain.Segments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Segments;

public sealed record CountSegment(SegmentId Id) : IQuery<SegmentCount>;

/// <summary>How many customers belong to a segment now.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Count">How many.</param>
/// <param name="At">When they were counted.</param>
public sealed record SegmentCount(SegmentId SegmentId, long Count, DateTimeOffset At)
{
    public static readonly SegmentCount Example = new(SegmentDetails.ExampleId, 10_240, new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero));
}

internal sealed class CountSegmentHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<CountSegment, SegmentCount>
{
    public async Task<Result<SegmentCount>> Handle(CountSegment query, CancellationToken ct)
    {
        if (await db.RuleOf(query.Id, ct) is not { } rule)
        {
            return Error.NotFound<Segment>();
        }
        var now = clock.GetUtcNow();
        return new SegmentCount(query.Id, await db.MembersOf(rule, now).LongCountAsync(ct), now);
    }
}
