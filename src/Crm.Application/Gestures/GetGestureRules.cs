using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

public sealed record GetGestureRules : IQuery<GestureRulesDetails>;

internal sealed class GetGestureRulesHandler(ICrmDb db) : IQueryHandler<GetGestureRules, GestureRulesDetails>
{
    public async Task<Result<GestureRulesDetails>> Handle(GetGestureRules query, CancellationToken ct) =>
        await db.GestureRules.AsNoTracking().FirstOrDefaultAsync(ct) is { } rules ? GestureRulesDetails.Of(rules) : GestureRulesDetails.None;
}
