namespace Crm.Api.Tests.ApiKeys;

public sealed class RevokeApiKeyTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Is_obeyed_at_once_and_repeatable()
    {
        var tenant = await Host.NewTenant();
        var made = (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "reader" })).Is(201);
        var client = Host.ClientWith(made.Text("secret"));
        (await client.Get("/v1/me")).Is(200);
        (await tenant.Administrator.Delete("/v1/api-keys/" + made.Id)).IsProblem(428, "if_match_required");
        (await tenant.Administrator.Delete("/v1/api-keys/" + made.Id, "\"5\"")).IsProblem(412, "stale_version");
        (await tenant.Administrator.Delete("/v1/api-keys/" + made.Id, made.ETag)).Is(204);
        (await client.Get("/v1/me")).IsProblem(401, "unauthenticated");
        (await tenant.Administrator.Delete("/v1/api-keys/" + made.Id, made.ETag)).Is(204);
        var read = (await tenant.Administrator.Get("/v1/api-keys/" + made.Id)).Is(200);
        Assert.NotNull(read.Find("revokedAt"));
        (await tenant.Administrator.Patch("/v1/api-keys/" + made.Id, new { name = "B" }, read.ETag)).IsProblem(409, "apikey.revoked");
        Assert.Single((await tenant.Administrator.Get("/v1/api-keys?revoked=true")).Rows);
        Assert.Single((await tenant.Administrator.Get("/v1/api-keys?revoked=false")).Rows);
    }

    [Fact]
    public async Task Keeps_the_last_key_that_may_manage_keys()
    {
        var tenant = await Host.NewTenant();
        var first = (await tenant.Administrator.Get("/v1/me")).Text("credential.id");
        await tenant.Administrator.Post("/v1/api-keys", new { name = "Supervisor", role = "supervisor" });
        (await tenant.Administrator.Delete("/v1/api-keys/" + first, "*")).IsProblem(409, "apikey.last_administrator");
        var second = Host.ClientWith((await tenant.Administrator.Post("/v1/api-keys", new { name = "B", permissions = new[] { "api-keys:write" } })).Is(201).Text("secret"));
        (await tenant.Administrator.Delete("/v1/api-keys/" + first, "*")).Is(204);
        (await tenant.Administrator.Get("/v1/me")).IsProblem(401, "unauthenticated");
        (await second.Post("/v1/api-keys", new { name = "C", permissions = new[] { "api-keys:write" } })).Is(201);
    }

    [Fact]
    public async Task Expiry_ends_a_key_too()
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "Needs a clock, and so a host, of its own.");
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var expiresAt = own.Clock.GetUtcNow().AddMinutes(5).ToString("o");
        var client = own.ClientWith((await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "reader", expiresAt })).Is(201).Text("secret"));
        (await client.Get("/v1/me")).Is(200);
        own.Clock.Advance(TimeSpan.FromMinutes(5));
        (await client.Get("/v1/me")).IsProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Serves_the_platforms_keys_as_well()
    {
        var made = (await Host.Platform.Post("/v1/platform/api-keys", new { name = "Billing", permissions = new[] { "tenants:read" } })).Is(201);
        var client = Host.ClientWith(made.Text("secret"));
        Assert.Null((await client.Get("/v1/me")).Is(200).Find("tenant"));
        (await client.Post("/v1/platform/api-keys", new { name = "X", permissions = new[] { "tenants:read" } })).IsProblem(403, "permission_missing");
        (await Host.Platform.Post("/v1/platform/api-keys", new { name = "X", permissions = new[] { "customers:read" } })).IsInvalid("/permissions/0", "permission_unknown");
        (await Host.Platform.Patch("/v1/platform/api-keys/" + made.Id, new { name = "Y" }, made.ETag)).Is(200);
        (await Host.Platform.Delete("/v1/platform/api-keys/" + made.Id, "*")).Is(204);
        (await client.Get("/v1/me")).IsProblem(401, "unauthenticated");
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Get("/v1/platform/api-keys")).IsProblem(403, "permission_missing");
        (await Host.Platform.Get("/v1/api-keys")).IsProblem(403, "tenant_required");
    }
}
