namespace Crm.Api.Tests.Tenants;

public sealed class ListTenantsTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Finds_by_slug_and_status()
    {
        var tenant = await Host.NewTenant();
        Assert.Equal(tenant.Id, Assert.Single((await Host.Platform.Get("/v1/platform/tenants?slug=" + tenant.Slug)).Is(200).Rows)!["id"]!.GetValue<string>());
        (await tenant.Suspend()).Is(200);
        Assert.Single((await Host.Platform.Get($"/v1/platform/tenants?slug={tenant.Slug}&status=suspended,closing")).Is(200).Rows);
        Assert.Empty((await Host.Platform.Get($"/v1/platform/tenants?slug={tenant.Slug}&status=active")).Is(200).Rows);
        (await Host.Platform.Get("/v1/platform/tenants?status=sleeping")).IsInvalid("/status", "value_unknown");
        (await Host.Platform.Get("/v1/platform/tenants?sort=name")).Is(422);
    }

    [Fact]
    public async Task Pages_without_repeating_or_skipping()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await Host.NewTenant();
        }
        var first = (await Host.Platform.Get("/v1/platform/tenants?limit=2&sort=-createdAt")).Is(200);
        var second = (await Host.Platform.Get($"/v1/platform/tenants?limit=2&sort=-createdAt&cursor={first.Text("next")}")).Is(200);
        var ids = first.Rows.Concat(second.Rows).Select(r => r!["id"]!.GetValue<string>()).ToList();
        Assert.Equal(ids.Distinct().OrderDescending(StringComparer.Ordinal), ids);
    }
}
