using System.Text.Json.Nodes;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Complaints;

/// <summary>A complaint has its clocks and its work, and they follow what happens to it.</summary>
public sealed class ComplaintClockTests(CrmHost host) : ApiTest(host)
{
    private static readonly object[] Mail = [new { kind = "email", value = "maryam@example.com" }];

    [Theory]
    [InlineData("fa-IR", "شکایت شما با شمارهٔ")]
    [InlineData("en", "We have your complaint under the reference")]
    [Trait("Requirement", "S3-SPEED-1")]
    public async Task Acknowledged_at_once_in_the_customers_language_while_the_clock_of_human_contact_runs(string language, string words)
    {
        var tenant = await Host.NewTenant();
        var (_, client) = await tenant.Employ("Sara", Domain.Role.Agent);
        var filed = await client.File(tenant, "web", ("language", language), ("contacts", Mail));
        Assert.NotNull(filed.Body!["acknowledgedAt"]);
        var said = (await client.Get($"/v1/complaints/{filed.Id}/history")).Is(200).Body!["events"]!.AsArray().Single(e => e!["kind"]!.GetValue<string>() == "acknowledged")!;
        Assert.StartsWith(words, said["details"]!["words"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(filed.Text("reference"), said["details"]!["words"]!.GetValue<string>(), StringComparison.Ordinal);
        (await client.Step(filed.Id, "acknowledgement")).IsProblem(409, "complaint.already_acknowledged");
        var clocks = await Clocks(client, filed.Id);
        Assert.Equal("fulfilled", clocks["acknowledgement"]);
        Assert.Equal("running", clocks["firstHumanContact"]);
        await client.Lead(filed.Id, "hearing");
        clocks = await Clocks(client, filed.Id);
        Assert.Equal(("fulfilled", "fulfilled", "running"), (clocks["firstHumanContact"], clocks["firstAction"], clocks["firstResponse"]));
    }

    [Fact]
    [Trait("Requirement", "S1-HELP-8")]
    public async Task Waits_with_the_customer_ends_with_the_resolution_and_goes_on_with_a_reopening()
    {
        var tenant = await Host.NewTenant();
        var (_, client) = await tenant.Employ("Sara", Domain.Role.Agent);
        var id = (await client.File(tenant)).Id;
        await client.Lead(id, "apology");
        (await client.Step(id, "waiting", new { @for = "customer", reason = "A photograph" })).Is(200);
        Assert.Equal("paused", (await Clocks(client, id))["resolutionTotal"]);
        (await client.Delete($"/v1/complaints/{id}/waiting", "*")).Is(204);
        (await client.Step(id, "resolution", ComplaintSteps.Resolution())).Is(200);
        var clocks = await Clocks(client, id);
        Assert.Equal(("fulfilled", "fulfilled", "fulfilled", "cancelled"), (clocks["resolutionFirst"], clocks["resolutionTotal"], clocks["firstResponse"], clocks["periodicUpdate"]));
        (await client.Step(id, "follow-ups", new { channel = "phone", answer = "notSolved" })).Is(200);
        clocks = await Clocks(client, id);
        Assert.Equal(("fulfilled", "running", "running"), (clocks["resolutionFirst"], clocks["resolutionTotal"], clocks["periodicUpdate"]));
    }

    [Fact]
    [Trait("Requirement", "S2-FORM-1")]
    [Trait("Requirement", "S1-SILENCE-1")]
    public async Task Filling_the_form_is_no_action_and_silence_is_told_once_to_each_above()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var boss = (await tenant.Administrator.Post("/v1/staff", new { name = "Boss" })).Is(201).Id;
        var (sara, saras) = await tenant.Employ("Sara", Domain.Role.Agent);
        (await tenant.Administrator.Patch("/v1/staff/" + sara, new { managerId = boss }, "*")).Is(200);
        var id = (await saras.File(tenant)).Id;
        own.Clock.Advance(TimeSpan.FromMinutes(31));
        await own.Ring();
        Assert.Single(await Of(tenant, "clock.breached", "firstAction", id));
        own.Clock.Advance(TimeSpan.FromHours(24));
        await own.Ring();
        await own.Ring();
        Assert.Single(await Of(tenant, "clock.breached", "firstHumanContact", id));
        Assert.Equal([50, 75, 100], (await Of(tenant, "clock.rung_reached", "firstHumanContact", id)).Select(e => e["percent"]!.GetValue<int>()));
        var told = (await saras.Get("/v1/notifications")).Is(200).Rows;
        Assert.Contains(told, n => n!["kind"]!.GetValue<string>() == "clock.rung_reached" && n["subject"]!.GetValue<string>() == id);
    }

    [Fact]
    [Trait("Requirement", "S3-OWNER-1")]
    public async Task Has_work_that_is_due_with_its_first_clock_and_moves_with_its_owner()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var ((sara, saras), (omid, omids)) = (await tenant.Employ("Sara", Domain.Role.Agent), await tenant.Employ("Omid", Domain.Role.Agent));
        var id = (await saras.File(tenant)).Id;
        var work = (await client.Get("/v1/work?subject=" + id)).Is(200).Rows.Single()!;
        Assert.Equal((sara, "complaint"), (work["ownerId"]!.GetValue<string>(), work["kind"]!.GetValue<string>()));
        var first = (await client.Get($"/v1/clocks?subject={id}&sort=dueAt&limit=1")).Is(200).Rows.Single()!;
        Assert.Equal(first["dueAt"]!.GetValue<string>(), work["dueAt"]!.GetValue<string>());
        var at = "/v1/work/" + work["id"]!.GetValue<string>();
        (await saras.Post(at + "/hand-over", new { toId = omid, note = "مشتری فارسی حرف می‌زند" })).Is(200);
        Assert.Equal(sara, (await client.Get("/v1/complaints/" + id)).Is(200).Text("ownerId"));
        (await omids.Post(at + "/hand-over/acceptance")).Is(200);
        Assert.Equal(omid, (await client.Get("/v1/complaints/" + id)).Is(200).Text("ownerId"));
        (await client.Step(id, "owner", new { ownerId = sara })).Is(200);
        Assert.Equal(sara, (await client.Get(at)).Is(200).Text("ownerId"));
        (await client.Step(id, "withdrawal", new { reason = "Found it" })).Is(200);
        Assert.Equal("done", (await client.Get(at)).Is(200).Text("state"));
        Assert.DoesNotContain("running", (await Clocks(client, id)).Values);
    }

    [Fact]
    [Trait("Requirement", "S5-RET-2")]
    [Trait("Requirement", "S2-PERSONAL-1")]
    public async Task A_threat_is_told_to_the_manager_at_once_and_abuse_is_a_task_for_them()
    {
        var tenant = await Host.NewTenant();
        var ((boss, bosss), (sara, saras)) = (await tenant.Employ("Boss", Domain.Role.Supervisor), await tenant.Employ("Sara", Domain.Role.Agent));
        (await tenant.Administrator.Patch("/v1/staff/" + sara, new { managerId = boss }, "*")).Is(200);
        var id = (await saras.File(tenant, "phone", ("threatensToLeave", true))).Id;
        var told = (await bosss.Get("/v1/notifications?unread=true")).Is(200).Rows.Single()!;
        Assert.Equal(("complaint.at_risk", id), (told["kind"]!.GetValue<string>(), told["subject"]!.GetValue<string>()));
        (await saras.Step(id, "abuse", new { conduct = "ناسزا گفت" })).Is(200);
        var task = (await bosss.Get("/v1/work?mine=true&kind=task")).Is(200).Rows.Single()!;
        Assert.Equal("urgent", task["priority"]!.GetValue<string>());
        Assert.Equal("acknowledged", (await bosss.Step(id, "acknowledgement")).Is(200).Text("stage"));
    }

    [Fact]
    [Trait("Requirement", "S1-DEFLECT-1")]
    public async Task Only_an_answer_of_substance_by_a_person_is_a_response_and_a_question_after_it_asks_for_the_next()
    {
        var tenant = await Host.NewTenant();
        var (_, client) = await tenant.Employ("Sara", Domain.Role.Agent);
        var id = (await client.File(tenant)).Id;
        (await Write(client, id, "policyStatement")).Is(201);
        Assert.Equal("running", (await Clocks(client, id))["firstResponse"]);
        (await Write(client, id, "answer")).Is(201);
        var clocks = await Clocks(client, id);
        Assert.Equal(("fulfilled", "fulfilled"), (clocks["firstResponse"], clocks["firstHumanContact"]));
        (await client.Post($"/v1/complaints/{id}/messages", new { direction = "incoming", channel = "email", words = "و بعد؟" })).Is(201);
        Assert.Equal("running", (await Clocks(client, id))["nextResponse"]);
        (await Write(client, id, "update")).Is(201);
        Assert.Equal("fulfilled", (await Clocks(client, id))["nextResponse"]);
    }

    [Fact]
    [Trait("Requirement", "S4-EXEC-1")]
    public async Task The_executive_whom_the_customer_calls_has_a_clock_and_work_that_the_handler_cannot_end()
    {
        var tenant = await Host.NewTenant();
        var ((boss, bosss), (sara, saras)) = (await tenant.Employ("Boss", Domain.Role.Supervisor), await tenant.Employ("Sara", Domain.Role.Agent));
        (await tenant.Administrator.Patch("/v1/staff/" + sara, new { managerId = boss }, "*")).Is(200);
        var filed = await saras.File(tenant);
        (await Host.Anonymous.Post(filed.Text("trackingLink") + "/executive-escalation", new { words = "کسی جواب نمی‌دهد" })).Is(200);
        var work = (await bosss.Get("/v1/work?mine=true&kind=executiveAnswer")).Is(200).Rows.Single()!["id"]!.GetValue<string>();
        (await saras.Post($"/v1/work/{work}/cancellation", new { reason = "No" })).IsProblem(403, "work.not_yours");
        (await saras.Step(filed.Id, "withdrawal", new { reason = "Gone" })).Is(200);
        Assert.Equal("running", (await Clocks(saras, filed.Id))["executiveAnswer"]);
        (await Write(bosss, filed.Id, "answer")).Is(201);
        Assert.Equal("fulfilled", (await Clocks(saras, filed.Id))["executiveAnswer"]);
        Assert.Equal("done", (await bosss.Get("/v1/work/" + work)).Is(200).Text("state"));
    }

    private static Task<Answer> Write(ApiClient client, string id, string purpose) =>
        client.Post($"/v1/complaints/{id}/messages", new { direction = "outgoing", channel = "email", words = "We look into it and write tomorrow.", purpose });

    /// <summary>The state of the last clock of each metric.</summary>
    private static async Task<Dictionary<string, string>> Clocks(ApiClient client, string id) =>
        (await client.Get($"/v1/clocks?subject={id}&sort=createdAt")).Is(200).Rows.GroupBy(r => r!["metric"]!.GetValue<string>())
            .ToDictionary(g => g.Key, g => g.Last()!["state"]!.GetValue<string>(), StringComparer.Ordinal);

    private static async Task<IReadOnlyList<JsonNode>> Of(TestTenant tenant, string type, string metric, string subject) =>
        [.. (await tenant.Events(type)).Select(e => JsonNode.Parse(e)!).Where(e => e["metric"]!.GetValue<string>() == metric && e["subject"]!.GetValue<string>() == subject)];
}
