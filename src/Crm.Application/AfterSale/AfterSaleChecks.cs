using Crm.Domain;
using Crm.Domain.AfterSale;

namespace Crm.Application.AfterSale;

/// <summary>How a feature has customers asked after its records, in the save of its cause: purchases, services, contacts.</summary>
internal static class AfterSaleChecks
{
    private static readonly TimeOnly Morning = new(10, 0);

    /// <summary>Schedules a check for each number of days after the day of the record. The caller has the customer under <see cref="ICrmDb.OnlyWhileActive"/>.</summary>
    /// <param name="timeZone">The customer's zone; the tenant's where null.</param>
    public static IReadOnlyList<AfterSaleCheck> ScheduleChecks(
        this ICrmDb db, CustomerId customer, string? timeZone, RecordId source, DateOnly occurredOn, IEnumerable<int> afterDays, Caller caller, DateTimeOffset now)
    {
        var zone = ZoneOf(timeZone) ?? ZoneOf(caller.Tenant.Settings.TimeZone) ?? TimeZoneInfo.Utc;
        var checks = afterDays.Distinct().Order().Select(days => AfterSaleCheck.Schedule(customer, source, occurredOn, days, MorningOf(occurredOn.AddDays(days), zone), now)).ToList();
        foreach (var check in checks)
        {
            db.AfterSaleChecks.Add(check);
            db.SetAlarm(Alarms.AfterSaleDue, check.Id.Value, check.DueAt);
        }
        return checks;
    }

    private static DateTimeOffset MorningOf(DateOnly day, TimeZoneInfo zone)
    {
        var there = day.ToDateTime(Morning);
        there = zone.IsInvalidTime(there) ? there.AddHours(1) : there;
        return new DateTimeOffset(there, zone.GetUtcOffset(there)).ToUniversalTime();
    }

    private static TimeZoneInfo? ZoneOf(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
