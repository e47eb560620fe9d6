using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Interactions;

namespace Crm.Application.Customers;

/// <summary>Whoever watches a customer is told of contacts that others record; what is private never comes here (S4-INTERNAL-1).</summary>
internal sealed class TellWatchersWhenActivity(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : IEventHandler<CustomerWatchedActivity>
{
    public const string Notice = "customer.activity";

    public async Task Handle(CustomerWatchedActivity happened, CancellationToken ct)
    {
        var watchers = happened.WatcherIds.Where(w => w != caller.StaffId).ToList();
        if (watchers.Count == 0)
        {
            return;
        }
        var now = clock.GetUtcNow();
        var deliverAt = await db.DeliveryTime(times, caller, now, ct);
        watchers.ForEach(w => db.Notify(w, Notice, RecordId.Of(happened.InteractionId), happened.CustomerId, now, deliverAt));
    }
}
