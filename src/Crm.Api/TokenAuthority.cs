using System.Collections.Frozen;
using Crm.Application;
using Crm.Domain;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Crm.Api;

/// <summary>One authority: its keys, fetched and renewed, and what its tokens must be to be believed.</summary>
internal sealed class TokenAuthority
{
    /// <summary>How far the authority's clock may be from ours.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private static readonly string[] Asymmetric =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? metadata;

    public TokenAuthority(AuthoritySettings settings, TimeProvider clock, bool isDevelopment, ILogger log)
    {
        (Settings, this.clock, this.log) = (settings, clock, log);
        if (!settings.IsForDevelopment)
        {
            var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024 };
            metadata = new(settings.Metadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(http) { RequireHttps = !isDevelopment })
            {
                // A key that is unknown makes us ask for new ones, at most this often.
                RefreshInterval = TimeSpan.FromSeconds(30),
            };
        }
    }

    public AuthoritySettings Settings { get; }

    public static JsonWebToken? Read(string token)
    {
        try
        {
            return Handler.CanReadToken(token) ? Handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception odd) when (odd is SecurityTokenException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Every value of a claim, an array's elements one by one.</summary>
    public static IEnumerable<string> Values(JsonWebToken jwt, string claim) => jwt.Claims.Where(c => c.Type == claim).Select(c => c.Value);

    /// <summary>Whether this authority issued the token for us, signed it, and it is valid now.</summary>
    public async Task<bool> Verify(JsonWebToken jwt, CancellationToken ct)
    {
        if (await Keys(ct) is not { } keys)
        {
            return false;
        }
        var outcome = await Handler.ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            ValidIssuer = Settings.Issuer,
            ValidAudience = Settings.Audience,
            IssuerSigningKeys = keys,
            ValidAlgorithms = Settings.IsForDevelopment ? [SecurityAlgorithms.HmacSha256] : Asymmetric,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            RequireAudience = true,
            ValidateIssuerSigningKey = true,
            LifetimeValidator = IsValidNow,
        });
        if (!outcome.IsValid)
        {
            log.LogInformation("A token of {Issuer} was refused: {Reason}", Settings.Issuer, outcome.Exception?.GetType().Name);
            if (keys.All(k => k.KeyId != jwt.Kid))
            {
                metadata?.RequestRefresh();
            }
        }
        return outcome.IsValid;
    }

    public bool SpeaksFor(CallerTenant tenant) =>
        Settings.Tenants.Count == 0 || Settings.Tenants.Contains(tenant.Slug, StringComparer.Ordinal) || Settings.Tenants.Contains(tenant.Id.ToString(), StringComparer.Ordinal);

    /// <summary>The permissions of the named roles and the named permissions: those of a tenant, never the platform's. Names of others are none of ours.</summary>
    public FrozenSet<string> Allowed(JsonWebToken jwt)
    {
        var ofRoles = Words(jwt, Settings.RolesClaim).SelectMany(name =>
            char.IsAsciiLetter(name[0]) && Enum.TryParse<Role>(name, ignoreCase: true, out var role) && Enum.IsDefined(role) ? Roles.PermissionsOf(role) : []);
        return ofRoles.Concat(Settings.PermissionClaims.SelectMany(claim => Words(jwt, claim))).Where(Permission.OfTenant.Contains).ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Words(JsonWebToken jwt, string claim) =>
        Values(jwt, claim).SelectMany(v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private bool IsValidNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && end > now - Skew && (notBefore is not { } start || start <= now + Skew);
    }

    /// <summary>The authority's keys; null where it cannot be asked, or answers as somebody else: then nothing of it is believed.</summary>
    private async Task<IReadOnlyCollection<SecurityKey>?> Keys(CancellationToken ct)
    {
        if (metadata is null)
        {
            return Settings.DevelopmentKeys.ToList();
        }
        try
        {
            var configuration = await metadata.GetConfigurationAsync(ct);
            if (configuration.Issuer == Settings.Issuer)
            {
                return [.. configuration.SigningKeys];
            }
            log.LogError("{Address} tells the issuer {Told}, but {Issuer} is configured; its tokens are refused", Settings.Metadata, configuration.Issuer, Settings.Issuer);
        }
        catch (Exception unreachable) when (unreachable is InvalidOperationException or IOException or HttpRequestException or ArgumentException)
        {
            log.LogError(unreachable, "The metadata of {Issuer} cannot be read; its tokens are refused", Settings.Issuer);
        }
        return null;
    }
}
