using Crm.Application.Tenants;

namespace Crm.Api.Tests.Tenants;

public sealed class ReviseTenantTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Changes_the_given_members_and_leaves_the_others()
    {
        var tenant = await Host.NewTenant("fa-IR");
        var before = await tenant.Read();
        var after = await Host.Platform.Patch(
            tenant.Address(), new { name = "نام تازه", settings = new { currency = "EUR" }, limits = new { requestsPerMinute = 90 } }, before.ETag);
        Assert.Equal("نام تازه", after.Is(200).Text("name"));
        Assert.Equal("EUR", after.Text("settings.currency"));
        Assert.Equal(before.Find("settings.workingDays")!.ToJsonString(), after.Find("settings.workingDays")!.ToJsonString());
        Assert.Equal(90, after.Find("limits.requestsPerMinute")!.GetValue<int>());
        Assert.Equal(30_000, after.Find("limits.requestsPerMinutePerCredential")!.GetValue<int>());
        Assert.Equal("\"2\"", after.ETag);
        Assert.Equal(after.Raw, (await tenant.Read()).Raw);
    }

    [Fact]
    public async Task Takes_the_example_of_the_document()
    {
        var tenant = await Host.NewTenant();
        (await Host.Platform.Patch(tenant.Address(), System.Text.Json.JsonSerializer.Serialize(TenantBody.Example, Crm.Application.CrmJson.Wire), "\"1\"")).Is(200);
    }

    [Fact]
    public async Task Limits_are_obeyed_at_once()
    {
        var tenant = await Host.NewTenant();
        (await Host.Platform.Patch(tenant.Address(), new { limits = new { requestsPerMinute = 60 } }, "\"1\"")).Is(200);
        Assert.Contains("q=60;", (await tenant.Administrator.Get("/v1/settings")).Is(200).Headers["RateLimit-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_what_is_stale_unconditional_unknown_or_not_acceptable()
    {
        var tenant = await Host.NewTenant();
        (await Host.Platform.Patch(tenant.Address(), new { name = "A" }, "\"9\"")).IsProblem(412, "stale_version");
        (await Host.Platform.Patch(tenant.Address(), new { name = "A" }, null)).IsProblem(428, "if_match_required");
        (await Host.Platform.Patch(tenant.Address(), new { slug = "other" }, "*")).IsInvalid("/slug", "member_unknown");
        (await Host.Platform.Patch(tenant.Address(), new { name = (string?)null }, "*")).IsInvalid("/name", "required");
        (await Host.Platform.Patch(tenant.Address(), new { limits = new { requestsPerMinute = 1 } }, "*")).IsInvalid("/limits/requestsPerMinute", "out_of_range");
        (await Host.Platform.Patch(tenant.Address(), new { settings = new { workingDays = Array.Empty<string>() } }, "*"))
            .IsInvalid("/settings/workingDays", "working_days_invalid");
        (await Host.Platform.Patch("/v1/platform/tenants/tenant_01j00000000000000000000000", new { name = "A" }, "*")).IsProblem(404, "tenant.not_found");
        (await Host.Platform.Get("/v1/platform/tenants/customer_01j00000000000000000000000")).IsInvalid("/id", "id_invalid");
    }
}
