using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record FindDuplicates(CustomerId Id) : IQuery<Page<LikelyDuplicate>>;

internal sealed class FindDuplicatesHandler(ICrmDb db) : IQueryHandler<FindDuplicates, Page<LikelyDuplicate>>
{
    public async Task<Result<Page<LikelyDuplicate>>> Handle(FindDuplicates query, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().Where(c => c.Id == query.Id && c.State == CustomerState.Active).Select(c => new { c.Profile }).FirstOrDefaultAsync(ct);
        return customer is null ? Error.NotFound<Customer>() : new Page<LikelyDuplicate>(await Duplicates.Of(db, query.Id, customer.Profile, ct), null);
    }
}
