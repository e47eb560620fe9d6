namespace Crm.Api.Tests.Audit;

public sealed class ListAuditTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Tells_newest_first_what_was_done_in_both_databases()
    {
        var tenant = await Host.NewTenant();
        var sara = (await tenant.Administrator.Post("/v1/staff", new { name = "Sara" })).Is(201);
        var key = (await tenant.Administrator.Post("/v1/api-keys", new { name = "K", role = "agent", staffId = sara.Id })).Is(201);
        await tenant.Administrator.Patch("/v1/staff/" + sara.Id, new { name = "Sara K." }, sara.ETag);
        var rows = (await tenant.Administrator.Get("/v1/audit")).Is(200).Rows;
        Assert.Equal(
            ["reviseStaffMember", "issueApiKey", "employStaffMember"],
            rows.Take(3).Select(r => r!["action"]!.GetValue<string>()));
        Assert.Equal("Sara", rows[0]!["before"]!["name"]!.GetValue<string>());
        Assert.Equal("Sara K.", rows[0]!["after"]!["name"]!.GetValue<string>());
        Assert.Null(rows[1]!["before"]);
        Assert.Equal(key.Id, rows[1]!["resourceId"]!.GetValue<string>());
        Assert.All(rows, r => Assert.Equal(tenant.Id, r!["tenantId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Filters_and_pages()
    {
        var tenant = await Host.NewTenant();
        var sara = (await tenant.Administrator.Post("/v1/staff", new { name = "Sara" })).Is(201);
        var me = (await tenant.Administrator.Get("/v1/me")).Text("credential.id");
        var key = (await tenant.Administrator.Post("/v1/api-keys", new { name = "K", role = "supervisor", staffId = sara.Id })).Is(201);
        var acting = Host.ClientWith(key.Text("secret"));
        var other = (await acting.Post("/v1/staff", new { name = "Other" })).Is(201);
        Assert.Equal(["employStaffMember"], await Actions(tenant, "?staffId=" + sara.Id));
        Assert.Equal(["employStaffMember"], await Actions(tenant, "?credentialId=" + key.Id));
        Assert.Equal(["issueApiKey", "employStaffMember"], await Actions(tenant, "?credentialId=" + me));
        Assert.Equal(["employStaffMember"], await Actions(tenant, "?resourceId=" + other.Id));
        Assert.Equal(["employStaffMember", "employStaffMember"], await Actions(tenant, "?resourceType=staff"));
        Assert.Equal(["issueApiKey"], await Actions(tenant, "?action=issueApiKey"));
        Assert.Empty(await Actions(tenant, "?to=2020-01-01T00:00:00Z"));
        Assert.Equal(["employStaffMember"], await Actions(tenant, "?from=" + other.Text("createdAt")));
        var all = await Actions(tenant, "");
        var paged = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = (await tenant.Administrator.Get("/v1/audit?limit=1" + (next == "" ? "" : "&cursor=" + next))).Is(200);
            paged.AddRange(page.Rows.Select(r => r!["action"]!.GetValue<string>()));
            next = page.Find("next")?.GetValue<string>();
        }
        Assert.Equal(all, paged);
        (await tenant.Administrator.Get("/v1/audit?cursor=abc")).IsInvalid("/cursor", "cursor_invalid");
        (await tenant.Administrator.Get("/v1/audit?limit=0")).IsInvalid("/limit", "limit_out_of_range");
        (await tenant.Administrator.Get("/v1/audit?sort=at")).IsInvalid("/sort", "parameter_unknown");
    }

    [Fact]
    public async Task Never_shows_a_secret_or_its_hash()
    {
        var tenant = await Host.NewTenant();
        var key = (await tenant.Administrator.Post("/v1/api-keys", new { name = "K", role = "agent" })).Is(201);
        var secret = key.Text("secret");
        await tenant.Administrator.Delete("/v1/api-keys/" + key.Id, key.ETag);
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret));
        foreach (var answer in (Answer[])[(await tenant.Administrator.Get("/v1/audit")).Is(200), (await Host.Platform.Get($"/v1/platform/audit?tenantId={tenant.Id}")).Is(200)])
        {
            Assert.Contains(key.Id, answer.Raw, StringComparison.Ordinal);
            Assert.Contains("\"secretHash\":\"***\"", answer.Raw, StringComparison.Ordinal);
            Assert.DoesNotContain(secret[15..], answer.Raw, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(hash), answer.Raw, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(hash), answer.Raw, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Shows_a_tenant_nothing_of_another()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var theirs = (await other.Administrator.Post("/v1/staff", new { name = "Theirs" })).Is(201);
        Assert.Empty(await Actions(tenant, "?resourceId=" + theirs.Id));
        Assert.Empty(await Actions(tenant, "?resourceId=" + other.Id));
        (await tenant.Administrator.Get("/v1/platform/audit")).IsProblem(403, "permission_missing");
        (await Host.Platform.Get("/v1/audit")).IsProblem(403, "tenant_required");
        var row = (await Host.Platform.Get($"/v1/platform/audit?tenantId={other.Id}&action=provisionTenant&resourceType=tenant")).Is(200).Rows[0];
        Assert.Equal(other.Id, row!["tenantId"]!.GetValue<string>());
    }

    private static async Task<string[]> Actions(TestTenant tenant, string query) =>
        [.. (await tenant.Administrator.Get("/v1/audit" + query)).Is(200).Rows.Select(r => r!["action"]!.GetValue<string>())];
}
