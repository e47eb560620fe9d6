namespace Crm.Application.Tenants;

/// <summary>How many requests the credentials of a tenant sent on one day (UTC), all processes together. Kept when the tenant is erased.</summary>
public sealed class TenantRequests
{
    public required int TenantNumber { get; init; }
    public required DateOnly Day { get; init; }
    public required long Count { get; init; }
}
