using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record WatchCustomer(CustomerId CustomerId, StaffId StaffId) : ICommand<WatcherRow>;

/// <summary>A member of staff who watches a customer.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Since">Since when.</param>
public sealed record WatcherRow(StaffId StaffId, string Name, DateTimeOffset Since)
{
    public static readonly WatcherRow Example = new(
        StaffId.Parse("staff_01j00000000000000000000000", null), "Sara Karimi", new(2026, 3, 21, 8, 45, 0, TimeSpan.Zero));
}

internal sealed class WatchCustomerHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<WatchCustomer, WatcherRow>
{
    public async Task<Result<WatcherRow>> Handle(WatchCustomer command, CancellationToken ct)
    {
        var (id, staffId, now) = (command.CustomerId, command.StaffId, clock.GetUtcNow());
        var found = await db.Customers.Where(c => c.Id == id).Select(c => new
        {
            c.State,
            c.SurvivorId,
            Name = db.Staff.Where(s => s.Id == staffId).Select(s => s.Name).FirstOrDefault(),
            Since = db.CustomerWatchers.Where(w => w.CustomerId == id && w.StaffId == staffId).Select(w => (DateTimeOffset?)w.Since).FirstOrDefault(),
            Count = db.CustomerWatchers.Count(w => w.CustomerId == id),
        }).FirstOrDefaultAsync(ct);
        if (CustomerStates.Refusal(found?.State, found?.SurvivorId) is { } refused)
        {
            return refused;
        }
        if (found!.Name is null)
        {
            return Error.NotFound<StaffMember>();
        }
        if (found.Since is null && found.Count >= CustomerWatcher.MaxPerCustomer)
        {
            return CustomerErrors.TooManyWatchers;
        }
        if (found.Since is null)
        {
            db.OnlyWhileActive(id);
            db.CustomerWatchers.Add(new() { CustomerId = id, StaffId = staffId, Since = now });
            db.Audit.Add(caller.Did("watchCustomer", id, null, new { watcherId = staffId }, now));
        }
        return new WatcherRow(staffId, found.Name, found.Since ?? now);
    }
}
