namespace Crm.Api.Tests.Me;

public sealed class GetMeTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Says_who_is_calling()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var sara = (await tenant.Administrator.Post("/v1/staff", new { name = "سارا کریمی", preferredName = "سارا" })).Is(201).Id;
        var key = (await tenant.Administrator.Post("/v1/api-keys", new { name = "Desk", permissions = new[] { "staff:read", "customers:read" }, staffId = sara })).Is(201);
        var me = (await Host.ClientWith(key.Text("secret")).Get("/v1/me")).Is(200);
        Assert.Equal(key.Id, me.Text("credential.id"));
        Assert.Equal("apiKey", me.Text("credential.kind"));
        Assert.Equal(tenant.Slug, me.Text("tenant.slug"));
        Assert.Equal("fa-IR", me.Text("tenant.locale"));
        Assert.Equal("سارا", me.Text("staff.preferredName"));
        Assert.Equal("""["customers:read","staff:read"]""", me.Find("permissions")!.ToJsonString());
        Assert.Null((await tenant.Administrator.Get("/v1/me")).Is(200).Find("staff"));
    }

    [Fact]
    public async Task Knows_the_platform_and_nobody_else()
    {
        var me = (await Host.Platform.Get("/v1/me")).Is(200);
        Assert.Null(me.Find("tenant"));
        Assert.Equal("""["tenants:provision","tenants:read"]""", me.Find("permissions")!.ToJsonString());
        var nobody = (await Host.Anonymous.Get("/v1/me")).IsProblem(401, "unauthenticated");
        Assert.Equal("Bearer", nobody.Headers["WWW-Authenticate"]);
        var wrong = (await Host.ClientWith("crm_nonsense").Get("/v1/me")).IsProblem(401, "unauthenticated");
        Assert.Contains("invalid_token", wrong.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }
}
