using Microsoft.IdentityModel.Tokens;

namespace Crm.Api;

/// <summary>An OIDC authority whose tokens are accepted: <c>Crm__Authorities__0__Issuer</c> and so on.</summary>
internal sealed class AuthoritySettings
{
    /// <summary>The iss of its tokens, exactly.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The aud that its tokens for this API carry.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The claim with the tenant's slug or id.</summary>
    public string TenantClaim { get; set; } = "tenant";

    /// <summary>The claim with the id or external id of the member of staff.</summary>
    public string StaffClaim { get; set; } = "staff";

    /// <summary>The claim with the id or external id of the customer whose own token it is: it reads what is theirs and nothing else.</summary>
    public string CustomerClaim { get; set; } = "customer";

    /// <summary>The claim with names of our roles, as an array or separated by spaces.</summary>
    public string RolesClaim { get; set; } = "roles";

    /// <summary>The claim with permissions, as an array or separated by spaces; scope and permissions where absent.</summary>
    public string? PermissionsClaim { get; set; }

    /// <summary>The slugs or ids of the tenants that it may speak for; all where empty.</summary>
    public IList<string> Tenants { get; set; } = [];

    /// <summary>Where its metadata lie; <c>/.well-known/openid-configuration</c> below the issuer where absent.</summary>
    public string? MetadataAddress { get; set; }

    /// <summary>Keys that are known without asking: those of <c>dotnet user-jwts</c>, in development only.</summary>
    internal IReadOnlyList<SecurityKey> DevelopmentKeys { get; init; } = [];

    internal bool IsForDevelopment => DevelopmentKeys.Count > 0;
    internal string Metadata => MetadataAddress ?? Issuer.TrimEnd('/') + "/.well-known/openid-configuration";
    internal IReadOnlyList<string> PermissionClaims => PermissionsClaim is null ? ["scope", "permissions"] : [PermissionsClaim];

    /// <summary>What is wrong with the authorities, as sentences that name the setting.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<AuthoritySettings> authorities, bool isDevelopment)
    {
        for (var i = 0; i < authorities.Count; i++)
        {
            var (authority, name) = (authorities[i], $"Crm__Authorities__{i}__");
            if (!IsAddress(authority.Issuer, isDevelopment))
            {
                yield return $"{name}Issuer must be an https address (http is accepted in Development only).";
            }
            if (authority.MetadataAddress is { } metadata && !IsAddress(metadata, isDevelopment))
            {
                yield return $"{name}MetadataAddress must be an https address (http is accepted in Development only).";
            }
            if (string.IsNullOrWhiteSpace(authority.Audience))
            {
                yield return $"{name}Audience is empty. Name the aud of the tokens that are meant for this API; others must not be accepted.";
            }
            if (string.IsNullOrWhiteSpace(authority.TenantClaim) || string.IsNullOrWhiteSpace(authority.StaffClaim)
                || string.IsNullOrWhiteSpace(authority.CustomerClaim) || string.IsNullOrWhiteSpace(authority.RolesClaim))
            {
                yield return $"{name}TenantClaim, StaffClaim, CustomerClaim and RolesClaim must not be empty; leave them out for tenant, staff, customer and roles.";
            }
            if (authorities.Take(i).Any(other => other.Issuer == authority.Issuer))
            {
                yield return $"{name}Issuer is given twice. One authority per issuer.";
            }
        }
    }

    private static bool IsAddress(string text, bool isDevelopment) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (isDevelopment && uri.Scheme == Uri.UriSchemeHttp));

    /// <summary>
    /// What <c>dotnet user-jwts</c> wrote: Authentication:Schemes:Bearer with ValidIssuer and ValidAudiences in appsettings.Development.json, and
    /// SigningKeys in the user's secrets. Its keys are symmetric, so it is read in development only.
    /// </summary>
    public static IEnumerable<AuthoritySettings> OfUserJwts(IConfiguration configuration)
    {
        var bearer = configuration.GetSection("Authentication:Schemes:Bearer");
        var audiences = bearer.GetSection("ValidAudiences").Get<string[]>() ?? [];
        foreach (var key in bearer.GetSection("SigningKeys").GetChildren())
        {
            if (key["Value"] is { Length: > 0 } value && key["Issuer"] is { Length: > 0 } issuer)
            {
                foreach (var audience in audiences.Append(bearer["ValidAudience"]).OfType<string>().Distinct(StringComparer.Ordinal))
                {
                    yield return new()
                    {
                        Issuer = issuer, Audience = audience, RolesClaim = "role",
                        DevelopmentKeys = [new SymmetricSecurityKey(Convert.FromBase64String(value)) { KeyId = key["Id"] }],
                    };
                }
            }
        }
    }
}
