using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Commitments;

[Trait("Requirement", "S1-HELP-7")]
public sealed class KeepCommitmentTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Kept_with_its_evidence_once()
    {
        var tenant = await Host.NewTenant();
        var made = await tenant.Promise();
        (await tenant.Administrator.Fulfil(made.Id, "")).IsInvalid("/evidence", "required");
        var kept = (await tenant.Administrator.Fulfil(made.Id, "ساعت ده زنگ زدم")).Is(200);
        Assert.Equal(("kept", "ساعت ده زنگ زدم"), (kept.Text("state"), kept.Text("evidence")));
        (await tenant.Administrator.Fulfil(made.Id)).IsProblem(409, "commitment.already_kept");
        (await tenant.Administrator.Withdraw(made.Id)).IsProblem(409, "commitment.already_kept");
        (await tenant.Administrator.Renegotiate(made.Id)).IsProblem(409, "commitment.already_kept");
        var stranger = (await Host.NewTenant()).Administrator;
        (await stranger.Fulfil(made.Id)).IsProblem(404, "commitment.not_found");
        (await stranger.Renegotiate(made.Id)).IsProblem(404, "commitment.not_found");
        (await stranger.Withdraw(made.Id)).IsProblem(404, "commitment.not_found");
        (await stranger.Get("/v1/commitments/" + made.Id)).IsProblem(404, "commitment.not_found");
        (await stranger.Get($"/v1/commitments/{made.Id}/history")).IsProblem(404, "commitment.not_found");
    }

    [Fact]
    public async Task Fulfilled_twenty_times_at_once_it_is_kept_once()
    {
        var tenant = await Host.NewTenant();
        var made = await tenant.Promise();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => tenant.Administrator.Fulfil(made.Id))));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal(409, a.Status));
        Assert.Equal(["made", "kept"], await tenant.History(made.Id));
    }

    [Fact]
    public async Task Renegotiated_with_consent_both_times_stay()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var made = await tenant.Promise();
        (await client.Renegotiate(made.Id, customerAgreed: false)).IsInvalid("/customerAgreed", "customer_not_agreed");
        (await client.Post($"/v1/commitments/{made.Id}/renegotiation", new { reason = "Late", customerAgreed = true, due = Host.In(-TimeSpan.FromDays(1)) })).IsInvalid("/due", "due_past");
        (await client.Post($"/v1/commitments/{made.Id}/renegotiation", new { reason = "Late", customerAgreed = true, within = "PT1H", calendarId = "calendar_01j00000000000000000000000" }))
            .IsProblem(422, "calendar_unknown");
        var moved = (await client.Renegotiate(made.Id, "P2D")).Is(200);
        Assert.Equal(made.Text("dueAt"), moved.Text("firstDueAt"));
        Assert.NotEqual(made.Text("dueAt"), moved.Text("dueAt"));
        var events = (await client.Get($"/v1/commitments/{made.Id}/history")).Is(200).Body!["events"]!.AsArray();
        Assert.Equal([made.Text("dueAt"), moved.Text("dueAt")], events.Select(e => e!["dueAt"]!.GetValue<string>()));
        for (var i = 1; i < 20; i++)
        {
            (await client.Renegotiate(made.Id)).Is(200);
        }
        (await client.Renegotiate(made.Id)).IsProblem(409, "commitment.renegotiated_too_often");
    }

    [Fact]
    [Trait("Requirement", "S3-ACCT-1")]
    public async Task Withdrawn_by_whoever_is_accountable_or_has_the_permission()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara", Domain.Role.Agent);
        var (_, others) = await tenant.Employ("Other", Domain.Role.Agent);
        var (_, supervisors) = await tenant.Employ("Supervisor", Domain.Role.Supervisor);
        var (first, second) = (await tenant.Promise(responsibleId: sara), await tenant.Promise(responsibleId: sara));
        (await others.Withdraw(first.Id)).IsProblem(403, "commitment.withdrawal_not_yours");
        Assert.Equal("withdrawn", (await saras.Withdraw(first.Id)).Is(200).Text("state"));
        (await supervisors.Withdraw(second.Id)).Is(200);
        (await saras.Fulfil(first.Id)).IsProblem(409, "commitment.withdrawn");
        (await saras.Withdraw(first.Id)).IsProblem(409, "commitment.withdrawn");
    }

    [Fact]
    public async Task Goes_with_a_merged_customer_and_loses_its_words_with_an_erased_one()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var (survivor, loser) = (await tenant.NewCustomer(), await tenant.NewCustomer());
        var made = await tenant.Promise(customerId: loser);
        (await client.Post($"/v1/customers/{survivor}:merge", new { loserId = loser }, ("If-Match", "*"))).Is(200);
        Assert.Equal(survivor, (await client.Get("/v1/commitments/" + made.Id)).Is(200).Text("customerId"));
        (await client.Renegotiate(made.Id)).Is(200);
        (await client.Post($"/v1/customers/{survivor}/erasure", new { reason = "customerRequest" })).Is(200);
        var read = (await client.Get("/v1/commitments/" + made.Id)).Is(200);
        Assert.Equal(("open", ""), (read.Text("state"), read.Text("text")));
        Assert.All((await client.Get($"/v1/commitments/{made.Id}/history")).Is(200).Body!["events"]!.AsArray(), e => Assert.Null(e!["note"]));
        (await client.Fulfil(made.Id)).IsProblem(409, "customer.erased");
    }

    [Fact]
    public async Task Listed_and_counted_by_whom_and_when()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var boss = (await client.Post("/v1/staff", new { name = "Boss" })).Is(201).Id;
        var sara = (await client.Post("/v1/staff", new { name = "Sara", managerId = boss })).Is(201).Id;
        var customer = await tenant.NewCustomer();
        var made = new List<Answer>();
        foreach (var within in (string[])["PT3H", "PT1H", "PT2H", "PT5H"])
        {
            made.Add(await tenant.Promise(within, customer, sara));
        }
        (await client.Fulfil(made[0].Id)).Is(200);
        (await client.Withdraw(made[3].Id)).Is(200);
        async Task<string[]> Ids(string query) => [.. (await client.Get("/v1/commitments?" + query)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];
        Assert.Equal([made[1].Id, made[2].Id, made[0].Id, made[3].Id], await Ids("sort=dueAt"));
        Assert.Equal([made[3].Id, made[2].Id, made[1].Id, made[0].Id], await Ids("customerId=" + customer));
        Assert.Equal([made[2].Id, made[1].Id], await Ids($"responsibleId={sara}&state=open"));
        Assert.Equal(4, (await Ids("accountableId=" + boss)).Length);
        Assert.Empty(await Ids("accountableId=" + sara));
        Assert.Equal([made[1].Id], await Ids("dueBefore=" + made[2].Text("dueAt")));
        var first = (await client.Get("/v1/commitments?sort=dueAt&limit=3")).Is(200);
        Assert.Equal([made[3].Id], await Ids("sort=dueAt&limit=3&cursor=" + first.Text("next")));
        var figures = (await client.Get($"/v1/commitments/statistics?to={Host.In(TimeSpan.FromDays(1))}&accountableId={boss}")).Is(200);
        Assert.Equal((2, 1, 1, 1m), (figures.Find("open")!.GetValue<int>(), figures.Find("kept")!.GetValue<int>(),
            figures.Find("withdrawn")!.GetValue<int>(), figures.Find("keptRate")!.GetValue<decimal>()));
        Assert.Equal(sara, figures.Text("byResponsible.0.responsibleId"));
        (await client.Get("/v1/commitments/statistics?from=2026-01-01T00:00:00Z&to=2027-06-01T00:00:00Z")).IsProblem(422, "period_invalid");
    }
}
