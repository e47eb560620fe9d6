using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain;
using Crm.Domain.Tenants;
using Crm.Infrastructure;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Crm.Api;

/// <summary>
/// Tokens of the configured OIDC authorities. The authority says who it is, which tenant they work for and what they may do there; nothing of the
/// platform is ever given by a token. What was validated is remembered for a minute at most, by the hash of the token.
/// </summary>
internal sealed class TokenAuthentication(Settings settings, Credentials credentials, PeopleOfTokens people, TimeProvider clock, IHostEnvironment environment, ILogger<TokenAuthentication> log)
{
    public const int CredentialIdMaxLength = 300;
    private const int NameMaxLength = 200;
    private const int TokenMaxLength = 16 * 1024;
    private const int MostKept = 20_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Validated> validated = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<TokenAuthority> authorities = [.. settings.Authorities.Select(a => new TokenAuthority(a, clock, environment.IsDevelopment(), log))];

    public async ValueTask<Result<Credential>> Find(string token, CancellationToken ct)
    {
        if (authorities.Count == 0 || token.Length > TokenMaxLength)
        {
            return HttpErrors.Unauthenticated;
        }
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (!validated.TryGetValue(hash, out var known) || known.Until <= clock.GetUtcNow())
        {
            if ((await Validate(token, ct)).Failed(out var error, out known))
            {
                return error;
            }
            if (validated.Count >= MostKept)
            {
                validated.Clear();
            }
            validated[hash] = known;
        }
        // The tenant is asked for every time, so that a suspension takes effect as fast as with a key.
        return await credentials.FindTenant(known.Tenant, ct) is { } tenant
            ? new Credential(tenant, known.Id, known.Name, known.Staff, known.Permissions, known.Customer)
            : HttpErrors.Unauthenticated;
    }

    private async Task<Result<Validated>> Validate(string token, CancellationToken ct)
    {
        if (await Verify(token, ct) is not var (jwt, authority))
        {
            return HttpErrors.Unauthenticated;
        }
        var named = TokenAuthority.Values(jwt, authority.Settings.TenantClaim).ToList();
        if (jwt.Subject is not { Length: > 0 } subject || named is not [{ Length: > 0 and <= 100 } tenantName] || Id(authority, subject) is not { } id
            || await credentials.FindTenant(tenantName, ct) is not { Status: not TenantStatus.Closed } tenant || !authority.SpeaksFor(tenant))
        {
            log.LogInformation("A token of {Issuer} was refused: subject or tenant is missing, unknown or not allowed", authority.Settings.Issuer);
            return HttpErrors.Unauthenticated;
        }
        var customerNamed = TokenAuthority.Values(jwt, authority.Settings.CustomerClaim).ToList();
        if (customerNamed.Count > 0)
        {
            return customerNamed is [{ Length: > 0 and <= ExternalIds.MaxLength } own] && await people.FindCustomer(tenant, own, ct) is { } customer
                ? new Validated(tenantName, id, Name(jwt, subject), null, customer, Roles.PermissionsOf(Role.Portal), Until(jwt))
                : HttpErrors.CustomerOfTokenUnknown.Because($"The claim {authority.Settings.CustomerClaim} names nobody who is in use.");
        }
        StaffId? member = null;
        var staffNamed = TokenAuthority.Values(jwt, authority.Settings.StaffClaim).ToList();
        if (staffNamed.Count > 0)
        {
            member = staffNamed is [{ Length: > 0 and <= ExternalIds.MaxLength } one] ? await people.FindStaff(tenant, one, ct) : null;
            if (member is null)
            {
                return HttpErrors.StaffOfTokenUnknown.Because($"The claim {authority.Settings.StaffClaim} names nobody who is active.");
            }
        }
        return new Validated(tenantName, id, Name(jwt, subject), member, null, authority.Allowed(jwt), Until(jwt));
    }

    private DateTimeOffset Until(JsonWebToken jwt)
    {
        var until = clock.GetUtcNow() + Kept;
        var expires = new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero);
        return expires < until ? expires : until;
    }

    private async Task<(JsonWebToken, TokenAuthority)?> Verify(string token, CancellationToken ct)
    {
        if (TokenAuthority.Read(token) is not { } jwt)
        {
            return null;
        }
        foreach (var authority in authorities)
        {
            if (authority.Settings.Issuer == jwt.Issuer && await authority.Verify(jwt, ct))
            {
                return (jwt, authority);
            }
        }
        return null;
    }

    private static string? Id(TokenAuthority authority, string subject) =>
        $"{authority.Settings.Issuer}#{subject}" is { Length: <= CredentialIdMaxLength } id ? id : null;

    private static string Name(JsonWebToken jwt, string subject)
    {
        var name = TokenAuthority.Values(jwt, "name").Concat(TokenAuthority.Values(jwt, "preferred_username")).FirstOrDefault(n => n.Trim().Length > 0) ?? subject;
        return FoldedText.Nfc(name.Length <= NameMaxLength ? name : name[..NameMaxLength]);
    }

    /// <summary>What a token said, once it was believed.</summary>
    private sealed record Validated(string Tenant, string Id, string Name, StaffId? Staff, CustomerId? Customer, FrozenSet<string> Permissions, DateTimeOffset Until);
}
