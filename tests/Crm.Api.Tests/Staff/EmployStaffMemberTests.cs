using System.Text.Json.Nodes;
using Crm.Application;
using Crm.Application.Staff;

namespace Crm.Api.Tests.Staff;

public sealed class EmployStaffMemberTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Answers_the_member_with_location_and_etag()
    {
        var tenant = await Host.NewTenant();
        var made = await tenant.Administrator.Post("/v1/staff", new { name = "  سارا کریمی ", preferredName = "سارا", languages = new[] { "fa-IR" }, externalId = "E-1" });
        Assert.Equal("/v1/staff/" + made.Is(201).Id, made.Headers["Location"]);
        Assert.Equal("\"1\"", made.ETag);
        Assert.Equal("سارا کریمی", made.Text("name"));
        Assert.True(made.Find("active")!.GetValue<bool>());
        Assert.Equal(made.Raw, (await tenant.Administrator.Get("/v1/staff/" + made.Id)).Is(200).Raw);
        Assert.Equal("""{"name":"سارا کریمی"}""", (await tenant.Administrator.Get($"/v1/staff/{made.Id}?fields=name")).Is(200).Raw);
        (await tenant.Administrator.Get("/v1/staff/" + made.Id, ("If-None-Match", "\"1\""))).Is(304);
    }

    [Fact]
    public async Task Accepts_the_example()
    {
        var tenant = await Host.NewTenant();
        var example = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(EmployStaffMember.Example, CrmJson.Wire))!;
        (await tenant.Administrator.Post("/v1/staff", example.ToJsonString())).Is(201);
    }

    [Fact]
    public async Task Refuses_what_is_no_member_of_staff()
    {
        var tenant = await Host.NewTenant();
        (await tenant.Administrator.Post("/v1/staff", new { })).IsInvalid("/name", "required");
        (await tenant.Administrator.Post("/v1/staff", new { name = " " })).IsInvalid("/name", "required");
        (await tenant.Administrator.Post("/v1/staff", new { name = new string('x', 201) })).IsInvalid("/name", "too_long");
        (await tenant.Administrator.Post("/v1/staff", new { name = "A", languages = new[] { "en", "not a tag" } })).IsInvalid("/languages/1", "language_invalid");
        (await tenant.Administrator.Post("/v1/staff", new { name = "A", boss = true })).IsInvalid("/boss", "member_unknown");
        (await tenant.Administrator.Post("/v1/staff", new { name = "A", managerId = "staff_01j00000000000000000000000" })).IsInvalid("/managerId", "manager_unknown");
    }

    [Fact]
    public async Task Takes_no_manager_of_another_tenant()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var theirs = (await other.Administrator.Post("/v1/staff", new { name = "Theirs" })).Is(201).Id;
        (await tenant.Administrator.Post("/v1/staff", new { name = "A", managerId = theirs })).IsInvalid("/managerId", "manager_unknown");
        (await tenant.Administrator.Get("/v1/staff/" + theirs)).IsProblem(404, "staff.not_found");
    }

    [Fact]
    public async Task Names_the_member_that_has_the_external_id_already()
    {
        var tenant = await Host.NewTenant();
        var first = (await tenant.Administrator.Post("/v1/staff", new { name = "A", externalId = "E-7" })).Is(201).Id;
        var second = await tenant.Administrator.Post("/v1/staff", new { name = "B", externalId = "E-7" });
        Assert.Equal(first, second.IsProblem(409, "external_id_taken").Text("conflictingId"));
    }

    [Fact]
    public async Task Employs_once_for_one_idempotency_key()
    {
        var tenant = await Host.NewTenant();
        var first = await tenant.Administrator.Post("/v1/staff", new { name = "A" }, ("Idempotency-Key", "k1"));
        var again = await tenant.Administrator.Post("/v1/staff", new { name = "A" }, ("Idempotency-Key", "k1"));
        Assert.Equal(first.Is(201).Id, again.Is(201).Id);
        Assert.Equal("true", again.Headers["Idempotency-Replayed"]);
        (await tenant.Administrator.Post("/v1/staff", new { name = "B" }, ("Idempotency-Key", "k1"))).IsProblem(422, "idempotency_key_reused");
    }
}
