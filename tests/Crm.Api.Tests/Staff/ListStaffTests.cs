namespace Crm.Api.Tests.Staff;

public sealed class ListStaffTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Filters_and_sorts()
    {
        var tenant = await Host.NewTenant();
        var boss = (await tenant.Administrator.Post("/v1/staff", new { name = "یاسمن", languages = new[] { "fa-IR" } })).Is(201);
        await tenant.Administrator.Post("/v1/staff", new { name = "پریسا", managerId = boss.Id, languages = new[] { "en-GB", "fa" }, externalId = "E-2" });
        await tenant.Administrator.Post("/v1/staff", new { name = "تینا", managerId = boss.Id, active = false, languages = new[] { "fan" } });
        Assert.Equal(["پریسا", "تینا", "یاسمن"], await Names(tenant, "?sort=name"));
        Assert.Equal(["یاسمن", "تینا", "پریسا"], await Names(tenant, "?sort=-name"));
        Assert.Equal(["تینا", "پریسا", "یاسمن"], await Names(tenant, ""));
        Assert.Equal(["تینا"], await Names(tenant, "?active=false"));
        Assert.Equal(["پریسا"], await Names(tenant, $"?managerId={boss.Id}&active=true"));
        Assert.Equal(["پریسا", "یاسمن"], await Names(tenant, "?language=FA"));
        Assert.Equal(["یاسمن"], await Names(tenant, "?language=fa-IR"));
        Assert.Equal(["پریسا"], await Names(tenant, "?externalId=E-2"));
        Assert.Empty(await Names(tenant, "?externalId=e-2"));
        (await tenant.Administrator.Get("/v1/staff?language=%25")).IsInvalid("/language", "language_invalid");
        (await tenant.Administrator.Get("/v1/staff?sort=age")).IsInvalid("/sort", "sort_unknown");
        (await tenant.Administrator.Get("/v1/staff?boss=1")).IsInvalid("/boss", "parameter_unknown");
    }

    [Fact]
    public async Task Pages_in_every_order_without_repeating_or_skipping()
    {
        var tenant = await Host.NewTenant();
        for (var i = 0; i < 5; i++)
        {
            (await tenant.Administrator.Post("/v1/staff", new { name = "Same" })).Is(201);
        }
        foreach (var sort in (string[])["name", "-name", "updatedAt", "-updatedAt", "createdAt", "-createdAt"])
        {
            var seen = new List<string>();
            for (string? next = ""; next is not null;)
            {
                var page = (await tenant.Administrator.Get($"/v1/staff?limit=2&sort={sort}" + (next == "" ? "" : "&cursor=" + next))).Is(200);
                seen.AddRange(page.Rows.Select(r => r!["id"]!.GetValue<string>()));
                next = page.Find("next")?.GetValue<string>();
            }
            Assert.Equal(5, seen.Distinct().Count());
            Assert.Equal(5, seen.Count);
        }
    }

    [Fact]
    public async Task Feeds_changes_in_their_order()
    {
        var tenant = await Host.NewTenant();
        var first = (await tenant.Administrator.Post("/v1/staff", new { name = "First" })).Is(201);
        var second = (await tenant.Administrator.Post("/v1/staff", new { name = "Second" })).Is(201);
        await Task.Delay(5);
        await tenant.Administrator.Patch("/v1/staff/" + first.Id, new { active = false }, first.ETag);
        Assert.Equal(["Second", "First"], await Names(tenant, "?updatedSince=" + second.Text("updatedAt")));
    }

    private static async Task<string[]> Names(TestTenant tenant, string query) =>
        [.. (await tenant.Administrator.Get("/v1/staff" + query)).Is(200).Rows.Select(r => r!["name"]!.GetValue<string>())];
}
