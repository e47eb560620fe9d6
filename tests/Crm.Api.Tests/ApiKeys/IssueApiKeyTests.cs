namespace Crm.Api.Tests.ApiKeys;

public sealed class IssueApiKeyTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Shows_the_secret_once()
    {
        var tenant = await Host.NewTenant();
        var made = await tenant.Administrator.Post("/v1/api-keys", new { name = "فروشگاه", role = "reader", permissions = new[] { "customers:write" } });
        var secret = made.Is(201).Text("secret");
        Assert.Equal("/v1/api-keys/" + made.Id, made.Headers["Location"]);
        Assert.StartsWith(made.Text("prefix"), secret, StringComparison.Ordinal);
        (await Host.ClientWith(secret).Get("/v1/customers")).Is(200);
        (await Host.ClientWith(secret).Get("/v1/audit")).IsProblem(403, "permission_missing");
        var read = (await tenant.Administrator.Get("/v1/api-keys/" + made.Id)).Is(200);
        Assert.Null(read.Find("secret"));
        foreach (var answer in (Answer[])[read, (await tenant.Administrator.Get("/v1/api-keys")).Is(200)])
        {
            Assert.DoesNotContain(secret[15..], answer.Raw, StringComparison.Ordinal);
            Assert.DoesNotContain("hash", answer.Raw, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Tells_the_same_secret_to_the_same_request()
    {
        var tenant = await Host.NewTenant();
        var first = await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "agent" }, ("Idempotency-Key", "k"));
        var again = await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "agent" }, ("Idempotency-Key", "k"));
        Assert.Equal("true", again.Is(201).Headers["Idempotency-Replayed"]);
        Assert.Equal(first.Text("secret"), again.Text("secret"));
        Assert.Equal(2, (await tenant.Administrator.Get("/v1/api-keys")).Rows.Count);
    }

    [Fact]
    public async Task Gives_no_more_than_the_maker_has()
    {
        var tenant = await Host.NewTenant();
        var maker = Host.ClientWith((await tenant.Administrator.Post("/v1/api-keys", new { name = "Maker", permissions = new[] { "api-keys:write", "customers:read" } })).Text("secret"));
        (await maker.Post("/v1/api-keys", new { name = "Same", permissions = new[] { "customers:read" } })).Is(201);
        var refused = await maker.Post("/v1/api-keys", new { name = "More", permissions = new[] { "customers:read", "staff:write", "audit:read" } });
        Assert.Equal("Lacking: audit:read, staff:write.", refused.IsProblem(403, "apikey.more_than_own").Text("detail"));
        (await maker.Post("/v1/api-keys", new { name = "More", role = "administrator" })).IsProblem(403, "apikey.more_than_own");
        (await maker.Get("/v1/api-keys")).IsProblem(403, "permission_missing");
    }

    [Fact]
    public async Task Refuses_what_is_no_key()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Post("/v1/api-keys", new { role = "agent" })).IsInvalid("/name", "required");
        (await tenant.Administrator.Post("/v1/api-keys", new { name = "A" })).IsInvalid("/permissions", "required");
        (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", permissions = Array.Empty<string>() })).IsInvalid("/permissions", "required");
        (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", permissions = new[] { "customers:read", "customers:fly" } })).IsInvalid("/permissions/1", "permission_unknown");
        (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", permissions = new[] { "tenants:provision" } })).IsInvalid("/permissions/0", "permission_unknown");
        (await tenant.Administrator.Post("/v1/api-keys", """{"name":"A","permissions":[null]}""")).Is(422);
        (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "king" })).Is(422);
        (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "agent", expiresAt = "2020-01-01T00:00:00Z" })).IsInvalid("/expiresAt", "expiry_past");
    }

    [Fact]
    public async Task Acts_only_as_active_staff_of_the_tenant()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var gone = (await tenant.Administrator.Post("/v1/staff", new { name = "Gone", active = false })).Is(201).Id;
        var theirs = (await other.Administrator.Post("/v1/staff", new { name = "Theirs" })).Is(201).Id;
        foreach (var staffId in (string[])[gone, theirs])
        {
            (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "agent", staffId })).IsInvalid("/staffId", "staff_unknown");
        }
    }

    [Fact]
    public async Task Is_seen_by_no_other_tenant()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var theirs = (await other.Administrator.Post("/v1/api-keys", new { name = "Theirs", role = "reader" })).Is(201);
        (await tenant.Administrator.Get("/v1/api-keys/" + theirs.Id)).IsProblem(404, "apikey.not_found");
        (await tenant.Administrator.Patch("/v1/api-keys/" + theirs.Id, new { name = "Mine" }, "*")).IsProblem(404, "apikey.not_found");
        (await tenant.Administrator.Delete("/v1/api-keys/" + theirs.Id, "*")).IsProblem(404, "apikey.not_found");
        (await Host.Platform.Get("/v1/platform/api-keys/" + theirs.Id)).IsProblem(404, "apikey.not_found");
        Assert.Single((await tenant.Administrator.Get("/v1/api-keys")).Rows);
        (await Host.ClientWith(theirs.Text("secret")).Get("/v1/me")).Is(200);
    }

    [Fact]
    public async Task Is_renamed_but_not_changed()
    {
        var tenant = await Host.NewTenant();
        var made = (await tenant.Administrator.Post("/v1/api-keys", new { name = "A", role = "reader" })).Is(201);
        var renamed = await tenant.Administrator.Patch("/v1/api-keys/" + made.Id, new { name = "B" }, made.ETag);
        Assert.Equal("B", renamed.Is(200).Text("name"));
        Assert.Equal("\"2\"", renamed.ETag);
        (await tenant.Administrator.Patch("/v1/api-keys/" + made.Id, new { name = "C" }, made.ETag)).IsProblem(412, "stale_version");
        (await tenant.Administrator.Patch("/v1/api-keys/" + made.Id, new { role = "administrator" }, renamed.ETag)).IsInvalid("/role", "member_unknown");
    }
}
