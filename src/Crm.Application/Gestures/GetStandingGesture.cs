using Crm.Domain;
using Crm.Domain.Gestures;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

public sealed record GetStandingGesture(StandingGestureId Id) : IQuery<StandingGestureDetails>;

internal sealed class GetStandingGestureHandler(ICrmDb db) : IQueryHandler<GetStandingGesture, StandingGestureDetails>
{
    public async Task<Result<StandingGestureDetails>> Handle(GetStandingGesture query, CancellationToken ct) =>
        await db.StandingGestures.Where(g => g.Id == query.Id).Select(StandingGestureDetails.Projection).FirstOrDefaultAsync(ct) is { } standing ? standing : Error.NotFound<StandingGesture>();
}
