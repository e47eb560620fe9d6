using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetRelation(CustomerId CustomerId, RelationId Id) : IQuery<RelationDetails>;

internal sealed class GetRelationHandler(ICrmDb db) : IQueryHandler<GetRelation, RelationDetails>
{
    public async Task<Result<RelationDetails>> Handle(GetRelation query, CancellationToken ct)
    {
        var id = query.CustomerId;
        return await db.Relations.AsNoTracking().Where(r => r.Id == query.Id && (r.CustomerId == id || r.OtherCustomerId == id) && !r.Removed)
            .Select(r => RelationDetails.Of(
                r, id, db.Customers.Where(c => c.Id != id && (c.Id == r.CustomerId || c.Id == r.OtherCustomerId)).Select(c => c.DisplayName).First()))
            .FirstOrDefaultAsync(ct) is { } relation ? relation : Error.NotFound<Relation>();
    }
}
