using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace Crm.Api.Tests.Tokens;

public sealed class TokenTests(CrmHost host) : ApiTest(host), IAsyncLifetime
{
    private TestAuthority authority = null!;
    private CrmHost own = null!;

    public async ValueTask InitializeAsync()
    {
        authority = await TestAuthority.Start();
        own = CrmHost.With(("Crm:Authorities:0:Issuer", authority.Issuer), ("Crm:Authorities:0:Audience", TestAuthority.Audience));
    }

    public async ValueTask DisposeAsync()
    {
        await own.DisposeAsync();
        await authority.DisposeAsync();
    }

    [Fact]
    public async Task Says_who_is_calling_for_which_tenant_and_what_they_may_do()
    {
        var tenant = await own.NewTenant();
        var sara = (await tenant.Administrator.Post("/v1/staff", new { name = "سارا کریمی", externalId = "E-1" })).Is(201).Id;
        foreach (var (named, staff) in ((string, string)[])[(tenant.Slug, sara), (tenant.Id, "E-1")])
        {
            var token = authority.Token(named, new Dictionary<string, object>
            {
                ["name"] = "Sara", ["staff"] = staff, ["roles"] = new[] { "reader", "unheard-of", "99" }, ["scope"] = "openid customers:write tenants:provision",
            });
            var me = (await own.ClientWith(token).Get("/v1/me")).Is(200);
            Assert.Equal("token", me.Text("credential.kind"));
            Assert.Equal(authority.Issuer + "#user-1", me.Text("credential.id"));
            Assert.Equal("Sara", me.Text("credential.name"));
            Assert.Equal(tenant.Slug, me.Text("tenant.slug"));
            Assert.Equal(sara, me.Text("staff.id"));
            var permissions = me.Find("permissions")!.ToJsonString();
            Assert.Contains("customers:write", permissions, StringComparison.Ordinal);
            Assert.Contains("staff:read", permissions, StringComparison.Ordinal);
            Assert.DoesNotContain("tenants:", permissions, StringComparison.Ordinal);
            (await own.ClientWith(token).Get("/v1/audit")).IsProblem(403, "permission_missing");
            (await own.ClientWith(token).Get("/v1/platform/audit")).IsProblem(403, "permission_missing");
        }
    }

    [Fact]
    [Trait("Requirement", "S5-SELF-1")]
    public async Task A_customers_own_token_reads_what_is_theirs_whatever_else_it_claims()
    {
        var tenant = await own.NewTenant();
        var customer = (await tenant.Administrator.Post("/v1/customers", new { kind = "person", givenName = "Mina", externalId = "C-1" })).Is(201).Id;
        foreach (var named in new[] { customer, "C-1" })
        {
            var token = own.ClientWith(authority.Token(tenant.Slug, new Dictionary<string, object> { ["customer"] = named, ["roles"] = new[] { "administrator" }, ["scope"] = "customers:read" }));
            var me = (await token.Get("/v1/me")).Is(200);
            Assert.Equal((customer, """["portal:read"]"""), (me.Text("customerId"), me.Find("permissions")!.ToJsonString()));
            (await token.Get("/v1/me/memberships")).Is(200);
            (await token.Get("/v1/customers")).IsProblem(403, "permission_missing");
        }
        (await own.ClientWith(authority.Token(tenant.Slug, new Dictionary<string, object> { ["customer"] = "C-2" })).Get("/v1/me")).IsProblem(403, "token_customer_unknown");
    }

    [Fact]
    public async Task Refuses_every_token_that_is_not_good()
    {
        var tenant = await own.NewTenant();
        using var stranger = RSA.Create(2048);
        var now = DateTimeOffset.UtcNow;
        (string What, string Token)[] bad =
        [
            ("issuer", authority.Token(tenant.Slug, issuer: "https://elsewhere.example")),
            ("audience", authority.Token(tenant.Slug, audience: "other-api")),
            ("key", authority.Token(tenant.Slug, credentials: new(new RsaSecurityKey(stranger) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256))),
            ("unknown key", authority.Token(tenant.Slug, credentials: new(new RsaSecurityKey(stranger) { KeyId = "key-2" }, SecurityAlgorithms.RsaSha256))),
            ("none", authority.Token(tenant.Slug, unsigned: true)),
            ("HS256 with the public key", authority.Token(tenant.Slug, credentials: new(new SymmetricSecurityKey(authority.PublicKeyPem) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256))),
            ("expired", authority.Token(tenant.Slug, notBefore: now.AddHours(-2), expires: now.AddMinutes(-2))),
            ("not yet valid", authority.Token(tenant.Slug, notBefore: now.AddMinutes(5))),
            ("no tenant", authority.Token(null)),
            ("unknown tenant", authority.Token("nobody-here")),
            ("empty tenant", authority.Token("")),
            ("two tenants", authority.Token(null, new Dictionary<string, object> { ["tenant"] = new[] { tenant.Slug, "other" } })),
            ("tampered", Tampered(authority.Token(tenant.Slug))),
            ("garbage", "a.b.c"),
            ("long", "eyJ" + new string('x', 20_000)),
        ];
        foreach (var (what, token) in bad)
        {
            var refused = await own.ClientWith(token).Get("/v1/me");
            Assert.True(refused.Status is 401 or 431, $"{what}: {refused.Status} {refused.Raw}");
            Assert.Contains("invalid_token", refused.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        }
        (await own.ClientWith(authority.Token(tenant.Slug)).Get("/v1/me")).Is(200);
    }

    [Fact]
    public async Task Refuses_staff_that_the_tenant_does_not_have_or_that_left()
    {
        var (tenant, other) = (await own.NewTenant(), await own.NewTenant());
        var theirs = (await other.Administrator.Post("/v1/staff", new { name = "Theirs" })).Is(201).Id;
        var gone = (await tenant.Administrator.Post("/v1/staff", new { name = "Gone", active = false })).Is(201).Id;
        foreach (var staff in (string[])[theirs, gone, "E-unknown", ""])
        {
            var token = authority.Token(tenant.Slug, new Dictionary<string, object> { ["staff"] = staff });
            (await own.ClientWith(token).Get("/v1/me")).IsProblem(403, "token_staff_unknown");
        }
    }

    [Fact]
    public async Task Is_believed_until_it_expires_and_not_longer()
    {
        var tenant = await own.NewTenant();
        var client = own.ClientWith(authority.Token(tenant.Slug, expires: DateTimeOffset.UtcNow.AddMinutes(5)));
        (await client.Get("/v1/me")).Is(200);
        (await client.Get("/v1/me")).Is(200);
        own.Clock.Advance(TimeSpan.FromMinutes(6));
        (await client.Get("/v1/me")).IsProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_renewed_token_replays_what_the_one_before_it_did()
    {
        var tenant = await own.NewTenant();
        var roles = new Dictionary<string, object> { ["roles"] = "administrator" };
        var first = await own.ClientWith(authority.Token(tenant.Slug, roles)).Post("/v1/staff", new { name = "A" }, ("Idempotency-Key", "k"));
        var renewed = authority.Token(tenant.Slug, roles, expires: DateTimeOffset.UtcNow.AddMinutes(20));
        var again = await own.ClientWith(renewed).Post("/v1/staff", new { name = "A" }, ("Idempotency-Key", "k"));
        Assert.Equal(first.Is(201).Id, again.Is(201).Id);
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
    }

    [Fact]
    public async Task Speaks_only_for_the_tenants_of_its_authority()
    {
        await using var limited = CrmHost.With(
            ("Crm:Authorities:0:Issuer", authority.Issuer), ("Crm:Authorities:0:Audience", TestAuthority.Audience), ("Crm:Authorities:0:Tenants:0", "only-this"),
            ("Crm:Authorities:0:TenantClaim", "org"), ("Crm:Authorities:0:PermissionsClaim", "grants"));
        var tenant = await limited.NewTenant();
        (await limited.ClientWith(authority.Token(null, new Dictionary<string, object> { ["org"] = tenant.Slug })).Get("/v1/me")).IsProblem(401, "unauthenticated");
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "The slug is taken where the store is not the host's own.");
        (await limited.Platform.Post("/v1/platform/tenants", new { slug = "only-this", name = "Only" })).Is(201);
        var claims = new Dictionary<string, object> { ["org"] = "only-this", ["grants"] = new[] { "staff:read" }, ["scope"] = "customers:read" };
        Assert.Equal("""["staff:read"]""", (await limited.ClientWith(authority.Token(null, claims)).Get("/v1/me")).Is(200).Find("permissions")!.ToJsonString());
    }

    [Fact]
    public async Task An_authority_that_cannot_be_asked_is_not_believed()
    {
        await using var blind = CrmHost.With(
            ("Crm:Authorities:0:Issuer", authority.Issuer), ("Crm:Authorities:0:Audience", TestAuthority.Audience),
            ("Crm:Authorities:0:MetadataAddress", authority.Issuer + "/nowhere"));
        var tenant = await blind.NewTenant();
        (await blind.ClientWith(authority.Token(tenant.Slug)).Get("/v1/me")).IsProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Tokens_of_user_jwts_work_in_development()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        await using var development = CrmHost.With(
            ("Authentication:Schemes:Bearer:ValidAudiences:0", "crm"), ("Authentication:Schemes:Bearer:SigningKeys:0:Id", "k1"),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Issuer", "dotnet-user-jwts"), ("Authentication:Schemes:Bearer:SigningKeys:0:Value", Convert.ToBase64String(key)));
        var tenant = await development.NewTenant();
        var credentials = new SigningCredentials(new SymmetricSecurityKey(key) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256);
        var token = authority.Token(tenant.Slug, new Dictionary<string, object> { ["role"] = "administrator" }, "dotnet-user-jwts", "crm", credentials);
        (await development.ClientWith(token).Get("/v1/audit")).Is(200);
        (await development.ClientWith(authority.Token(tenant.Slug, null, "dotnet-user-jwts", "crm", new(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)), SecurityAlgorithms.HmacSha256))).Get("/v1/me")).Is(401);
    }

    [Fact]
    public void Settings_are_refused_that_would_believe_too_much()
    {
        Assert.Empty(Read(false, "https://login.example", "crm").Authorities.SelectMany(a => a.DevelopmentKeys));
        Assert.Contains("https", Assert.Throws<SettingsException>(() => Read(false, "http://login.example", "crm")).Message, StringComparison.Ordinal);
        Assert.Contains("Audience", Assert.Throws<SettingsException>(() => Read(true, "http://login.example", " ")).Message, StringComparison.Ordinal);
        Assert.Single(Read(false, "https://login.example", "crm").Authorities);
        Assert.Equal(2, Read(true, "https://login.example", "crm").Authorities.Count);
    }

    private static Settings Read(bool isDevelopment, string issuer, string audience) => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Stores:main:ConnectionString"] = "Data Source=none.db",
        ["Crm:Authorities:0:Issuer"] = issuer,
        ["Crm:Authorities:0:Audience"] = audience,
        ["Authentication:Schemes:Bearer:ValidAudiences:0"] = "crm",
        ["Authentication:Schemes:Bearer:SigningKeys:0:Issuer"] = "dotnet-user-jwts",
        ["Authentication:Schemes:Bearer:SigningKeys:0:Value"] = Convert.ToBase64String(new byte[32]),
    }).Build(), isDevelopment);

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("user-1", "user-2", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }
}
