namespace Crm.Domain.ApiKeys;

/// <summary>A credential of a program. Only the hash of its secret is kept.</summary>
public sealed class ApiKey : AggregateRoot<ApiKey>, IResource
{
    public const int NameMaxLength = 100;

    private ApiKey() { }

    public static string Prefix => "apikey";

    /// <summary>The number of its tenant; null for a key of the platform.</summary>
    public int? TenantNumber { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>The part of the secret that is not secret, by which the key is found.</summary>
    public string Lookup { get; private init; } = "";

    /// <summary>SHA-256 of the whole key.</summary>
    public byte[] SecretHash { get; private init; } = [];
    public IReadOnlyList<string> Permissions { get; private set; } = [];
    public Role? Role { get; private set; }

    /// <summary>The member of staff the key acts as.</summary>
    public StaffId? StaffId { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static ApiKey Issue(
        int? tenant, string name, ApiKeySecret secret, Role? role, IReadOnlyList<string> permissions, StaffId? staffId, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        var key = new ApiKey
        {
            Id = ApiKeyId.New(now), TenantNumber = tenant, Name = FoldedText.Nfc(name), Lookup = secret.Lookup, SecretHash = secret.Hash(),
            Role = role, Permissions = permissions, StaffId = staffId, ExpiresAt = expiresAt,
        };
        key.Changed(now);
        return key;
    }

    /// <summary>Everything it may do: its own permissions and those of its role.</summary>
    public IEnumerable<string> Allowed => Role is { } role ? Permissions.Union(Roles.PermissionsOf(role), StringComparer.Ordinal) : Permissions;

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    public void Rename(string name, DateTimeOffset now)
    {
        Name = FoldedText.Nfc(name);
        Changed(now);
    }

    /// <summary>Ends the key for ever. Repeating it changes nothing.</summary>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is null)
        {
            RevokedAt = now;
            Changed(now);
        }
    }
}
