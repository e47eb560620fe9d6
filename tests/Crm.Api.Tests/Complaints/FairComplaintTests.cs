using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Complaints;

/// <summary>Who handles a complaint, and what happens to it beside its way.</summary>
public sealed class FairComplaintTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S3-FAIR-1")]
    public async Task Nobody_handles_a_complaint_about_themselves_or_about_whom_they_report_to()
    {
        var tenant = await Host.NewTenant();
        var admin = tenant.Administrator;
        var (boss, bosss) = await tenant.Employ("Boss", Domain.Role.Supervisor);
        var team = (await admin.Post("/v1/staff", new { name = "Lead", managerId = boss })).Is(201).Id;
        var below = (await admin.Post("/v1/staff", new { name = "Agent", managerId = team })).Is(201).Id;
        var other = (await admin.Post("/v1/staff", new { name = "Other" })).Is(201).Id;
        // The lowest ids are passed over, for their line.
        var filed = await bosss.File(tenant, "web", ("targetStaffId", boss));
        Assert.Equal((other, "person"), (filed.Text("ownerId"), filed.Text("target")));
        foreach (var partial in new[] { boss, team, below })
        {
            (await admin.Step(filed.Id, "owner", new { ownerId = partial })).IsProblem(409, "complaint.conflict_of_interest");
            (await admin.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("targetStaffId", boss), ("ownerId", partial)))).IsProblem(409, "complaint.conflict_of_interest");
        }
        (await bosss.Step(filed.Id, "acknowledgement")).IsProblem(409, "complaint.conflict_of_interest");
        await admin.Lead(filed.Id, "apology", "playback");
        (await bosss.Step(filed.Id, "review", new { subject = "noRemedy", approved = true, reason = "Fine" })).IsProblem(409, "complaint.conflict_of_interest");
        // Upwards there is no line.
        Assert.Equal(boss, (await admin.File(tenant, "web", ("targetStaffId", below), ("ownerId", boss))).Text("ownerId"));
    }

    [Fact]
    [Trait("Requirement", "S3-FAIR-1")]
    public async Task A_complaint_about_whom_everybody_reports_to_is_taken_in_without_an_owner()
    {
        var tenant = await Host.NewTenant();
        var boss = (await tenant.Administrator.Post("/v1/staff", new { name = "Boss" })).Is(201).Id;
        (await tenant.Administrator.Post("/v1/staff", new { name = "Agent", managerId = boss })).Is(201);
        var filed = await tenant.Administrator.File(tenant, "web", ("targetStaffId", boss));
        Assert.Null(filed.Find("ownerId"));
        Assert.Contains("assignOwner", filed.Next());
    }

    [Fact]
    [Trait("Requirement", "S3-FAIR-2")]
    public async Task An_appeal_is_heard_by_somebody_else_and_its_decision_stands_beside_the_first()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (ali, alis)) = (await tenant.Employ("Sara", Domain.Role.Agent), await tenant.Employ("Ali", Domain.Role.Agent));
        var id = (await saras.File(tenant, "web", ("ownerId", sara))).Id;
        (await saras.Step(id, "appeal", new { words = "No!" })).IsProblem(409, "complaint.resolution_comes_first");
        await saras.Lead(id, "apology", "playback");
        (await saras.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        (await saras.Step(id, "appeal", new { words = "No!", ownerId = sara })).IsProblem(409, "complaint.appeal_needs_another");
        var appealed = (await saras.Step(id, "appeal", new { words = "No!" })).Is(200);
        Assert.Equal((ali, sara, true, "assessed"), (appealed.Text("ownerId"), appealed.Text("firstHandlerId"), appealed.Find("inAppeal")!.GetValue<bool>(), appealed.Text("stage")));
        (await saras.Step(id, "owner", new { ownerId = sara })).IsProblem(409, "complaint.appeal_needs_another");
        foreach (var step in new[] { "hearing", "empathy", "apology" })
        {
            (await alis.Step(id, step)).Is(200);
        }
        (await saras.Step(id, "resolution", ComplaintSteps.Resolution())).IsProblem(409, "complaint.appeal_needs_another");
        var decided = (await alis.Step(id, "resolution", ComplaintSteps.Resolution("heardOnly"))).Is(200);
        Assert.Equal((sara, ali), (decided.Text("decisions.0.by"), decided.Text("decisions.1.by")));
        Assert.Equal(("explained", "heardOnly"), (decided.Text("decisions.0.resolution.kind"), decided.Text("decisions.1.resolution.kind")));
        Assert.Equal((false, true), (decided.Find("decisions.0.onAppeal")!.GetValue<bool>(), decided.Find("decisions.1.onAppeal")!.GetValue<bool>()));
        (await saras.Step(id, "appeal", new { words = "Again!" })).IsProblem(409, "complaint.already_appealed");
    }

    [Fact]
    [Trait("Requirement", "S3-FAIR-2")]
    public async Task Without_anybody_else_there_is_no_appeal_yet()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara", Domain.Role.Agent);
        var id = (await saras.File(tenant, "web", ("ownerId", sara))).Id;
        await saras.Lead(id, "apology", "playback");
        (await saras.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        (await saras.Step(id, "appeal", new { words = "No!" })).IsProblem(409, "complaint.nobody_impartial");
    }

    [Fact]
    [Trait("Requirement", "S2-PERSONAL-1")]
    public async Task Abusive_conduct_protects_the_agent_and_closes_nothing()
    {
        var tenant = await Host.NewTenant();
        await TestTenantAccess.Employ(tenant, "Sara");
        var id = (await tenant.Administrator.File(tenant, "phone", ("target", "organisation"))).Id;
        var flagged = (await tenant.Administrator.Step(id, "abuse", new { conduct = "Shouted", pausedChannel = "phone" })).Is(200);
        Assert.Equal(("received", "organisation"), (flagged.Text("stage"), flagged.Text("target")));
        Assert.NotNull(flagged.Find("abuseFlaggedAt"));
        Assert.Single(await tenant.Events("complaint.abuse_flagged"));
        (await tenant.Administrator.Lead(id, "offers")).Is(200);
    }

    [Fact]
    public async Task It_waits_and_is_escalated_beside_its_stage()
    {
        var tenant = await Host.NewTenant();
        await TestTenantAccess.Employ(tenant, "Sara");
        var client = tenant.Administrator;
        var id = (await client.File(tenant)).Id;
        var waits = (await client.Step(id, "waiting", new { @for = "thirdParty", reason = "The courier" })).Is(200);
        Assert.Equal(("thirdParty", "received"), (waits.Text("waitingFor"), waits.Text("stage")));
        (await client.Step(id, "waiting", new { @for = "customer", reason = "x" })).IsProblem(409, "complaint.already_waiting");
        (await client.Delete($"/v1/complaints/{id}/waiting", "\"1\"")).IsProblem(412, "stale_version");
        (await client.Delete($"/v1/complaints/{id}/waiting", waits.ETag)).Is(204);
        (await client.Delete($"/v1/complaints/{id}/waiting", "*")).Is(204);
        Assert.Equal(2, (await client.Step(id, "escalation", new { level = 2, reason = "x" })).Is(200).Find("escalationLevel")!.GetValue<int>());
        (await client.Step(id, "escalation", new { level = 2, reason = "x" })).IsProblem(409, "complaint.already_escalated");
    }

    [Fact]
    public async Task Who_complained_may_become_known_later_and_words_go_with_an_erased_customer()
    {
        var tenant = await Host.NewTenant();
        await TestTenantAccess.Employ(tenant, "Sara");
        var client = tenant.Administrator;
        var id = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("contacts", new[] { new { kind = "phone", value = "02188001234" } })))).Is(201).Id;
        await client.Lead(id, "desired-outcome", "playback");
        (await client.Step(id, "offers")).IsProblem(409, "complaint.customer_comes_first");
        await client.Empower();
        var customer = await tenant.NewCustomer();
        Assert.Equal(customer, (await client.Step(id, "customer", new { customerId = customer })).Is(200).Text("customerId"));
        (await client.Step(id, "customer", new { customerId = customer })).IsProblem(409, "complaint.customer_known");
        var offer = (await client.Step(id, "offers")).Is(200).OfferId();
        (await client.Step(id, $"offers/{offer}/acceptance", new { channel = "phone" })).Is(200);
        Assert.Single((await client.Get("/v1/complaints?customerId=" + customer)).Is(200).Rows);
        Assert.Contains((await client.Get($"/v1/customers/{customer}/timeline")).Is(200).Rows, t => t!["type"]!.GetValue<string>() == "complaint.complainant_identified");

        (await client.Post($"/v1/customers/{customer}/erasure", new { reason = "customerRequest" })).Is(200);
        var left = (await client.Get("/v1/complaints/" + id)).Is(200);
        Assert.Equal(("", "providing", "high"), (left.Text("statement"), left.Text("stage"), left.Text("severity")));
        Assert.DoesNotContain("02188001234", left.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("متأسفم", (await client.Get($"/v1/complaints/{id}/history")).Is(200).Raw, StringComparison.Ordinal);
        (await client.Step(id, "withdrawal", new { })).IsProblem(409, "customer.erased");
    }

    [Fact]
    public async Task A_complaint_goes_with_its_customer_when_that_is_merged()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var filed = await client.File(tenant);
        var survivor = await tenant.NewCustomer("رضا");
        (await client.Send(HttpMethod.Post, $"/v1/customers/{survivor}:merge", new { loserId = filed.Text("customerId") }, ("If-Match", "*"))).Is(200);
        Assert.Equal(survivor, (await client.Get("/v1/complaints/" + filed.Id)).Is(200).Text("customerId"));
        (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("customerId", filed.Text("customerId"))))).IsProblem(409, "customer.merged");
    }
}
