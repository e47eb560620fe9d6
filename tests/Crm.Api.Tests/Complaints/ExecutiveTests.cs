using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.KeyAccounts;
using Crm.Api.Tests.Work;
using Crm.Domain;

namespace Crm.Api.Tests.Complaints;

[Trait("Requirement", "S4-EXEC-1")]
public sealed class ExecutiveTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Whoever_handles_the_complaint_neither_moves_the_executives_work_nor_gets_it_whatever_their_role()
    {
        var tenant = await Host.NewTenant();
        var (top, tops) = await tenant.Employ("Top", Role.Supervisor);
        var (boss, bosses) = await tenant.EmployUnder(top, "Boss", Role.Supervisor);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var filed = await bosses.File(tenant);
        var work = await tenant.Called(filed, top);
        Assert.Equal(tenant.Host.Clock.GetUtcNow().AddHours(48), DateTimeOffset.Parse((await tops.Get("/v1/work/" + work)).Is(200).Text("dueAt"), null), TimeSpan.FromMinutes(5));
        foreach (var to in new[] { boss, sara })
        {
            (await bosses.Assign(work, to)).IsProblem(403, "complaint.executive_call_not_yours");
            (await bosses.HandOver(work, to)).IsProblem(403, "complaint.executive_call_not_yours");
        }
        (await bosses.Assign(work, null)).IsProblem(403, "complaint.executive_call_not_yours");
        (await bosses.Post("/v1/work/assignments:batch", new { items = new[] { new { workId = work, ownerId = boss } } })).Is(200);
        (await tops.Assign(work, boss)).IsProblem(403, "complaint.executive_call_not_yours");
        Assert.Equal(top, await tenant.Owner(work));
        (await tenant.Administrator.Assign(work, null)).Is(200);
        Assert.NotEqual(boss, await tenant.Owner(work));
        (await tops.Assign(work, top)).Is(200);
        (await bosses.Cancel(work)).IsProblem(409, "work.driven_by_record");
        (await saras.Cancel(work)).IsProblem(403, "work.not_yours");
    }

    [Fact]
    public async Task Where_the_handler_stands_at_the_top_of_their_line_somebody_else_answers()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var alone = await saras.File(tenant);
        await tenant.Called(alone, sara);
        var (colleague, _) = await tenant.Employ("Colleague");
        await tenant.Called(await saras.File(tenant), colleague);
        var (boss, _) = await tenant.Employ("Boss");
        await tenant.EmployUnder(boss, "Somebody");
        await tenant.Called(await saras.File(tenant), boss);
        // A sponsor who handles the complaint themselves is not who is called.
        var organisation = await tenant.Administrator.NewOrganisation();
        await tenant.Designate(organisation, colleague, "gold", null, KeyAccountSteps.Member(sara, "executiveSponsor"));
        await tenant.Called(await saras.File(tenant, "web", ("customerId", organisation), ("ownerId", sara)), boss);
    }

    [Fact]
    public async Task Statistics_tell_how_many_calls_the_executive_answered_and_how_fast()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (boss, bosses) = await tenant.Employ("Boss", Role.Supervisor);
        var (_, saras) = await tenant.EmployUnder(boss, "Sara");
        var (one, two) = (await saras.File(tenant), await saras.File(tenant));
        await tenant.Called(one, boss);
        await tenant.Called(two, boss);
        own.Clock.Advance(TimeSpan.FromHours(2));
        (await saras.Answer(one.Id)).Is(201);
        Assert.Null((await saras.Get("/v1/complaints/" + one.Id)).Is(200).Find("executiveAnsweredAt"));
        (await bosses.Answer(one.Id)).Is(201);
        Assert.NotNull((await saras.Get("/v1/complaints/" + one.Id)).Is(200).Find("executiveAnsweredAt"));
        var told = (await bosses.Get("/v1/complaints/statistics")).Is(200);
        Assert.Equal((2L, 1L, 0.5m), (told.Find("total.executive.called")!.GetValue<long>(), told.Find("total.executive.answered")!.GetValue<long>(), told.Find("total.executive.answeredRate")!.GetValue<decimal>()));
        Assert.InRange(System.Xml.XmlConvert.ToTimeSpan(told.Text("total.executive.timeToAnswer.median")).TotalHours, 1.9, 2.1);
    }
}

internal static class ExecutiveSteps
{
    /// <summary>Calls the executive by the customer's link; the work that it makes, which is this member of staff's.</summary>
    public static async Task<string> Called(this TestTenant tenant, Answer filed, string executive)
    {
        (await tenant.Host.Anonymous.Post(filed.Text("trackingLink") + "/executive-escalation", new { words = "مدیرتان را می‌خواهم" })).Is(200);
        var work = Assert.Single((await tenant.Administrator.Get($"/v1/work?kind=executiveAnswer&subject={filed.Id}")).Is(200).Rows)!;
        Assert.Equal(executive, work["ownerId"]!.GetValue<string>());
        return work["id"]!.GetValue<string>();
    }

    public static Task<Answer> Answer(this ApiClient client, string id) =>
        client.Post($"/v1/complaints/{id}/messages", new { direction = "outgoing", channel = "email", words = "We look into it and write tomorrow.", purpose = "answer" });
}
