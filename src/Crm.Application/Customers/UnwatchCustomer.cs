using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record UnwatchCustomer(CustomerId CustomerId, StaffId StaffId) : ICommand<Nothing>;

internal sealed class UnwatchCustomerHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<UnwatchCustomer, Nothing>
{
    public async Task<Result<Nothing>> Handle(UnwatchCustomer command, CancellationToken ct)
    {
        var (id, staffId) = (command.CustomerId, command.StaffId);
        var found = await (
            from c in db.Customers.Where(c => c.Id == id)
            join w in db.CustomerWatchers.Where(w => w.StaffId == staffId) on c.Id equals w.CustomerId into watchers
            from w in watchers.DefaultIfEmpty()
            select new { Watcher = w }).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound<Customer>();
        }
        if (found.Watcher is CustomerWatcher watcher)
        {
            db.CustomerWatchers.Remove(watcher);
            db.Audit.Add(caller.Did("unwatchCustomer", id, new { watcherId = staffId }, null, clock.GetUtcNow()));
        }
        return new Nothing();
    }
}
