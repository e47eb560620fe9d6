using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Complaints;

/// <summary>How a complaint ends, and how it does not.</summary>
[Trait("Requirement", "S1-HELP-9")]
public sealed class CloseComplaintTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Only_the_customer_confirms_and_no_reopens_as_the_next_instance()
    {
        var (client, id) = await Resolved(Host);
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).IsProblem(409, "complaint.already_resolved");
        var reopened = (await Ask(client, id, "notSolved")).Is(200);
        Assert.Equal(("assessed", 2, 1), (reopened.Text("stage"), reopened.Find("instance")!.GetValue<int>(), reopened.Find("reopenCount")!.GetValue<int>()));
        (await Ask(client, id, "solved")).IsProblem(409, "complaint.resolution_comes_first");
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).IsProblem(409, "complaint.hearing_comes_first");
        await Decide(client, id);
        var closed = (await Ask(client, id, "solved")).Is(200);
        Assert.Equal(("closedConfirmed", 2), (closed.Text("stage"), closed.Body!["decisions"]!.AsArray().Count));
        (await client.Step(id, "withdrawal", new { })).IsProblem(409, "complaint.closed");
    }

    [Fact]
    public async Task The_third_attempt_without_an_answer_closes_unconfirmed()
    {
        var (client, id) = await Resolved(Host);
        Assert.Equal("verifying", (await Ask(client, id, "noAnswer")).Is(200).Text("stage"));
        Assert.Equal("verifying", (await Ask(client, id, "noAnswer")).Is(200).Text("stage"));
        var closed = (await Ask(client, id, "noAnswer")).Is(200);
        Assert.Equal("closedUnconfirmed", closed.Text("stage"));
        (await Ask(client, id, "noAnswer")).IsProblem(409, "complaint.closed");
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).IsProblem(409, "complaint.closed");
    }

    [Fact]
    public async Task It_is_reopened_for_fourteen_days_and_followed_by_another_after_that()
    {
        using var later = CrmHost.With();
        var (client, id) = await Resolved(later);
        (await client.Step((await Owned(client)).Id, "reopening", new { reason = "?", channel = "phone" })).IsProblem(409, "complaint.not_closed");
        (await Ask(client, id, "solved")).Is(200);
        later.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        var again = (await client.Step(id, "reopening", new { reason = "It leaks again", channel = "phone" })).Is(200);
        Assert.Equal((id, 2), (again.Id, again.Find("instance")!.GetValue<int>()));
        await Decide(client, id);
        (await Ask(client, id, "solved")).Is(200);
        later.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));
        var next = (await client.Step(id, "reopening", new { reason = "And again", channel = "phone" })).Is(201);
        Assert.NotEqual(id, next.Id);
        Assert.Equal((id, "And again", "received", "/v1/complaints/" + next.Id), (next.Text("followUpOfId"), next.Text("statement"), next.Text("stage"), next.Headers["Location"]));
        Assert.Equal(again.Text("ownerId"), next.Text("ownerId"));
        Assert.Equal("closedConfirmed", (await client.Get("/v1/complaints/" + id)).Text("stage"));
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-10")]
    public async Task To_be_heard_is_enough_where_nothing_else_is_wanted_and_no_remedy_needs_a_second_person()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (_, boss)) = (await tenant.Employ("Sara", Domain.Role.Agent), await tenant.Employ("Boss", Domain.Role.Supervisor));
        var heard = (await saras.File(tenant, "web", ("ownerId", sara))).Id;
        await saras.Lead(heard, "apology", "playback");
        Assert.Equal("heardOnly", (await saras.Step(heard, "resolution", ComplaintSteps.Resolution("heardOnly"))).Is(200).Text("resolutionKind"));
        Assert.Empty((await saras.Get("/v1/commitments?complaintId=" + heard)).Is(200).Rows);

        var id = (await saras.File(tenant, "web", ("ownerId", sara))).Id;
        await saras.Lead(id, "apology", "playback");
        var none = ComplaintSteps.Resolution("unresolvedNoRemedy");
        (await saras.Step(id, "resolution", none)).IsProblem(403, "complaint.second_person_required");
        var review = new { subject = "noRemedy", approved = true, reason = "Looked at it" };
        (await saras.Step(id, "review", review)).IsProblem(403, "permission_missing");
        (await tenant.Administrator.Step(id, "review", review)).IsProblem(403, "complaint.reviewer_is_handler");
        (await boss.Step(id, "review", new { subject = "noRemedy", approved = false, reason = "Try more" })).Is(200);
        (await saras.Step(id, "resolution", none)).IsProblem(403, "complaint.second_person_required");
        (await boss.Step(id, "review", review)).Is(200);
        (await boss.Step(id, "resolution", ComplaintSteps.Resolution("unresolvedNoRemedy", gesture: "Flowers"))).IsProblem(403, "complaint.second_person_required");
        (await saras.Step(id, "resolution", none)).IsProblem(422, "gesture_or_waiver_required");
        (await saras.Step(id, "resolution", ComplaintSteps.Resolution("unresolvedNoRemedy", gesture: "Flowers"))).Is(200);
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-4")]
    public async Task That_the_customer_is_wrong_is_no_shortcut()
    {
        var tenant = await Host.NewTenant();
        var ((sara, saras), (_, boss)) = (await tenant.Employ("Sara", Domain.Role.Agent), await tenant.Employ("Boss", Domain.Role.Supervisor));
        var id = (await saras.File(tenant, "web", ("ownerId", sara))).Id;
        await saras.Lead(id, "hearing");
        var notUpheld = ComplaintSteps.Resolution("notUpheld", "customerFault", ["The photograph shows it"]);
        (await saras.Step(id, "resolution", notUpheld)).IsProblem(409, "complaint.empathy_comes_first");
        (await saras.Step(id, "empathy")).Is(200);
        (await saras.Step(id, "resolution", notUpheld)).IsProblem(409, "complaint.apology_comes_first");
        (await saras.Step(id, "apology")).Is(200);
        (await saras.Step(id, "resolution", ComplaintSteps.Resolution("notUpheld", "customerFault"))).IsProblem(422, "evidence_required");
        (await saras.Step(id, "resolution", notUpheld)).IsProblem(409, "complaint.second_review_required");
        (await boss.Step(id, "review", new { subject = "customerFault", approved = true, reason = "Seen" })).Is(200);
        var resolved = (await saras.Step(id, "resolution", notUpheld)).Is(200);
        Assert.Equal(("notUpheld", "customerFault", sara), (resolved.Text("resolutionKind"), resolved.Text("causedBy"), resolved.Text("decisions.0.by")));
    }

    [Fact]
    [Trait("Requirement", "S4-NEEDS-1")]
    [Trait("Requirement", "S1-LEARN-1")]
    public async Task A_resolution_has_a_root_cause_and_says_what_became_of_the_expectation()
    {
        var (client, id) = await Resolved(Host);
        var read = (await client.Get("/v1/complaints/" + id)).Is(200);
        Assert.Equal(("met", "late-delivery"), (read.Text("expectation"), read.Text("causeCode")));
        Assert.Single((await client.Get("/v1/complaints?cause=late-delivery&stage=resolved,verifying")).Is(200).Rows);
        Assert.Empty((await client.Get("/v1/complaints?cause=other")).Is(200).Rows);
        var other = (await Owned(client)).Id;
        await client.Lead(other, "apology", "playback");
        (await client.Step(other, "resolution", new { kind = "explained", causedBy = "nobody", findings = "x", expectation = "met", causeCode = " " })).IsInvalid("/causeCode", "required");
    }

    [Fact]
    public async Task A_duplicate_goes_on_as_the_other_one()
    {
        var (client, id) = await Resolved(Host);
        var twin = (await Owned(client)).Id;
        (await client.Step(twin, "duplicate", new { complaintId = twin })).IsProblem(409, "complaint.duplicate_of_itself");
        var marked = (await client.Step(twin, "duplicate", new { complaintId = id })).Is(200);
        Assert.Equal(("duplicate", id), (marked.Text("stage"), marked.Text("duplicateOfId")));
        (await client.Step(twin, "reopening", new { reason = "No", channel = "phone" })).IsProblem(409, "complaint.closed");
        (await client.Step((await Owned(client)).Id, "duplicate", new { complaintId = twin })).IsProblem(409, "complaint.duplicate_of_itself");
    }

    private static async Task<Answer> Owned(ApiClient client) => (await client.Post("/v1/complaints", ComplaintSteps.Complaint())).Is(201);

    private static Task<Answer> Ask(ApiClient client, string id, string answer) => client.Step(id, "follow-ups", new { channel = "phone", answer });

    private static async Task<(ApiClient Client, string Id)> Resolved(CrmHost host)
    {
        var tenant = await host.NewTenant();
        await TestTenantAccess.Employ(tenant, "Sara");
        var id = (await tenant.Administrator.File(tenant)).Id;
        await tenant.Administrator.Lead(id, "apology", "playback");
        (await tenant.Administrator.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        return (tenant.Administrator, id);
    }

    /// <summary>Heard anew, and decided.</summary>
    private static async Task Decide(ApiClient client, string id)
    {
        foreach (var step in new[] { "hearing", "empathy", "apology" })
        {
            (await client.Step(id, step)).Is(200);
        }
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
    }
}
