using Crm.Domain;
using Crm.Domain.Gestures;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

public sealed record GetGesture(GestureId Id) : IQuery<GestureDetails>;

internal sealed class GetGestureHandler(ICrmDb db) : IQueryHandler<GetGesture, GestureDetails>
{
    public async Task<Result<GestureDetails>> Handle(GetGesture query, CancellationToken ct) =>
        await db.Gestures.Where(g => g.Id == query.Id).Select(GestureDetails.Projection).FirstOrDefaultAsync(ct) is { } gesture ? gesture : Error.NotFound<Gesture>();
}
