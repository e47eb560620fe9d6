using Crm.Application.Customers;
using Crm.Domain.RelationshipPlans;

namespace Crm.Application.RelationshipPlans;

/// <summary>What every change of a plan leaves behind.</summary>
internal static class PlanRecords
{
    /// <summary>Keeps its versions, and lets the alarm ring after the next day on which a milestone is due, where the tenant is.</summary>
    public static void Record(this ICrmDb db, RelationshipPlan plan, string happened, Caller caller, DateTimeOffset now, bool isNew = false)
    {
        db.OnlyWhileActive(plan.CustomerId);
        db.PlanVersions.AddRange(plan.Added);
        if (!isNew)
        {
            db.DropAlarm(Alarms.PlanMilestoneDue, plan.Id.Value);
        }
        if (plan.NextDue() is { } day)
        {
            db.SetAlarm(Alarms.PlanMilestoneDue, plan.Id.Value, AfterDay(day, caller));
        }
        db.Tell(caller, plan.CustomerId, "plan." + happened, plan.ResourceId, now, new { plan.Edition });
    }

    /// <summary>The instant at which a day is over, where the tenant is.</summary>
    public static DateTimeOffset AfterDay(DateOnly day, Caller caller)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(caller.Tenant.Settings.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        // Where the clocks skip midnight the day ends an hour of the clock later.
        var there = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(there, zone.GetUtcOffset(there)).ToUniversalTime();
    }
}
