using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Domain;

namespace Crm.Api.Tests.Work;

[Trait("Requirement", "S3-OWNER-1")]
public sealed class HandOverTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Moves_only_when_the_receiver_accepts()
    {
        var tenant = await Host.NewTenant();
        var (boss, _) = await tenant.Employ("Boss", Role.Supervisor);
        var (other, _) = await tenant.Employ("Other boss", Role.Supervisor);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var (ali, alis) = await tenant.EmployUnder(other, "Ali");
        var made = await saras.Open(null);
        Assert.Equal((sara, boss), (made.Text("ownerId"), made.Text("accountableId")));
        var proposed = (await saras.HandOver(made.Id, ali)).Is(200);
        Assert.Equal((sara, ali, "از دوشنبه منتظر است"), (proposed.Text("ownerId"), proposed.Text("handOver.toId"), proposed.Text("handOver.note")));
        Assert.Equal(TimeSpan.FromHours(4), DateTimeOffset.Parse(proposed.Text("handOver.answerBy"), null) - DateTimeOffset.Parse(proposed.Text("handOver.proposedAt"), null));
        Assert.Equal([made.Id], await alis.Queue("handOverToId=" + ali));
        Assert.Equal(["work.hand_over_proposed"], await alis.Notified());
        Assert.Equal(1, await tenant.Alarms());
        var accepted = (await alis.Accept(made.Id)).Is(200);
        Assert.Equal((ali, other, 1), (accepted.Text("ownerId"), accepted.Text("accountableId"), accepted.Find("transfers")!.GetValue<int>()));
        Assert.Null(accepted.Find("handOver"));
        Assert.Equal(0, await tenant.Alarms());
        Assert.Equal(["work.hand_over_accepted"], await saras.Notified());
        var history = (await saras.Get($"/v1/work/{made.Id}/history")).Is(200);
        Assert.Equal(["opened", "handOverProposed", "handOverAccepted"], await tenant.Happened(made.Id));
        Assert.Equal((sara, ali), (history.Text("owners.0.ownerId"), history.Text("owners.1.ownerId")));
        Assert.Equal(history.Text("owners.0.to"), history.Text("owners.1.from"));
        Assert.Contains(ali, Assert.Single(await tenant.Events("work.owner_changed")), StringComparison.Ordinal);
        (await alis.Accept(made.Id)).IsProblem(409, "work.hand_over_none");
    }

    [Fact]
    public async Task Declined_it_stays_and_the_sender_and_the_lead_are_told()
    {
        var tenant = await Host.NewTenant();
        var (boss, bosses) = await tenant.Employ("Boss", Role.Supervisor);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var made = await saras.Open(null);
        (await saras.HandOver(made.Id, ali)).Is(200);
        (await alis.Decline("work_01j00000000000000000000000")).IsProblem(404, "work.not_found");
        (await alis.Post($"/v1/work/{made.Id}/hand-over/refusal", new { reason = "" })).IsInvalid("/reason", "required");
        var declined = (await alis.Decline(made.Id)).Is(200);
        Assert.Equal((sara, 1, 0), (declined.Text("ownerId"), declined.Find("returns")!.GetValue<int>(), declined.Find("transfers")!.GetValue<int>()));
        Assert.Equal(["work.hand_over_declined"], await saras.Notified());
        Assert.Equal(["work.hand_over_declined"], await bosses.Notified());
        Assert.Equal(0, await tenant.Alarms());
        var figures = (await bosses.Get($"/v1/work/statistics?to={Host.At(1)}")).Is(200);
        Assert.Equal((1, 1m), (figures.Find("returns")!.GetValue<int>(), figures.Find("bounceRate")!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Unanswered_in_time_it_comes_back_once()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (boss, bosses) = await tenant.Employ("Boss", Role.Supervisor);
        var (sara, saras) = await tenant.EmployUnder(boss, "Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var made = await saras.Open(null);
        (await saras.HandOver(made.Id, ali, "PT2H")).Is(200);
        own.Clock.Advance(TimeSpan.FromMinutes(119));
        await own.Ring();
        Assert.NotNull((await saras.Get("/v1/work/" + made.Id)).Find("handOver"));
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        // Also before the clock has come to it, the time to answer is over.
        (await alis.Accept(made.Id)).IsProblem(409, "work.hand_over_timed_out");
        for (var turn = 0; turn < 3; turn++)
        {
            await own.Ring();
            own.Clock.Advance(TimeSpan.FromHours(2));
        }
        var back = (await saras.Get("/v1/work/" + made.Id)).Is(200);
        Assert.Equal((sara, 1), (back.Text("ownerId"), back.Find("returns")!.GetValue<int>()));
        Assert.Null(back.Find("handOver"));
        Assert.Equal(["opened", "handOverProposed", "handOverTimedOut"], await tenant.Happened(made.Id));
        Assert.Equal(["work.hand_over_timed_out"], await saras.Notified());
        Assert.Equal(["work.hand_over_timed_out"], await bosses.Notified());
        Assert.Contains("\"timedOut\":true", Assert.Single(await tenant.Events("work.hand_over_returned")), StringComparison.Ordinal);
        Assert.Equal(0, await tenant.Alarms());
        (await saras.HandOver(made.Id, ali)).Is(200);
        (await alis.Accept(made.Id)).Is(200);
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var tenant = await Host.NewTenant();
        var other = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var (third, thirds) = await tenant.Employ("Third");
        var made = await saras.Open(null);
        (await saras.HandOver(made.Id, sara)).IsProblem(409, "work.receiver_owns_it");
        (await alis.HandOver(made.Id, third)).IsProblem(403, "work.not_yours");
        (await saras.HandOver(made.Id, (await other.Employ("Foreign")).Id)).IsInvalid("/toId", "receiver_unknown");
        (await other.Administrator.HandOver(made.Id, ali)).IsProblem(404, "work.not_found");
        (await saras.HandOver(made.Id, ali, "P31D")).IsInvalid("/answerWithin", "answer_too_late");
        (await saras.HandOver(made.Id, ali, "P1M")).IsInvalid("/answerWithin", "target_invalid");
        (await saras.Post($"/v1/work/{made.Id}/hand-over", new { toId = ali })).IsInvalid("/note", "required");
        var gone = (await tenant.Administrator.Post("/v1/staff", new { name = "Gone", active = false })).Is(201).Id;
        (await saras.HandOver(made.Id, gone)).IsProblem(409, "work.receiver_inactive");
        (await saras.Accept(made.Id)).IsProblem(409, "work.hand_over_none");
        (await saras.WithdrawHandOver(made.Id)).IsProblem(409, "work.hand_over_none");
        (await saras.HandOver(made.Id, ali)).Is(200);
        (await saras.HandOver(made.Id, third)).IsProblem(409, "work.hand_over_pending");
        (await thirds.Accept(made.Id)).IsProblem(403, "work.hand_over_not_yours");
        (await tenant.Administrator.Accept(made.Id)).IsProblem(403, "work.hand_over_not_yours");
        (await thirds.Decline(made.Id)).IsProblem(403, "work.hand_over_not_yours");
        (await thirds.WithdrawHandOver(made.Id)).IsProblem(403, "work.not_yours");
        Assert.Equal("کار به کسی جز صاحب کنونی آن واگذار می‌شود.", (await saras.Send(HttpMethod.Post, $"/v1/work/{made.Id}/hand-over",
            new { toId = sara, note = "x" }, ("Accept-Language", "fa"))).IsProblem(409, "work.receiver_owns_it").Text("title"));
        Assert.Null((await saras.WithdrawHandOver(made.Id)).Is(200).Find("handOver"));
        Assert.Equal(0, await tenant.Alarms());
        (await saras.Complete(made.Id)).Is(200);
        (await saras.HandOver(made.Id, ali)).IsProblem(409, "work.closed");
    }

    [Fact]
    public async Task Someone_absent_gets_none_and_their_delegate_is_named()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        var (ali, _) = await tenant.Employ("Ali");
        var (third, _) = await tenant.Employ("Third");
        var made = await saras.Open(null);
        var away = await tenant.Away(ali, third);
        var refused = (await saras.HandOver(made.Id, ali)).IsProblem(409, "work.receiver_absent");
        Assert.Equal(third, refused.Text("conflictingId"));
        Assert.Contains(away.Text("to")[..19], refused.Text("detail"), StringComparison.Ordinal);
        (await tenant.Administrator.Assign(made.Id, ali)).IsProblem(409, "work.receiver_absent");
        (await tenant.Administrator.Post($"/v1/staff/{ali}/absences/{away.Id}/end")).Is(200);
        (await saras.HandOver(made.Id, ali)).Is(200);
    }

    [Fact]
    public async Task Fifty_acceptances_at_once_are_one()
    {
        var tenant = await Host.NewTenant();
        var (_, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        var made = await saras.Open(null);
        (await saras.HandOver(made.Id, ali)).Is(200);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => alis.Accept(made.Id)));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.True(a is { Status: 409, Code: "work.hand_over_none" or "concurrent_change" }, a.ToString()));
        Assert.Equal(["opened", "handOverProposed", "handOverAccepted"], await tenant.Happened(made.Id));
        Assert.Single(await tenant.Events("work.owner_changed"));
    }

    [Fact]
    public async Task Acceptance_and_withdrawal_at_once_leave_one_owner()
    {
        var tenant = await Host.NewTenant();
        var (sara, saras) = await tenant.Employ("Sara");
        var (ali, alis) = await tenant.Employ("Ali");
        for (var i = 0; i < 10; i++)
        {
            var made = await saras.Open(sara);
            (await saras.HandOver(made.Id, ali)).Is(200);
            var answers = await Task.WhenAll(alis.Accept(made.Id), saras.WithdrawHandOver(made.Id));
            Assert.Single(answers, a => a.Status == 200);
            Assert.Equal(answers[0].Status == 200 ? ali : sara, await tenant.Owner(made.Id));
        }
        Assert.Equal(0, await tenant.Alarms());
    }
}
