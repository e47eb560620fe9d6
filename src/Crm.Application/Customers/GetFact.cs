using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetFact(CustomerId CustomerId, FactId Id) : IQuery<FactDetails>;

internal sealed class GetFactHandler(ICrmDb db, Caller caller) : IQueryHandler<GetFact, FactDetails>
{
    public async Task<Result<FactDetails>> Handle(GetFact query, CancellationToken ct) =>
        await db.Facts.Where(f => f.Id == query.Id && f.CustomerId == query.CustomerId && !f.Removed && (f.OnlyFor == null || f.OnlyFor == caller.StaffId))
            .Select(FactDetails.Projection).FirstOrDefaultAsync(ct) is { } fact ? fact : Error.NotFound<Fact>();
}
