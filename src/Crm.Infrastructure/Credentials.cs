using System.Collections.Concurrent;
using System.Collections.Frozen;
using Crm.Application;
using Crm.Domain;
using Crm.Domain.ApiKeys;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>Who a credential is, as the catalog says.</summary>
public sealed record Credential(CallerTenant? Tenant, string Id, string Name, StaffId? StaffId, FrozenSet<string> Permissions, CustomerId? CustomerId = null);

/// <summary>
/// The API keys and tenants in use, kept in memory for at most four seconds (<see cref="Remembered{TKey, TValue}"/>), so that a revocation or suspension by any process is
/// obeyed by this one within five seconds, without a query per request.
/// </summary>
public sealed class Credentials(Stores stores, TimeProvider clock) : IKnownCredentials
{
    private const int MostKept = 20_000;

    private readonly Remembered<string, KnownKey?> keys = new(clock, MostKept);
    private readonly Remembered<string, CallerTenant?> tenants = new(clock, MostKept);
    private readonly Remembered<string, CallerTenant?> slugs = new(clock, MostKept);
    private readonly ConcurrentDictionary<ApiKeyId, DateTimeOffset> used = new();

    /// <summary>The credential of a key that is known, unexpired, not revoked, and whose secret matches.</summary>
    public async ValueTask<Credential?> Find(ApiKeySecret secret, CancellationToken ct)
    {
        var known = await keys.Get(secret.Lookup, LoadKey, ct);
        if (known is null || !secret.Matches(known.SecretHash) || known.ExpiresAt <= clock.GetUtcNow())
        {
            return null;
        }
        used[known.Id] = clock.GetUtcNow();
        return known.Credential;
    }

    /// <summary>The tenant of this slug or id.</summary>
    public ValueTask<CallerTenant?> FindTenant(string slugOrId, CancellationToken ct) => tenants.Get(slugOrId, LoadTenant, ct);

    /// <summary>
    /// The tenant of this slug as anybody may ask for it; null where it is unknown, suspended or closed. Remembered apart from what credentials
    /// need, so that a flood of invented slugs drives out none of that; what can be no slug is not looked for.
    /// </summary>
    public async ValueTask<CallerTenant?> FindPublicTenant(string slug, CancellationToken ct) =>
        Tenant.MayBeSlug(slug) && await slugs.Get(slug, LoadTenant, ct) is { Status: TenantStatus.Active or TenantStatus.Closing } tenant && tenant.Slug == slug
            ? tenant
            : null;

    /// <summary>Forgets everything, so that the next request reads the catalog.</summary>
    public void Forget()
    {
        keys.Forget();
        tenants.Forget();
        slugs.Forget();
    }

    /// <summary>Writes down when keys were last used. Called once a minute, so that no request pays for it.</summary>
    public async Task RecordUse(CancellationToken ct)
    {
        await using var catalog = stores.Catalog(new Caller());
        foreach (var (id, at) in used)
        {
            if (used.TryRemove(new(id, at)))
            {
                await catalog.ApiKeys.Where(k => k.Id == id).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, at), ct);
            }
        }
    }

    private async Task<KnownKey?> LoadKey(string lookup, CancellationToken ct)
    {
        await using var catalog = stores.Catalog(new Caller());
        var found = await (
            from k in catalog.ApiKeys.AsNoTracking()
            where k.Lookup == lookup
            from t in catalog.Tenants.AsNoTracking().Where(t => t.Number == k.TenantNumber).DefaultIfEmpty()
            select new { Key = k, Tenant = t }).FirstOrDefaultAsync(ct);
        // A key of a tenant that is not there is nobody's, and never the platform's.
        if (found is null || found.Key.RevokedAt is not null || (found.Tenant is null && found.Key.TenantNumber is not null))
        {
            return null;
        }
        var allowed = found.Tenant is null ? Permission.OfPlatform : Permission.OfTenant;
        var credential = new Credential(
            found.Tenant is null ? null : Of(found.Tenant), found.Key.Id.ToString(), found.Key.Name, found.Key.StaffId,
            found.Key.Allowed.Where(allowed.Contains).ToFrozenSet(), found.Key.CustomerId);
        return new(found.Key.Id, found.Key.SecretHash, found.Key.ExpiresAt, credential);
    }

    private async Task<CallerTenant?> LoadTenant(string slugOrId, CancellationToken ct)
    {
        await using var catalog = stores.Catalog(new Caller());
        var byId = TenantId.TryParse(slugOrId, null, out var id);
        var tenant = await catalog.Tenants.AsNoTracking().FirstOrDefaultAsync(t => byId ? t.Id == id : t.Slug == slugOrId, ct);
        return tenant is null ? null : Of(tenant);
    }

    public static CallerTenant Of(Tenant tenant) =>
        new(tenant.Number, tenant.Id, tenant.Slug, tenant.Name, tenant.Status, tenant.Placement, tenant.Settings, tenant.Limits);

    private sealed record KnownKey(ApiKeyId Id, byte[] SecretHash, DateTimeOffset? ExpiresAt, Credential Credential);
}
