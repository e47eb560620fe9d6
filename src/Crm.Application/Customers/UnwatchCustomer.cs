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
        var found = await db.Customers.Where(c => c.Id == id)
            .Select(c => new { Watcher = db.CustomerWatchers.FirstOrDefault(w => w.CustomerId == id && w.StaffId == staffId) })
            .FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound<Customer>();
        }
        if (found.Watcher is { } watcher)
        {
            db.CustomerWatchers.Remove(watcher);
            db.Audit.Add(caller.Did("unwatchCustomer", id, new { watcherId = staffId }, null, clock.GetUtcNow()));
        }
        return new Nothing();
    }
}
