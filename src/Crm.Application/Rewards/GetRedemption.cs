using Crm.Domain;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

public sealed record GetRedemption(RedemptionId Id) : IQuery<RedemptionDetails>;

internal sealed class GetRedemptionHandler(ICrmDb db) : IQueryHandler<GetRedemption, RedemptionDetails>
{
    public async Task<Result<RedemptionDetails>> Handle(GetRedemption query, CancellationToken ct) =>
        await db.Redemptions.Where(r => r.Id == query.Id).Select(RedemptionDetails.Projection).FirstOrDefaultAsync(ct) is { } redemption ? redemption : Error.NotFound<Redemption>();
}
