using Crm.Domain;
using Crm.Domain.AfterSale;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.AfterSale;

public sealed record GetCheck(AfterSaleCheckId Id) : IQuery<CheckDetails>;

internal sealed class GetCheckHandler(ICrmDb db) : IQueryHandler<GetCheck, CheckDetails>
{
    public async Task<Result<CheckDetails>> Handle(GetCheck query, CancellationToken ct) =>
        await db.AfterSaleChecks.Where(c => c.Id == query.Id).Select(CheckDetails.Projection).FirstOrDefaultAsync(ct) is { } check ? check : Error.NotFound<AfterSaleCheck>();
}
