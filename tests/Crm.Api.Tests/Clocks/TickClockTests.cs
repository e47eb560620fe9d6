using System.Text.Json.Nodes;
using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Clocks;

/// <summary>Time passes: each test has a host, and with it time, of its own.</summary>
[Trait("Requirement", "S3-SPEED-3")]
public sealed class TickClockTests(CrmHost host) : ApiTest(host)
{
    private static readonly object Rungs = new[]
    {
        new { percent = 50, to = "owner", critical = false }, new { percent = 75, to = "lead", critical = false }, new { percent = 100, to = "manager", critical = false },
        new { percent = 150, to = "executive", critical = true },
    };

    [Fact]
    public async Task Each_rung_is_told_once_in_order_and_none_while_it_stands_still()
    {
        await using var own = CrmHost.With();
        var tenant = await own.NewTenant();
        var client = tenant.Administrator;
        (await client.Post("/v1/policies", new { name = "Ladder", rank = 1, targets = new[] { new { metric = "firstResponse", target = "PT100M", elapsed = true, pausedIn = new[] { "waitingCustomer" } } }, rungs = Rungs })).Is(201);
        var clock = (await client.Post("/v1/clocks", new { metric = "firstResponse" })).Is(201);
        await Pass(own, 49);
        Assert.Empty(await tenant.Events("clock.rung_reached"));
        await Pass(own, 2);
        Assert.Single(await tenant.Events("clock.rung_reached"));
        (await client.Pause(clock.Id)).Is(200);
        await Pass(own, 600);
        Assert.Single(await tenant.Events("clock.rung_reached"));
        Assert.Equal(0, await tenant.Alarms());
        (await client.Resume(clock.Id)).Is(200);
        await Pass(own, 30);
        await Pass(own, 0);
        await Pass(own, 300);
        var told = (await tenant.Events("clock.rung_reached")).Select(e => JsonNode.Parse(e)!).ToList();
        Assert.Equal(["50 owner", "75 lead", "100 manager", "150 executive"], told.Select(e => $"{e["percent"]} {e["level"]}"));
        Assert.Single(await tenant.Events("clock.breached"));
        Assert.Equal(["activated", "rungReached50", "paused", "resumed", "rungReached75", "breached", "rungReached100", "rungReached150"], await client.Kinds(clock.Id));
        Assert.Equal(0, await tenant.Alarms());
        (await client.FulfilClock(clock.Id)).Is(200);
        Assert.Single(await tenant.Events("clock.breached"));
    }

    [Fact]
    public async Task A_reading_shows_what_no_worker_has_come_to_yet_and_the_worker_notes_the_same_instant()
    {
        await using var own = CrmHost.With();
        var client = (await own.NewTenant()).Administrator;
        var clock = await client.StartClock("approval", "PT1H");
        own.Clock.Advance(TimeSpan.FromHours(3));
        var shown = await client.Reading(clock.Id);
        Assert.Equal(clock.Text("dueAt"), shown.Text("breachedAt"));
        Assert.Null((await client.Get("/v1/clocks/" + clock.Id)).Is(200).Body!["breachedAt"]);
        await own.Ring();
        Assert.Equal(clock.Text("dueAt"), (await client.Get("/v1/clocks/" + clock.Id)).Is(200).Text("breachedAt"));
    }

    [Fact]
    public async Task A_pause_ends_by_itself_when_all_together_have_lasted_long_enough()
    {
        await using var own = CrmHost.With();
        var client = (await own.NewTenant()).Administrator;
        (await client.Post("/v1/policies", new { name = "Cap", rank = 1, targets = new[] { new { metric = "nextResponse", target = "PT2H", elapsed = true, pausedIn = new[] { "waitingCustomer" }, mostPause = "PT1H" } } })).Is(201);
        var clock = (await client.Post("/v1/clocks", new { metric = "nextResponse" })).Is(201);
        (await client.Pause(clock.Id)).Is(200);
        await Pass(own, 90);
        Assert.Equal("running", (await client.Get("/v1/clocks/" + clock.Id)).Is(200).Text("state"));
        (await client.Pause(clock.Id)).IsProblem(409, "clock.may_not_wait");
        Assert.Equal(["activated", "paused", "resumed"], await client.Kinds(clock.Id));
    }

    private static async Task Pass(CrmHost own, int minutes)
    {
        own.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await own.Ring();
    }
}
