using Crm.Domain;
using Crm.Domain.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Referrals;

public sealed record GetReferral(ReferralId Id) : IQuery<ReferralDetails>;

internal sealed class GetReferralHandler(ICrmDb db) : IQueryHandler<GetReferral, ReferralDetails>
{
    public async Task<Result<ReferralDetails>> Handle(GetReferral query, CancellationToken ct) =>
        await db.Referrals.Where(r => r.Id == query.Id).Select(ReferralDetails.Projection).FirstOrDefaultAsync(ct) is { } referral ? referral : Error.NotFound<Referral>();
}
