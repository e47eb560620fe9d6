using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain;
using Crm.Domain.Tenants;

namespace Crm.Application;

/// <summary>The tenant of a credential, as far as every request needs it.</summary>
public sealed record CallerTenant(
    int Number, TenantId Id, string Slug, string Name, TenantStatus Status, string Placement, TenantSettings Settings, TenantLimits Limits);

/// <summary>A POST that names an Idempotency-Key: a hash of credential, route and key, a hash of the request, and a secret that only its sender knows.</summary>
public sealed record IdempotentRequest(byte[] KeyHash, byte[] RequestHash, byte[] Secret);

/// <summary>Who asks, for which tenant, and in which request. Set once, where a request or a worker's turn begins.</summary>
public sealed class Caller
{
    private CallerTenant? tenant;

    /// <summary>The tenant; an error in code that forgot to ask <see cref="IsOfTenant"/>.</summary>
    public CallerTenant Tenant => tenant ?? throw new InvalidOperationException("This caller belongs to no tenant.");
    public bool IsOfTenant => tenant is not null;

    /// <summary>The API key's id, or the issuer and subject of a token, or the name of a worker.</summary>
    public string CredentialId { get; private set; } = "";
    public string CredentialName { get; private set; } = "";
    public StaffId? StaffId { get; private set; }

    /// <summary>The customer for whom the credential acts: then it may only read what is theirs.</summary>
    public CustomerId? CustomerId { get; private set; }
    public FrozenSet<string> Permissions { get; private set; } = [];
    public string RequestId { get; set; } = "";
    public IdempotentRequest? Idempotent { get; set; }

    /// <summary>Whether the request names a version in If-Match, so that losing a race is a stale version and no conflict.</summary>
    public bool IsConditional { get; set; }

    /// <summary>Set when the answer is the stored one of an earlier, equal request.</summary>
    public bool Replayed { get; set; }

    public bool May(string permission) => permission.Length == 0 || Permissions.Contains(permission);

    public void Become(CallerTenant? tenant, string credentialId, string credentialName, StaffId? staffId, FrozenSet<string> permissions, CustomerId? customerId = null)
    {
        this.tenant = tenant;
        (CredentialId, CredentialName, StaffId, Permissions, CustomerId) = (credentialId, credentialName, staffId, permissions, customerId);
    }

    /// <summary>The credential as a key of fixed length, compared alike on both stores.</summary>
    public ByteKey CredentialKey => new(SHA256.HashData(Encoding.UTF8.GetBytes(CredentialId)));

    /// <summary>Asks as another caller does, in a unit of work of its own: one item of a batch.</summary>
    public void BecomeLike(Caller other, IdempotentRequest? idempotent)
    {
        Become(other.tenant, other.CredentialId, other.CredentialName, other.StaffId, other.Permissions, other.CustomerId);
        (RequestId, Idempotent) = (other.RequestId, idempotent);
    }

    /// <summary>Acts for a tenant as the product itself, with every permission of a tenant.</summary>
    public void BecomeWorker(CallerTenant? tenant, string name) => Become(tenant, name, name, null, Permission.OfTenant);
}
