using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Callbacks;

/// <summary>Time passes: each test has a host, and with it time, of its own.</summary>
[Trait("Requirement", "S2-CALLBACK-1")]
public sealed class MissCallbackTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_window_without_an_attempt_is_missed_once_at_its_end()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var asked = await tenant.AskForCallback("PT1H");
        await own.Ring();
        Assert.Equal("open", (await tenant.Callback(asked.Id)).Text("state"));
        await own.Pass(TimeSpan.FromHours(1));
        await own.Ring();
        await own.Pass(TimeSpan.FromHours(3));
        var missed = await tenant.Callback(asked.Id);
        Assert.Equal(("missed", asked.Text("windowTo")), (missed.Text("state"), missed.Text("missedAt")));
        Assert.Equal(["requested", "missed"], await tenant.CallbackHistory(asked.Id));
        Assert.Contains(asked.Id, Assert.Single(await tenant.Events("callback.missed")), StringComparison.Ordinal);
        Assert.Single(await tenant.Events("clock.breached"));
        // The usual rungs: half of the window, three quarters, its end and half as much again.
        Assert.Equal(["50", "75", "100", "150"], (await tenant.Events("clock.rung_reached")).Select(e => System.Text.Json.Nodes.JsonNode.Parse(e)!["percent"]!.ToString()));
        Assert.Equal(["running breached"], await tenant.ClocksOf(asked.Id));
        Assert.Equal(["callback.missed", "callback.requested"],
            (await tenant.Administrator.Get($"/v1/customers/{asked.Text("customerId")}/timeline?type=callback.requested,callback.missed")).Is(200).Rows.Select(r => r!["type"]!.GetValue<string>()));
        var late = (await tenant.Administrator.Attempt(asked.Id, "reached")).Is(200);
        Assert.Equal(("reachedLate", asked.Text("windowTo")), (late.Text("state"), late.Text("missedAt")));
        Assert.Equal(["fulfilledLate breached"], await tenant.ClocksOf(asked.Id));
        Assert.Equal(0, await tenant.Alarms());
    }

    [Fact]
    public async Task Reached_before_the_end_the_clock_is_fulfilled_and_nothing_is_missed()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var asked = await tenant.AskForCallback(from: own.In(TimeSpan.FromHours(1)), to: own.In(TimeSpan.FromHours(2)));
        var reached = (await tenant.Administrator.Attempt(asked.Id, "reached", "خیلی خوشحال شد")).Is(200);
        Assert.Equal(("reached", "خیلی خوشحال شد"), (reached.Text("state"), reached.Text("attempts.0.note")));
        Assert.Equal(["fulfilled"], await tenant.ClocksOf(asked.Id));
        await own.Pass(TimeSpan.FromHours(5));
        Assert.Empty(await tenant.Events("callback.missed"));
        (await tenant.Administrator.Attempt(asked.Id)).IsProblem(409, "callback.already_reached");
        (await tenant.Administrator.Reschedule(asked.Id)).IsProblem(409, "callback.already_reached");
        (await tenant.Administrator.CancelCallback(asked.Id)).IsProblem(409, "callback.already_reached");
        Assert.Contains("\"late\":false", Assert.Single(await tenant.Events("callback.reached")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_inside_the_window_that_reaches_nobody_keeps_the_promise_and_one_before_it_does_not()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var (inside, before) = (
            await tenant.AskForCallback("PT2H"),
            await tenant.AskForCallback(from: own.In(TimeSpan.FromHours(1)), to: own.In(TimeSpan.FromHours(2))));
        var tried = (await tenant.Administrator.Attempt(inside.Id, "messageLeft")).Is(200);
        Assert.Equal(("open", tried.Text("attempts.0.at")), (tried.Text("state"), tried.Text("triedAt")));
        Assert.Null((await tenant.Administrator.Attempt(before.Id, "busy")).Is(200).Find("triedAt"));
        await own.Pass(TimeSpan.FromHours(4));
        Assert.Equal(("open", "missed"), ((await tenant.Callback(inside.Id)).Text("state"), (await tenant.Callback(before.Id)).Text("state")));
        Assert.Equal(["fulfilled"], await tenant.ClocksOf(inside.Id));
        Assert.Equal("reached", (await tenant.Administrator.Attempt(inside.Id, "reached")).Is(200).Text("state"));
        Assert.Equal([1, 2], (await tenant.Callback(inside.Id)).Body!["attempts"]!.AsArray().Select(a => a!["number"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_nobody_noticed_yet_is_missed_first_when_somebody_calls_too_late()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var asked = await tenant.AskForCallback("PT1H");
        own.Clock.Advance(TimeSpan.FromHours(2));
        var late = (await tenant.Administrator.Attempt(asked.Id, "reached")).Is(200);
        Assert.Equal(("reachedLate", asked.Text("windowTo")), (late.Text("state"), late.Text("missedAt")));
        await own.Ring();
        Assert.Equal(["requested", "missed", "attempted"], await tenant.CallbackHistory(asked.Id));
        Assert.Single(await tenant.Events("callback.missed"));
        Assert.Single(await tenant.Events("clock.breached"));
    }

    [Fact]
    public async Task Another_window_may_be_agreed_on_also_after_a_miss_which_stays()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var asked = await tenant.AskForCallback("PT1H");
        await own.Pass(TimeSpan.FromHours(2));
        (await tenant.Administrator.Reschedule(asked.Id, customerAgreed: false)).IsInvalid("/customerAgreed", "customer_not_agreed");
        var again = (await tenant.Administrator.Reschedule(asked.Id, "PT2H")).Is(200);
        Assert.Equal(("open", asked.Text("windowTo"), 1), (again.Text("state"), again.Text("missedAt"), again.Find("missedWindows")!.GetValue<int>()));
        Assert.Equal(["cancelled breached", "running"], await tenant.ClocksOf(asked.Id));
        await own.Pass(TimeSpan.FromHours(3));
        Assert.Equal(2, (await tenant.Events("callback.missed")).Count);
        var last = (await tenant.Administrator.Reschedule(asked.Id, "PT2H")).Is(200);
        Assert.Equal("reached", (await tenant.Administrator.Attempt(asked.Id, "reached")).Is(200).Text("state"));
        Assert.Equal(["requested", "missed", "rescheduled", "missed", "rescheduled", "attempted"], await tenant.CallbackHistory(asked.Id));
        Assert.Equal([asked.Text("windowTo"), again.Text("windowTo"), last.Text("windowTo")],
            (await tenant.Administrator.Get($"/v1/callbacks/{asked.Id}/history")).Is(200).Body!["events"]!.AsArray().Select(e => e!["windowTo"]).OfType<System.Text.Json.Nodes.JsonNode>().Select(t => t.GetValue<string>()));
        var figures = (await tenant.Administrator.Get($"/v1/callbacks/statistics?to={own.In(TimeSpan.FromHours(1))}")).Is(200);
        Assert.Equal((1, 1, 0, 2), (figures.Find("made")!.GetValue<int>(), figures.Find("reached")!.GetValue<int>(), figures.Find("missed")!.GetValue<int>(), figures.Find("byOwner.0.missedWindows")!.GetValue<int>()));
    }

    [Fact]
    public async Task What_is_cancelled_is_not_missed_any_more_and_its_clock_is_nobodys_to_drive()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var asked = await tenant.AskForCallback("PT1H");
        var clock = Assert.Single((await tenant.Administrator.Get("/v1/clocks?subject=" + asked.Id)).Is(200).Rows)!["id"]!.GetValue<string>();
        Assert.Equal(asked.Id, (await tenant.Administrator.Post($"/v1/clocks/{clock}/recalculation")).IsProblem(409, "clock.driven_by_record").Text("conflictingId"));
        (await tenant.Administrator.Post($"/v1/clocks/{clock}/fulfilment")).IsProblem(409, "clock.driven_by_record");
        Assert.Equal("cancelled", (await tenant.Administrator.CancelCallback(asked.Id)).Is(200).Text("state"));
        await own.Pass(TimeSpan.FromHours(2));
        Assert.Empty(await tenant.Events("callback.missed"));
        Assert.Equal(["cancelled"], await tenant.ClocksOf(asked.Id));
        (await tenant.Administrator.Attempt(asked.Id, "reached")).IsProblem(409, "callback.cancelled");
        Assert.Equal(0, await tenant.Alarms());
    }
}
