using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.ApiKeys;

namespace Crm.Application.ApiKeys;

/// <summary>An API key, without its secret.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">How its text begins, to recognise it by: crm_ and 10 characters.</param>
/// <param name="Role">The bundle of permissions it has; null where it has only single ones.</param>
/// <param name="Permissions">The single permissions it has besides its role's, in alphabetical order.</param>
/// <param name="StaffId">The member of staff it acts as.</param>
/// <param name="ExpiresAt">When it stops working; null for never.</param>
/// <param name="RevokedAt">When it was revoked; null while it was not.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; null before the first time.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed; its use does not change it.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
/// <param name="CustomerId">The customer it acts for; null where it acts for none.</param>
/// <param name="Secret">The whole key, to be sent as Authorization: Bearer. Only in the answer to its making; it is kept nowhere.</param>
public sealed record ApiKeyDetails(
    ApiKeyId Id, string Name, string Prefix, Role? Role, IReadOnlyList<string> Permissions, StaffId? StaffId, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version, CustomerId? CustomerId = null,
    string? Secret = null) : IVersioned
{
    public static readonly Expression<Func<ApiKey, ApiKeyDetails>> Projection = k => new ApiKeyDetails(
        k.Id, k.Name, ApiKeySecret.Scheme + k.Lookup, k.Role, k.Permissions, k.StaffId, k.ExpiresAt, k.RevokedAt, k.LastUsedAt, k.CreatedAt, k.UpdatedAt,
        k.Version, k.CustomerId, null);

    private static readonly Func<ApiKey, ApiKeyDetails> Compiled = Projection.Compile();

    public static ApiKeyDetails Of(ApiKey key) => Compiled(key);

    public static readonly ApiKeyDetails Example = new(
        ApiKeyId.Parse("apikey_01j00000000000000000000000", null), "Web shop", "crm_7h3k9m2q4x", Domain.Role.Integration, [], null, null, null, null,
        new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), 1);
}

/// <summary>An API key in a list.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">How its text begins, to recognise it by: crm_ and 10 characters.</param>
/// <param name="Role">The bundle of permissions it has; null where it has only single ones.</param>
/// <param name="Permissions">The single permissions it has besides its role's, in alphabetical order.</param>
/// <param name="StaffId">The member of staff it acts as.</param>
/// <param name="ExpiresAt">When it stops working; null for never.</param>
/// <param name="RevokedAt">When it was revoked; null while it was not.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; null before the first time.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it last changed; its use does not change it.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record ApiKeyRow(
    ApiKeyId Id, string Name, string Prefix, Role? Role, IReadOnlyList<string> Permissions, StaffId? StaffId, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly Expression<Func<ApiKey, ApiKeyRow>> Projection = k => new ApiKeyRow(
        k.Id, k.Name, ApiKeySecret.Scheme + k.Lookup, k.Role, k.Permissions, k.StaffId, k.ExpiresAt, k.RevokedAt, k.LastUsedAt, k.CreatedAt, k.UpdatedAt, k.Version);

    public static readonly ApiKeyRow Example = new(
        ApiKeyDetails.Example.Id, ApiKeyDetails.Example.Name, ApiKeyDetails.Example.Prefix, ApiKeyDetails.Example.Role, ApiKeyDetails.Example.Permissions, null, null, null,
        new(2026, 3, 25, 6, 12, 0, TimeSpan.Zero), ApiKeyDetails.Example.CreatedAt, ApiKeyDetails.Example.UpdatedAt, ApiKeyDetails.Example.Version);
}

internal static class ApiKeyReading
{
    /// <summary>The keys that a caller may look after: those of its tenant, or, for the platform, those of the platform and no tenant's.</summary>
    public static IQueryable<ApiKey> KeysOf(this ICatalogDb catalog, Caller caller)
    {
        var tenant = caller.IsOfTenant ? caller.Tenant.Number : (int?)null;
        return catalog.ApiKeys.Where(k => k.TenantNumber == tenant);
    }
}
