using Crm.Domain;
using Crm.Domain.Segments;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Segments;

public sealed record RetireSegment(SegmentId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireSegmentHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<RetireSegment, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireSegment command, CancellationToken ct)
    {
        var segment = await db.Segments.FirstOrDefaultAsync(s => s.Id == command.Id, ct);
        if (segment is null)
        {
            return Error.NotFound<Segment>();
        }
        if (segment.RetiredAt is null && !command.IfMatch.Allows(segment.Version))
        {
            return Error.Stale;
        }
        segment.Retire(clock.GetUtcNow());
        return default(Nothing);
    }
}
