using System.Globalization;
using Crm.Api.Tests.Causes;
using Crm.Api.Tests.Complaints;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.CorrectiveActions;

[Trait("Requirement", "S1-LEARN-1")]
public sealed class CorrectiveActionTests(CrmHost host) : ApiTest(host)
{
    private const string At = "/v1/corrective-actions";

    [Fact]
    public async Task Planned_started_done_and_found_effective()
    {
        var (client, owner, cause) = await Ready();
        var planned = (await client.Post(At, new { title = " آموزش تیم ارسال ", description = "شرح", ownerId = owner, dueOn = "2026-04-20", causeCode = "late", externalId = "CA-1" })).Is(201);
        Assert.Equal(At + "/" + planned.Id, planned.Headers["Location"]);
        Assert.Equal(("آموزش تیم ارسال", "planned", cause, "2026-04-20"), (planned.Text("title"), planned.Text("state"), planned.Text("causeId"), planned.Text("dueOn")));
        Assert.Equal(planned.Raw, (await client.Get($"{At}/{planned.Id}")).Is(200).Raw);
        Assert.Equal("inProgress", (await client.Post($"{At}/{planned.Id}/start")).Is(200).Text("state"));
        (await client.Post($"{At}/{planned.Id}/start")).IsProblem(409, "corrective_action.already_started");
        (await client.Post($"{At}/{planned.Id}/effectiveness", Window())).IsProblem(409, "corrective_action.not_done");
        (await client.Post($"{At}/{planned.Id}/completion", new { evidence = "" })).IsInvalid("/evidence", "required");
        (await client.Post($"{At}/{planned.Id}/completion", new { evidence = "X", doneOn = Day(2) })).IsInvalid("/doneOn", "done_in_future");
        var done = (await client.Post($"{At}/{planned.Id}/completion", new { evidence = "دوازده نفر آموزش دیدند", doneOn = Day(-30) })).Is(200);
        Assert.Equal(("done", Day(-30), "دوازده نفر آموزش دیدند"), (done.Text("state"), done.Text("doneOn"), done.Text("evidence")));
        (await client.Post($"{At}/{planned.Id}/completion", new { evidence = "X" })).IsProblem(409, "corrective_action.already_done");
        (await client.Post($"{At}/{planned.Id}/cancellation", new { reason = "X" })).IsProblem(409, "corrective_action.already_done");
        (await client.Patch($"{At}/{planned.Id}", new { title = "X" }, "*")).IsProblem(409, "corrective_action.already_done");
        (await client.Post($"{At}/{planned.Id}/effectiveness", Window(60))).IsProblem(409, "corrective_action.check_too_early");
        (await client.Post($"{At}/{planned.Id}/effectiveness", Window(0))).IsInvalid("/windowDays", "out_of_range");
        await Complain(client, "late", -31, -31, -50, -51, -30, -200);
        await Complain(client, "other", -31, -29);
        var effective = (await client.Post($"{At}/{planned.Id}/effectiveness", Window())).Is(200);
        Assert.Equal(("effective", 3, 1, 20), (effective.Text("state"), Number(effective, "check.before"), Number(effective, "check.after"), Number(effective, "check.windowDays")));
        (await client.Post($"{At}/{planned.Id}/effectiveness", Window())).IsProblem(409, "corrective_action.already_checked");
        (await client.Post($"{At}/{planned.Id}/start")).IsProblem(409, "corrective_action.already_done");
    }

    [Fact]
    public async Task One_that_did_not_help_is_taken_up_again_and_a_cancelled_one_is_over()
    {
        var (client, owner, cause) = await Ready();
        var action = await Plan(client, owner, cause);
        (await client.Post($"{At}/{action.Id}/completion", new { evidence = "X", doneOn = Day(-30) })).Is(200);
        await Complain(client, "late", -31, -30, -11, -10);
        Assert.Equal("ineffective", (await client.Post($"{At}/{action.Id}/effectiveness", Window())).Is(200).Text("state"));
        var again = (await client.Post($"{At}/{action.Id}/start")).Is(200);
        Assert.Equal(("inProgress", 2), (again.Text("state"), Number(again, "check.after")));
        Assert.Null(again.Find("doneOn"));
        (await client.Post($"{At}/{action.Id}/cancellation", new { reason = " " })).IsInvalid("/reason", "required");
        var cancelled = (await client.Post($"{At}/{action.Id}/cancellation", new { reason = "دیگر لازم نیست" })).Is(200);
        Assert.Equal(("cancelled", "دیگر لازم نیست"), (cancelled.Text("state"), cancelled.Text("cancellationReason")));
        foreach (var (verb, body) in new (string, object?)[] { ("start", null), ("completion", new { evidence = "X" }), ("effectiveness", Window()), ("cancellation", new { reason = "X" }) })
        {
            (await client.Post($"{At}/{action.Id}/{verb}", body)).IsProblem(409, "corrective_action.cancelled");
        }
        (await client.Patch($"{At}/{action.Id}", new { title = "X" }, "*")).IsProblem(409, "corrective_action.cancelled");
    }

    [Fact]
    public async Task Refuses_what_is_no_action()
    {
        var (client, owner, cause) = await Ready();
        var (stranger, theirOwner, theirCause) = await Ready();
        Task<Answer> Try(object body) => client.Post(At, body);
        (await Try(new { title = "", ownerId = owner, dueOn = "2026-04-20", causeId = cause })).IsInvalid("/title", "required");
        (await Try(new { title = "T", ownerId = owner, dueOn = "2026-04-20" })).IsInvalid("/causeId", "required");
        (await Try(new { title = "T", ownerId = owner, dueOn = "2026-04-20", causeId = cause, causeCode = "late" })).IsInvalid("/causeCode", "cause_twice");
        (await Try(new { title = "T", ownerId = owner, dueOn = "2026-04-20", causeCode = "unheard-of" })).IsInvalid("/causeCode", "cause_unknown");
        (await Try(new { title = "T", ownerId = owner, dueOn = "2026-04-20", causeId = theirCause })).IsInvalid("/causeId", "cause_unknown");
        (await Try(new { title = "T", ownerId = theirOwner, dueOn = "2026-04-20", causeId = cause })).IsInvalid("/ownerId", "responsible_unknown");
        (await Try(new { title = "T", ownerId = owner, dueOn = "tomorrow", causeId = cause })).Is(422);
        var theirs = await Plan(stranger, theirOwner, theirCause);
        (await client.Get($"{At}/{theirs.Id}")).IsProblem(404, "corrective_action.not_found");
        (await client.Patch($"{At}/{theirs.Id}", new { title = "X" }, "*")).IsProblem(404, "corrective_action.not_found");
        (await client.Post($"{At}/{theirs.Id}/start")).IsProblem(404, "corrective_action.not_found");
        (await client.Post($"{At}/{theirs.Id}/completion", new { evidence = "X" })).IsProblem(404, "corrective_action.not_found");
        (await client.Post($"{At}/{theirs.Id}/effectiveness", Window())).IsProblem(404, "corrective_action.not_found");
        (await client.Post($"{At}/{theirs.Id}/cancellation", new { reason = "X" })).IsProblem(404, "corrective_action.not_found");
        var refused = await client.Post($"{At}/{theirs.Id}/start", null, ("Accept-Language", "fa"));
        Assert.StartsWith("اقدام اصلاحی", refused.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revised_with_the_present_version_while_it_is_open()
    {
        var (client, owner, cause) = await Ready();
        var (_, theirOwner, theirCause) = await Ready();
        var other = (await client.Post("/v1/staff", new { name = "رضا" })).Is(201);
        var action = await Plan(client, owner, cause);
        (await client.Patch($"{At}/{action.Id}", new { title = "X" }, null)).IsProblem(428, "if_match_required");
        (await client.Patch($"{At}/{action.Id}", new { title = "X" }, "\"7\"")).IsProblem(412, "stale_version");
        (await client.Patch($"{At}/{action.Id}", new { ownerId = theirOwner }, action.ETag)).IsInvalid("/ownerId", "responsible_unknown");
        (await client.Patch($"{At}/{action.Id}", new { causeId = theirCause }, action.ETag)).IsInvalid("/causeId", "cause_unknown");
        var revised = (await client.Patch($"{At}/{action.Id}", new { ownerId = other.Id, dueOn = "2026-05-01", description = "Longer" }, action.ETag)).Is(200);
        Assert.Equal((other.Id, "2026-05-01", "Train"), (revised.Text("ownerId"), revised.Text("dueOn"), revised.Text("title")));
        // Who has left, and a cause out of use, stay on what they were given to.
        (await client.Patch("/v1/staff/" + other.Id, new { active = false }, other.ETag)).Is(200);
        (await client.Delete("/v1/causes/" + cause, "*")).Is(204);
        (await client.Patch($"{At}/{action.Id}", new { title = "Still" }, revised.ETag)).Is(200);
    }

    [Fact]
    public async Task Listed_by_cause_owner_and_state_and_what_is_overdue()
    {
        var (client, owner, cause) = await Ready();
        var other = (await CauseTests.Add(client, "other")).Id;
        var late = await Plan(client, owner, cause, Day(-3));
        var soon = await Plan(client, owner, cause, Day(3));
        var done = await Plan(client, owner, other, Day(-5));
        (await client.Post($"{At}/{done.Id}/completion", new { evidence = "X" })).Is(200);
        async Task<string[]> Ids(string query) => [.. (await client.Get(At + "?" + query)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];
        Assert.Equal([late.Id], await Ids("overdue=true"));
        Assert.Equal([done.Id, soon.Id], await Ids("overdue=false&sort=dueOn"));
        Assert.Equal([done.Id, late.Id, soon.Id], await Ids("sort=dueOn"));
        Assert.Equal([soon.Id, late.Id], await Ids("causeId=" + cause));
        Assert.Equal([done.Id], await Ids("state=done,effective"));
        Assert.Equal(3, (await Ids("ownerId=" + owner)).Length);
        var page = (await client.Get(At + "?sort=dueOn&limit=2")).Is(200);
        Assert.Equal([soon.Id], await Ids("sort=dueOn&limit=2&cursor=" + page.Text("next")));
        Assert.Equal([done.Id], await Ids("updatedSince=" + (await client.Get($"{At}/{done.Id}")).Text("updatedAt")));
    }

    [Fact]
    public async Task An_agent_does_what_they_answer_for_and_a_reader_reads()
    {
        var tenant = await Host.NewTenant();
        var cause = (await CauseTests.Add(tenant.Administrator, "late")).Id;
        var (sara, agent) = await tenant.Employ("Sara");
        var (_, reader) = await tenant.Employ("Reader", Domain.Role.Reader);
        var action = await Plan(agent, sara, cause);
        (await reader.Get(At)).Is(200);
        (await reader.Post($"{At}/{action.Id}/start")).IsProblem(403, "permission_missing");
        (await agent.Post("/v1/causes", new { code = "x", names = new { en = "X" } })).IsProblem(403, "permission_missing");
        Assert.Single(await tenant.Events("corrective_action.planned"));
    }

    private async Task<(ApiClient Client, string Owner, string Cause)> Ready()
    {
        var client = (await Host.NewTenant()).Administrator;
        return (client, (await client.Post("/v1/staff", new { name = "سارا" })).Is(201).Id, (await CauseTests.Add(client, "late")).Id);
    }

    private static async Task<Answer> Plan(ApiClient client, string owner, string cause, string dueOn = "2026-04-20") =>
        (await client.Post(At, new { title = "Train", ownerId = owner, dueOn, causeId = cause })).Is(201);

    private static object Window(int windowDays = 20) => new { windowDays };

    /// <summary>Complaints that were received so many days ago, and resolved with a cause.</summary>
    private async Task Complain(ApiClient client, string cause, params int[] days)
    {
        if (cause != "late")
        {
            await CauseTests.Add(client, cause);
        }
        foreach (var day in days)
        {
            var id = (await client.Post("/v1/complaints", ComplaintSteps.Complaint("web", ("receivedAt", Day(day) + "T09:00:00Z")))).Is(201).Id;
            await client.Lead(id, "apology", "playback");
            (await client.Step(id, "resolution", ComplaintSteps.Resolution(cause: cause))).Is(200);
        }
    }

    private static int Number(Answer answer, string path) => answer.Find(path)!.GetValue<int>();
    private string Day(int days) => Host.Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
