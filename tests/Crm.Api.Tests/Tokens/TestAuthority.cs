using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Crm.Api.Tests.Tokens;

/// <summary>An OIDC authority: a real server on a free port with metadata, a key and tokens of every sort.</summary>
public sealed class TestAuthority : IAsyncDisposable
{
    public const string Audience = "crm-api";
    private readonly WebApplication app;
    private readonly RSA rsa = RSA.Create(2048);

    private TestAuthority(WebApplication app) => this.app = app;

    public string Issuer { get; private set; } = "";
    public RsaSecurityKey Key => new(rsa) { KeyId = "key-1" };
    public byte[] PublicKeyPem => System.Text.Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    public static async Task<TestAuthority> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var authority = new TestAuthority(builder.Build());
        authority.app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = authority.Issuer, jwks_uri = authority.Issuer + "/jwks" }));
        authority.app.MapGet("/jwks", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(authority.Key);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = jwk.Kid, n = jwk.N, e = jwk.E } } });
        });
        await authority.app.StartAsync();
        authority.Issuer = authority.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return authority;
    }

    /// <summary>A good token of a tenant, with what a test makes different.</summary>
    public string Token(
        string? tenant, IDictionary<string, object>? claims = null, string? issuer = null, string? audience = null, SigningCredentials? credentials = null,
        DateTimeOffset? notBefore = null, DateTimeOffset? expires = null, bool unsigned = false)
    {
        var now = DateTimeOffset.UtcNow;
        var all = new Dictionary<string, object>(claims ?? new Dictionary<string, object>()) { ["sub"] = "user-1" };
        if (tenant is not null)
        {
            all["tenant"] = tenant;
        }
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience ?? Audience,
            NotBefore = (notBefore ?? now.AddMinutes(-1)).UtcDateTime,
            IssuedAt = now.AddMinutes(-1).UtcDateTime,
            Expires = (expires ?? now.AddMinutes(10)).UtcDateTime,
            Claims = all,
            SigningCredentials = unsigned ? null : credentials ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }
}
