using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record ListWatchers(CustomerId CustomerId) : IQuery<Page<WatcherRow>>;

internal sealed class ListWatchersHandler(ICrmDb db) : IQueryHandler<ListWatchers, Page<WatcherRow>>
{
    public async Task<Result<Page<WatcherRow>>> Handle(ListWatchers query, CancellationToken ct)
    {
        // A customer without watchers is one row without a watcher; an unknown one is no row.
        var rows = await (
            from c in db.Customers.Where(c => c.Id == query.CustomerId && c.State != CustomerState.Deleted)
            join w in db.CustomerWatchers on c.Id equals w.CustomerId into watchers
            from w in watchers.DefaultIfEmpty()
            join s in db.Staff on w.StaffId equals s.Id into staff
            from s in staff.DefaultIfEmpty()
            select new { Id = (StaffId?)w.StaffId, Name = (string?)s.Name, Since = (DateTimeOffset?)w.Since }).ToListAsync(ct);
        return rows.Count == 0
            ? Error.NotFound<Customer>()
            : new Page<WatcherRow>([.. rows.Where(r => r.Id is not null).OrderBy(r => r.Since).Select(r => new WatcherRow(r.Id!.Value, r.Name!, r.Since!.Value))], null);
    }
}
