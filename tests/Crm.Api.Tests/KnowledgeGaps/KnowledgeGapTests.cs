using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.KnowledgeGaps;

/// <summary>Nobody knew; an answer is promised, found and told.</summary>
[Trait("Requirement", "S2-KNOW-1")]
public sealed class KnowledgeGapTests(CrmHost host) : ApiTest(host)
{
    private const string Question = "آیا ضمانت شامل باتری تعویض‌شده می‌شود؟";

    private static async Task<Answer> Ask(TestTenant tenant, ApiClient client, string owner, string? customer = null, string within = "PT4H") =>
        (await client.Post("/v1/knowledge-gaps", new { customerId = customer ?? await tenant.NewCustomer(), question = Question, within, ownerId = owner })).Is(201);

    [Fact]
    public async Task A_question_becomes_a_promise_and_work_and_its_answer_keeps_the_promise_and_is_told_to_the_asker()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var (omid, omids) = await tenant.Employ("Omid");
        var gap = await Ask(tenant, saras, omid);
        Assert.Equal(("open", sara, omid, Question), (gap.Text("state"), gap.Text("askedById"), gap.Text("ownerId"), gap.Text("question")));
        var promise = (await tenant.Administrator.Get("/v1/commitments/" + gap.Text("commitmentId"))).Is(200);
        Assert.Equal(("open", omid, gap.Text("dueAt"), Question), (promise.Text("state"), promise.Text("responsibleId"), promise.Text("dueAt"), promise.Text("text")));
        var work = Assert.Single((await omids.Get($"/v1/work?subject={gap.Id}")).Is(200).Rows)!;
        Assert.Equal(("knowledgeGap", omid, "open"), (work["kind"]!.GetValue<string>(), work["ownerId"]!.GetValue<string>(), work["state"]!.GetValue<string>()));
        (await omids.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer = "" })).IsInvalid("/answer", "required");
        var answer = "بله، اگر از همان نوع باشد. " + new string('آ', 2000);
        var answered = (await omids.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer })).Is(200);
        Assert.Equal(("answered", answer, omid), (answered.Text("state"), answered.Text("answer"), answered.Text("answeredById")));
        var kept = (await tenant.Administrator.Get("/v1/commitments/" + gap.Text("commitmentId"))).Is(200);
        Assert.Equal("kept", kept.Text("state"));
        Assert.StartsWith("بله، اگر از همان نوع باشد.", kept.Text("evidence"), StringComparison.Ordinal);
        Assert.Equal("done", Assert.Single((await omids.Get($"/v1/work?subject={gap.Id}&state=open,done")).Is(200).Rows)!["state"]!.GetValue<string>());
        Assert.Contains(sara, Assert.Single(await tenant.Events("knowledge_gap.answered")), StringComparison.Ordinal);
        Assert.Contains((await tenant.Events("staff.notified")), e => e.Contains("knowledge_gap.answered", StringComparison.Ordinal) && e.Contains(sara, StringComparison.Ordinal));
        (await omids.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer = "x" })).IsProblem(409, "knowledge_gap.already_answered");
        (await omids.Post($"/v1/knowledge-gaps/{gap.Id}/withdrawal", new { reason = "x" })).IsProblem(409, "knowledge_gap.already_answered");
        Assert.Equal(["knowledge_gap.answered", "knowledge_gap.raised"],
            (await tenant.Administrator.Get($"/v1/customers/{gap.Text("customerId")}/timeline?type=knowledge_gap.raised,knowledge_gap.answered")).Is(200).Rows.Select(r => r!["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Answered_after_the_promised_time_the_promise_is_kept_late()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var gap = await Ask(tenant, saras, sara, within: "PT1H");
        own.Clock.Advance(TimeSpan.FromHours(2));
        await own.Ring();
        Assert.Single(await tenant.Events("commitment.broken"));
        (await saras.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer = "Yes" })).Is(200);
        Assert.Equal("keptLate", await tenant.State(gap.Text("commitmentId")));
    }

    [Fact]
    public async Task Withdrawn_with_its_promise_by_whoever_may_take_that_back()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var (_, others) = await tenant.Employ("Other");
        var gap = await Ask(tenant, saras, sara);
        (await others.Post($"/v1/knowledge-gaps/{gap.Id}/withdrawal", new { reason = "Found in the manual" })).IsProblem(403, "commitment.withdrawal_not_yours");
        Assert.Equal("withdrawn", (await saras.Post($"/v1/knowledge-gaps/{gap.Id}/withdrawal", new { reason = "Found in the manual" })).Is(200).Text("state"));
        Assert.Equal("withdrawn", await tenant.State(gap.Text("commitmentId")));
        (await saras.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer = "x" })).IsProblem(409, "knowledge_gap.withdrawn");
    }

    [Fact]
    public async Task A_promise_that_was_kept_by_itself_does_not_stand_in_the_way_of_the_answer()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var gap = await Ask(tenant, saras, sara);
        (await saras.Fulfil(gap.Text("commitmentId"))).Is(200);
        Assert.Equal("answered", (await saras.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer = "Yes" })).Is(200).Text("state"));
    }

    [Fact]
    public async Task Refuses_what_no_promise_can_be_made_of_and_names_its_own_members()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (customer, strangers) = (await tenant.NewCustomer(), await Host.NewTenant());
        var (sara, _) = await tenant.Employ("Sara");
        (await client.Post("/v1/knowledge-gaps", new { customerId = customer, question = new string('x', 2001), within = "PT1H", ownerId = sara })).IsInvalid("/question", "too_long");
        (await client.Post("/v1/knowledge-gaps", new { customerId = customer, question = "x", ownerId = sara })).IsInvalid("/due", "required");
        (await client.Post("/v1/knowledge-gaps", new { customerId = customer, question = "x", within = "PT1H" })).IsProblem(422, "responsible_needed");
        var (stranger, _) = await strangers.Employ("Stranger");
        (await client.Post("/v1/knowledge-gaps", new { customerId = customer, question = "x", within = "PT1H", ownerId = stranger })).IsProblem(422, "responsible_unknown");
        (await client.Post("/v1/knowledge-gaps", new { customerId = await strangers.NewCustomer(), question = "x", within = "PT1H", ownerId = sara })).IsProblem(422, "reference_unknown");
        var gap = await Ask(tenant, client, sara);
        (await strangers.Administrator.Get("/v1/knowledge-gaps/" + gap.Id)).IsProblem(404, "knowledge_gap.not_found");
        (await strangers.Administrator.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer = "x" })).IsProblem(404, "knowledge_gap.not_found");
        (await strangers.Administrator.Post($"/v1/knowledge-gaps/{gap.Id}/withdrawal", new { reason = "x" })).IsProblem(404, "knowledge_gap.not_found");
    }

    [Fact]
    public async Task Whoever_takes_over_the_work_finds_it_out_and_words_go_with_an_erased_customer()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (sara, _) = await tenant.Employ("Sara");
        var (omid, _) = await tenant.Employ("Omid");
        var gap = await Ask(tenant, client, sara);
        var work = Assert.Single((await client.Get($"/v1/work?subject={gap.Id}")).Is(200).Rows)!["id"]!.GetValue<string>();
        (await client.Post($"/v1/work/{work}/assignment", new { ownerId = omid, reason = "Knows batteries" })).Is(200);
        Assert.Equal(omid, (await client.Get("/v1/knowledge-gaps/" + gap.Id)).Is(200).Text("ownerId"));
        async Task<int> Listed(string query) => (await client.Get("/v1/knowledge-gaps?" + query)).Is(200).Rows.Count;
        Assert.Equal((1, 0, 1, 0), (await Listed("ownerId=" + omid), await Listed("ownerId=" + sara), await Listed("state=open&sort=dueAt"), await Listed("state=answered")));
        (await client.Post($"/v1/customers/{gap.Text("customerId")}/erasure", new { reason = "customerRequest" })).Is(200);
        Assert.Equal("", (await client.Get("/v1/knowledge-gaps/" + gap.Id)).Is(200).Text("question"));
        (await client.Post($"/v1/knowledge-gaps/{gap.Id}/answer", new { answer = "x" })).IsProblem(409, "customer.erased");
    }
}
