using Crm.Domain;
using Crm.Domain.Purchases;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.AfterSale;

/// <summary>Each purchase is followed by the question how satisfied the customer is, after as many days as the tenant says (S3-AFTER-1). What was bought long ago is not asked about any more.</summary>
internal sealed class ScheduleChecksWhenPurchaseRecorded(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<PurchaseRecorded>
{
    public async Task Handle(PurchaseRecorded happened, CancellationToken ct)
    {
        var (day, today) = (caller.DayOf(happened.PurchasedAt), caller.Today(clock));
        var ahead = caller.Tenant.Settings.AfterSaleDays.Where(days => day.AddDays(days) > today).ToList();
        if (ahead.Count == 0)
        {
            return;
        }
        var profile = await db.Customers.Where(c => c.Id == happened.CustomerId).Select(c => c.Profile).FirstAsync(ct);
        db.ScheduleChecks(happened.CustomerId, profile.TimeZone, RecordId.Of(happened.PurchaseId), day, ahead, caller, clock.GetUtcNow());
    }
}
