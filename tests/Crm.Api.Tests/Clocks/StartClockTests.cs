using Crm.Api.Tests.Calendars;
using Crm.Api.Tests.Interactions;

namespace Crm.Api.Tests.Clocks;

[Trait("Requirement", "S3-SPEED-1")]
public sealed class StartClockTests(CrmHost host) : ApiTest(host)
{
    /// <summary>The golden vectors of a clock, whose instants lie in the past: what happened there is shown at its exact instant.</summary>
    [Theory]
    [InlineData("2025-10-15T16:30:00+03:30", "PT4H", "2025-10-16T08:30:00.000Z")]
    [InlineData("2025-10-15T12:30:00+03:30", "PT1H", "2025-10-15T11:00:00.000Z")]
    public async Task Runs_in_the_open_hours_of_its_calendar_and_is_breached_at_the_exact_instant(string startedAt, string target, string due)
    {
        var client = (await Host.NewTenant()).Administrator;
        var calendar = (await client.EstablishPreset("iran")).Id;
        var clock = await client.StartClock("firstResponse", target, startedAt, calendar);
        Assert.Equal((due, due, "running"), (clock.Text("dueAt"), clock.Text("breachedAt"), clock.Text("state")));
        var reading = await client.Reading(clock.Id);
        Assert.StartsWith("-PT", reading.Text("remaining"), StringComparison.Ordinal);
        var late = (await client.FulfilClock(clock.Id)).Is(200);
        Assert.Equal(("fulfilledLate", due), (late.Text("state"), late.Text("breachedAt")));
        // A target of its own has the rungs of the policy all the same.
        Assert.Equal(["activated", "rungReached50", "rungReached75", "breached", "rungReached100", "rungReached150", "fulfilled"], await client.Kinds(clock.Id));
    }

    [Fact]
    [Trait("Requirement", "S3-SPEED-2")]
    public async Task Takes_its_target_from_the_policy_in_force_and_keeps_its_versions()
    {
        var client = (await Host.NewTenant()).Administrator;
        var standard = (await client.Post("/v1/clocks", new { metric = "firstHumanContact", channel = "post" })).Is(201);
        Assert.Equal("PT24H", standard.Text("target"));
        Assert.Null(standard.Body!["policyId"]);
        var policy = (await client.Post("/v1/policies", new { name = "Ours", rank = 1, targets = new[] { new { metric = "firstResponse", channel = "chat", target = "PT10M" } } })).Is(201);
        var chat = (await client.Post("/v1/clocks", new { metric = "firstResponse", channel = "chat" })).Is(201);
        Assert.Equal(("PT10M", policy.Id, "1"), (chat.Text("target"), chat.Text("policyId"), chat.Body!["policyVersion"]!.ToString()));
        (await client.Patch($"/v1/policies/{policy.Id}", new { targets = new[] { new { metric = "firstResponse", channel = "chat", target = "PT20M" } } }, "*")).Is(200);
        Assert.Equal("PT10M", (await client.Get("/v1/clocks/" + chat.Id)).Is(200).Text("target"));
        var again = (await client.Post($"/v1/clocks/{chat.Id}/recalculation")).Is(200);
        Assert.Equal(("PT20M", "2"), (again.Text("target"), again.Body!["policyVersion"]!.ToString()));
        Assert.Equal(["activated", "policyApplied"], await client.Kinds(chat.Id));
    }

    [Fact]
    public async Task Refuses_what_can_be_no_clock()
    {
        var client = (await Host.NewTenant()).Administrator;
        foreach (var (target, code) in new[] { ("PT0S", "target_not_positive"), ("P36600D", "target_too_long"), ("soon", "target_invalid"), ("-PT1H", "target_invalid") })
        {
            (await client.Post("/v1/clocks", new { metric = "approval", target })).IsInvalid("/target", code);
        }
        (await client.Post("/v1/clocks", new { metric = "approval", calendarId = "calendar_01j00000000000000000000000" })).IsInvalid("/calendarId", "calendar_without_target");
        (await client.Post("/v1/clocks", new { metric = "approval", target = "PT1H", calendarId = "calendar_01j00000000000000000000000" })).IsProblem(422, "calendar_unknown");
        (await client.Post("/v1/clocks", new { metric = "approval", target = "PT1H", startedAt = "2999-01-01T00:00:00Z" })).Is(422);
        (await client.Post("/v1/clocks", new { metric = "approval", target = "PT1H", startedAt = "1999-01-01T00:00:00Z" })).IsProblem(422, "started_long_ago");
        (await client.Post("/v1/clocks", new { metric = "approval", target = "PT1H", customerId = "customer_01j00000000000000000000000" })).IsProblem(422, "reference_unknown");
        (await client.Post("/v1/clocks", new { metric = "approval", target = "PT1H", customerClass = "VIP!" })).IsInvalid("/customerClass", "format_invalid");
    }

    [Fact]
    public async Task Stands_still_only_where_it_may()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var contact = await client.StartClock("firstHumanContact");
        (await client.Pause(contact.Id)).IsProblem(409, "clock.never_pauses");
        var clock = await client.StartClock();
        (await client.Resume(clock.Id)).IsProblem(409, "clock.not_paused");
        var paused = (await client.Pause(clock.Id)).Is(200);
        Assert.Equal(("paused", "waitingCustomer"), (paused.Text("state"), paused.Text("waitsFor")));
        Assert.Null(paused.Body!["dueAt"]);
        (await client.Pause(clock.Id)).IsProblem(409, "clock.paused");
        Assert.DoesNotContain('-', (await client.Reading(clock.Id)).Text("remaining"));
        (await client.Resume(clock.Id)).Is(200);
        (await client.Post($"/v1/clocks/{clock.Id}/cancellation")).Is(200);
        foreach (var verb in new[] { "resumption", "fulfilment", "cancellation", "recalculation" })
        {
            (await client.Post($"/v1/clocks/{clock.Id}/{verb}")).IsProblem(409, "clock.ended");
        }
        var stranger = (await Host.NewTenant()).Administrator;
        (await stranger.Get("/v1/clocks/" + clock.Id)).IsProblem(404, "clock.not_found");
        (await stranger.Pause(clock.Id)).IsProblem(404, "clock.not_found");
    }

    [Fact]
    public async Task Fulfilled_fifty_times_at_once_it_is_fulfilled_once()
    {
        var client = (await Host.NewTenant()).Administrator;
        var clock = await client.StartClock();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.FulfilClock(clock.Id))));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal(409, a.Status));
        Assert.Equal(["activated", "fulfilled"], await client.Kinds(clock.Id));
    }

    [Fact]
    public async Task Listed_by_what_and_when()
    {
        var tenant = await Host.NewTenant();
        var client = tenant.Administrator;
        var customer = await tenant.NewCustomer();
        var (second, first, third) = (await client.StartClock(target: "PT2H", customerId: customer), await client.StartClock(target: "PT1H"), await client.StartClock("approval", "PT3H"));
        (await client.Pause(third.Id)).Is(200);
        async Task<string[]> Ids(string query) => [.. (await client.Get("/v1/clocks?" + query)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];
        Assert.Equal([first.Id, second.Id], await Ids("sort=dueAt"));
        Assert.Equal([second.Id], await Ids("sort=-dueAt&limit=1"));
        Assert.Equal([third.Id], await Ids("state=paused"));
        Assert.Equal([third.Id], await Ids("metric=approval,callback"));
        Assert.Equal([second.Id], await Ids("customerId=" + customer));
        Assert.Equal([first.Id], await Ids("subject=" + first.Id));
        Assert.Empty(await Ids("breached=true"));
    }
}
