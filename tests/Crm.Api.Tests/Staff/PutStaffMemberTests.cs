namespace Crm.Api.Tests.Staff;

public sealed class PutStaffMemberTests(CrmHost host) : ApiTest(host)
{
    private const string Address = "/v1/staff/by-external-id/";

    [Fact]
    public async Task Makes_who_is_unknown_and_replaces_who_is_known()
    {
        var tenant = await Host.NewTenant();
        var made = (await tenant.Administrator.Put(Address + "E-1", new { name = "Sara", preferredName = "S" })).Is(201);
        Assert.Equal("/v1/staff/" + made.Id, made.Headers["Location"]);
        Assert.Equal("E-1", made.Text("externalId"));
        var replaced = (await tenant.Administrator.Put(Address + "E-1", new { name = "Sara K.", externalId = "E-1" }, made.ETag)).Is(200);
        Assert.Equal(made.Id, replaced.Id);
        Assert.Equal("\"2\"", replaced.ETag);
        Assert.Null(replaced.Find("preferredName"));
        (await tenant.Administrator.Put(Address + "E-1", new { name = "Whoever" }, "*")).Is(200);
    }

    [Fact]
    public async Task Never_overwrites_unseen()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Put(Address + "E-1", new { name = "Sara" })).Is(201);
        Assert.Equal("\"1\"", (await tenant.Administrator.Put(Address + "E-1", new { name = "Other" })).IsProblem(428, "if_match_required").ETag);
        Assert.Equal("\"1\"", (await tenant.Administrator.Put(Address + "E-1", new { name = "Other" }, "\"9\"")).IsProblem(412, "stale_version").ETag);
        (await tenant.Administrator.Put(Address + "E-2", new { name = "Other" }, "*")).IsProblem(412, "stale_version");
        Assert.Single((await tenant.Administrator.Get("/v1/staff")).Rows);
    }

    [Fact]
    public async Task Takes_keys_of_any_script_and_of_this_tenant_only()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var key = Uri.EscapeDataString("کارمند ۱/۲");
        (await tenant.Administrator.Put(Address + "E-1", new { name = "A" })).Is(201);
        (await other.Administrator.Put(Address + "E-1", new { name = "B" })).Is(201);
        (await tenant.Administrator.Put(Address + "e-1", new { name = "Another case, another key" })).Is(201);
        (await tenant.Administrator.Put(Address + Uri.EscapeDataString("کارمند ۱"), new { name = "C" })).Is(201);
        Assert.Single((await tenant.Administrator.Get("/v1/staff?externalId=" + Uri.EscapeDataString("کارمند ۱"))).Rows);
        Assert.Equal("کارمند ۱/۲", (await tenant.Administrator.Put(Address + key, new { name = "D" })).Is(201).Text("externalId"));
    }

    [Fact]
    public async Task Refuses_bad_input()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Put(Address + "E-1", new { name = "A", externalId = "E-2" })).IsInvalid("/externalId", "external_id_mismatch");
        (await tenant.Administrator.Put(Address + "E-1", new { name = "" })).IsInvalid("/name", "required");
        (await tenant.Administrator.Put(Address + new string('x', 101), new { name = "A" })).IsInvalid("/externalId", "too_long");
        (await tenant.Administrator.Put(Address + "E-1", new { name = "A", managerId = "staff_01j00000000000000000000000" })).IsInvalid("/managerId", "manager_unknown");
    }

    [Fact]
    public async Task Makes_one_of_two_at_once()
    {
        var tenant = await Host.NewTenant();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => tenant.Administrator.Put(Address + "E-1", new { name = "N" + i })));
        Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers, a => Assert.Contains(a.Status, (int[])[201, 409, 428]));
    }
}
