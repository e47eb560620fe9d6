namespace Crm.Application;

internal static class TenantDays
{
    /// <summary>The day of an instant where the tenant is.</summary>
    public static DateOnly DayOf(this Caller caller, DateTimeOffset instant) => DateOnly.FromDateTime(
        TimeZoneInfo.TryFindSystemTimeZoneById(caller.Tenant.Settings.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(instant, zone).DateTime : instant.UtcDateTime);

    /// <summary>The present day where the tenant is.</summary>
    public static DateOnly Today(this Caller caller, TimeProvider clock) => caller.DayOf(clock.GetUtcNow());
}
