using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Domain;

namespace Crm.Api.Tests.Work;

/// <summary>A promise drives its work, and whoever owns the work keeps the promise.</summary>
[Trait("Requirement", "S3-OWNER-1")]
public sealed class CommitmentWorkTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_promise_opens_moves_and_closes_its_work()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var promise = await tenant.Promise(responsibleId: sara);
        async Task<System.Text.Json.Nodes.JsonNode> Work(string id) =>
            Assert.Single((await saras.Get($"/v1/work?subject={id}&state=open,done,cancelled")).Is(200).Rows)!;
        var work = await Work(promise.Id);
        Assert.Equal(("commitment", sara, promise.Text("dueAt"), "open", "فردا زنگ می‌زنم"), (work["kind"]!.GetValue<string>(), work["ownerId"]!.GetValue<string>(),
            work["dueAt"]!.GetValue<string>(), work["state"]!.GetValue<string>(), work["title"]!.GetValue<string>()));
        Assert.Equal([work["id"]!.GetValue<string>()], await saras.Queue("mine=true"));
        var moved = (await tenant.Administrator.Renegotiate(promise.Id)).Is(200);
        Assert.Equal(moved.Text("dueAt"), (await Work(promise.Id))["dueAt"]!.GetValue<string>());
        var id = work["id"]!.GetValue<string>();
        foreach (var refused in new[] { await saras.Complete(id), await saras.Cancel(id), await saras.Patch("/v1/work/" + id, new { title = "X" }, "*") })
        {
            Assert.Equal(promise.Id, refused.IsProblem(409, "work.driven_by_record").Text("conflictingId"));
        }
        (await tenant.Administrator.Fulfil(promise.Id)).Is(200);
        Assert.Equal("done", (await Work(promise.Id))["state"]!.GetValue<string>());
        var other = await tenant.Promise(responsibleId: sara);
        (await tenant.Administrator.Withdraw(other.Id)).Is(200);
        Assert.Equal("cancelled", (await Work(other.Id))["state"]!.GetValue<string>());
        Assert.Empty(await saras.Queue("mine=true"));
    }

    [Fact]
    [Trait("Requirement", "S3-ACCT-1")]
    public async Task Whoever_takes_over_the_work_keeps_the_promise()
    {
        var tenant = await Host.NewTenant();
        var (boss, _) = await tenant.Employ("Boss", Role.Supervisor);
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.EmployUnder(boss, "Ali");
        var promise = await tenant.Promise(responsibleId: sara);
        var work = (await saras.Queue("mine=true"))[0];
        (await saras.HandOver(work, ali)).Is(200);
        Assert.Equal(sara, (await saras.Get("/v1/commitments/" + promise.Id)).Text("responsibleId"));
        (await alis.Accept(work)).Is(200);
        var kept = (await saras.Get("/v1/commitments/" + promise.Id)).Is(200);
        Assert.Equal((ali, boss), (kept.Text("responsibleId"), kept.Text("accountableId")));
        Assert.Equal(["made", "reassigned"], await tenant.History(promise.Id));
        var history = (await saras.Get($"/v1/commitments/{promise.Id}/history")).Is(200);
        Assert.Equal((sara, sara, ali, boss), (history.Text("events.0.responsibleId"), history.Text("events.0.accountableId"), history.Text("events.1.responsibleId"), history.Text("events.1.accountableId")));
        Assert.Single(await tenant.Events("commitment.reassigned"));
        (await tenant.Administrator.Assign(work, sara)).Is(200);
        Assert.Equal(sara, (await saras.Get("/v1/commitments/" + promise.Id)).Text("responsibleId"));
    }

    [Fact]
    public async Task The_work_of_a_broken_promise_stays_open_until_it_is_kept()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var promise = await tenant.Promise(responsibleId: sara);
        own.Clock.Advance(TimeSpan.FromHours(2));
        await own.Ring();
        Assert.Equal("broken", await tenant.State(promise.Id));
        Assert.Single(await saras.Queue("mine=true"));
        Assert.Equal(1, (await saras.Get("/v1/work/statistics")).Is(200).Find("overdue")!.GetValue<int>());
        (await tenant.Administrator.Fulfil(promise.Id)).Is(200);
        Assert.Empty(await saras.Queue("mine=true"));
    }

    [Fact]
    public async Task The_work_of_an_erased_customer_can_be_cancelled_by_hand()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var promise = await tenant.Promise(responsibleId: sara);
        var work = (await saras.Queue("mine=true"))[0];
        (await tenant.Administrator.Post($"/v1/customers/{promise.Text("customerId")}/erasure", new { reason = "customerRequest" })).Is(200);
        (await saras.Complete(work)).IsProblem(409, "work.driven_by_record");
        (await saras.Cancel(work)).Is(200);
    }
}
