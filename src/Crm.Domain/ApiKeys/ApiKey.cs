namespace Crm.Domain.ApiKeys;

/// <summary>A credential of a program. Only the hash of its secret is kept.</summary>
public sealed class ApiKey : AggregateRoot<ApiKey>, IResource
{
    public const int NameMaxLength = 100;
    public const int PermissionLength = 60;

    /// <summary>How many permissions a key may be given one by one.</summary>
    public const int MostPermissions = 100;

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

    /// <summary>Whether its own permissions, without those of its role, let it make and revoke keys.</summary>
    public bool ManagesKeys { get; private init; }

    /// <summary>The member of staff the key acts as.</summary>
    public StaffId? StaffId { get; private set; }

    /// <summary>The customer the key acts for: it sees what is theirs and nothing else.</summary>
    public CustomerId? CustomerId { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static ApiKey Issue(
        int? tenant, string name, ApiKeySecret secret, Role? role, IReadOnlyList<string> permissions, StaffId? staffId, DateTimeOffset? expiresAt, DateTimeOffset now,
        CustomerId? customerId = null)
    {
        var key = new ApiKey
        {
            Id = ApiKeyId.New(now), TenantNumber = tenant, Name = FoldedText.Nfc(name), Lookup = secret.Lookup, SecretHash = secret.Hash(),
            Role = role, Permissions = permissions, ManagesKeys = permissions.Contains(ManagingPermission(tenant), StringComparer.Ordinal), StaffId = staffId, ExpiresAt = expiresAt,
            CustomerId = customerId,
        };
        key.Changed(now);
        return key;
    }

    /// <summary>Refuses a key that could do more than its maker, or that would be expired already.</summary>
    /// <param name="own">What the maker may do.</param>
    public static Result Admit(IReadOnlySet<string> own, Role? role, IReadOnlyList<string> permissions, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        var lacking = Union(role, permissions).Where(p => !own.Contains(p)).Order(StringComparer.Ordinal).ToList();
        return lacking.Count > 0 ? ApiKeyErrors.MoreThanOwn.Because("Lacking: " + string.Join(", ", lacking) + ".")
            : expiresAt <= now ? ApiKeyErrors.ExpiryPast.About("/expiresAt")
            : Result.Done;
    }

    /// <summary>What a key needs to make and revoke keys of its tenant, or of the platform.</summary>
    public static string ManagingPermission(int? tenant) => tenant is null ? Permission.TenantsProvision : Permission.ApiKeysWrite;

    /// <summary>The roles whose keys may make and revoke keys of their tenant.</summary>
    public static IReadOnlyList<Role> ManagingRoles { get; } = [.. Enum.GetValues<Role>().Where(r => Roles.PermissionsOf(r).Contains(Permission.ApiKeysWrite))];

    /// <summary>Everything it may do: its own permissions and those of its role.</summary>
    public IEnumerable<string> Allowed => Union(Role, Permissions);

    /// <summary>Whether a revocation would take the key away from those who can make another.</summary>
    public bool IsManagingAt(DateTimeOffset now) => IsValidAt(now) && Allowed.Contains(ManagingPermission(TenantNumber), StringComparer.Ordinal);

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    public Result Rename(string name, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return ApiKeyErrors.Revoked;
        }
        Name = FoldedText.Nfc(name);
        Changed(now);
        return Result.Done;
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

    private static IEnumerable<string> Union(Role? role, IReadOnlyList<string> permissions) =>
        role is { } bundle ? permissions.Union(Roles.PermissionsOf(bundle), StringComparer.Ordinal) : permissions;
}
