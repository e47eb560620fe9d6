using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetNeed(CustomerId CustomerId, NeedId Id) : IQuery<NeedDetails>;

internal sealed class GetNeedHandler(ICrmDb db) : IQueryHandler<GetNeed, NeedDetails>
{
    public async Task<Result<NeedDetails>> Handle(GetNeed query, CancellationToken ct) =>
        await db.Needs.Where(n => n.Id == query.Id && n.CustomerId == query.CustomerId && !n.Removed).Select(NeedDetails.Projection).FirstOrDefaultAsync(ct)
            is { } need ? need : Error.NotFound<Need>();
}
