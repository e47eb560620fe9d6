namespace Crm.Api.Tests.Staff;

public sealed class ReviseStaffMemberTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Changes_what_is_given_and_leaves_the_rest()
    {
        var tenant = await Host.NewTenant();
        var made = (await tenant.Administrator.Post("/v1/staff", new { name = "Sara", preferredName = "S", languages = new[] { "fa" } })).Is(201);
        var left = await tenant.Administrator.Patch("/v1/staff/" + made.Id, new { preferredName = (string?)null, active = false }, made.ETag);
        Assert.Equal("\"2\"", left.Is(200).ETag);
        Assert.Null(left.Find("preferredName"));
        Assert.False(left.Find("active")!.GetValue<bool>());
        Assert.Equal("fa", left.Text("languages.0"));
    }

    [Fact]
    public async Task Demands_the_present_version()
    {
        var tenant = await Host.NewTenant();
        var made = (await tenant.Administrator.Post("/v1/staff", new { name = "Sara" })).Is(201);
        (await tenant.Administrator.Patch("/v1/staff/" + made.Id, new { name = "X" }, null)).IsProblem(428, "if_match_required");
        (await tenant.Administrator.Patch("/v1/staff/" + made.Id, new { name = "X" }, "\"7\"")).IsProblem(412, "stale_version");
        (await tenant.Administrator.Patch("/v1/staff/" + made.Id, new { name = (string?)null }, made.ETag)).IsInvalid("/name", "required");
        (await tenant.Administrator.Delete("/v1/staff/" + made.Id, made.ETag)).IsProblem(405, "method_not_allowed");
    }

    [Fact]
    public async Task Refuses_lines_that_close_in_a_circle()
    {
        var tenant = await Host.NewTenant();
        var top = (await tenant.Administrator.Post("/v1/staff", new { name = "Top" })).Is(201);
        var middle = (await tenant.Administrator.Post("/v1/staff", new { name = "Middle", managerId = top.Id })).Is(201);
        var below = (await tenant.Administrator.Post("/v1/staff", new { name = "Below", managerId = middle.Id })).Is(201);
        foreach (var manager in (string[])[top.Id, middle.Id, below.Id])
        {
            (await tenant.Administrator.Patch("/v1/staff/" + top.Id, new { managerId = manager }, top.ETag)).IsProblem(409, "staff.circular_reporting");
        }
        (await tenant.Administrator.Patch("/v1/staff/" + below.Id, new { managerId = top.Id }, below.ETag)).Is(200);
        (await tenant.Administrator.Patch("/v1/staff/" + top.Id, new { managerId = "staff_01j00000000000000000000000" }, top.ETag)).IsInvalid("/managerId", "manager_unknown");
    }

    [Fact]
    public async Task Says_so_in_persian()
    {
        var tenant = await Host.NewTenant();
        var made = (await tenant.Administrator.Post("/v1/staff", new { name = "Sara" })).Is(201);
        var refused = await tenant.Administrator.Patch("/v1/staff/" + made.Id, new { managerId = made.Id }, made.ETag, ("Accept-Language", "fa"));
        Assert.StartsWith("این مدیر", refused.IsProblem(409, "staff.circular_reporting").Text("title"), StringComparison.Ordinal);
    }
}
