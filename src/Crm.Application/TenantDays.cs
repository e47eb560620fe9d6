namespace Crm.Application;

internal static class TenantDays
{
    /// <summary>The present day where the tenant is.</summary>
    public static DateOnly Today(this Caller caller, TimeProvider clock) => DateOnly.FromDateTime(
        TimeZoneInfo.TryFindSystemTimeZoneById(caller.Tenant.Settings.TimeZone, out var zone) ? TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime : clock.GetUtcNow().UtcDateTime);
}
