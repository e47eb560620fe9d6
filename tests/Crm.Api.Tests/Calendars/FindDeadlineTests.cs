using System.Text.Json.Nodes;

namespace Crm.Api.Tests.Calendars;

[Trait("Requirement", "S4-CULT-1")]
public sealed class FindDeadlineTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task The_golden_vectors()
    {
        var client = (await Host.NewTenant()).Administrator;
        var iran = (await client.EstablishPreset("iran")).Id;
        Assert.Equal("2026-10-15T08:30:00.000Z", (await client.FindDeadline(iran, "2026-10-14T16:30:00+03:30", "PT4H")).Is(200).Text("deadline"));
        Assert.Equal("2026-10-14T11:00:00.000Z", (await client.FindDeadline(iran, "2026-10-14T12:30:00+03:30", "PT1H")).Is(200).Text("deadline"));
        object[] outside = [new { from = "2026-10-14T17:00:00+03:30", to = "2026-10-15T08:30:00+03:30" }];
        Assert.Equal("2026-10-15T08:00:00.000Z", (await client.FindDeadline(iran, "2026-10-14T16:00:00+03:30", "PT4H", outside)).Is(200).Text("deadline"));
        var measured = (await client.Post($"/v1/calendars/{iran}/measure", new { from = "2026-10-14T16:30:00+03:30", to = "2026-10-17T09:30:00+03:30" })).Is(200);
        Assert.Equal("PT5H30M", measured.Text("measure"));
        Assert.Equal(["13:00 13:30", "05:00 09:00", "05:00 06:00"], Shown(measured));
        var berlin = (await client.EstablishPreset("alwaysOpen", "Europe/Berlin")).Id;
        Assert.Equal("2026-03-29T11:00:00.000Z", (await client.FindDeadline(berlin, "2026-03-28T12:00:00+01:00", "P1D")).Is(200).Text("deadline"));
    }

    [Fact]
    public async Task Nowruz_does_not_count()
    {
        var client = (await Host.NewTenant()).Administrator;
        var iran = (await client.EstablishPreset("iran")).Id;
        // 29 Esfand 1404 is Friday 20 March 2026; 1 to 4 Farvardin 1405 are Saturday to Tuesday.
        Assert.Equal("2026-03-25T05:30:00.000Z", (await client.FindDeadline(iran, "2026-03-19T12:00:00+03:30", "PT1H")).Is(200).Text("deadline"));
    }

    [Fact]
    public async Task The_intervals_together_are_the_target_and_a_measure_up_to_the_deadline_is_it_too()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar("Europe/Berlin", "00:00", "24:00");
        object[] pauses = [new { from = "2026-03-28T20:00:00Z", to = "2026-03-28T21:30:00.250Z" }, new { from = "2026-03-28T21:00:00Z", to = "2026-03-28T22:00:00Z" }];
        var due = (await client.FindDeadline(made.Id, "2026-03-28T11:00:00.125Z", "PT12H0.5S", pauses)).Is(200);
        Assert.Equal("2026-03-29T01:00:00.625Z", due.Text("deadline"));
        Assert.Equal(2, due.Body!["intervals"]!.AsArray().Count);
        var measured = (await client.Post($"/v1/calendars/{made.Id}/measure", new { from = "2026-03-28T11:00:00.125Z", to = due.Text("deadline"), pauses })).Is(200);
        Assert.Equal(due.Text("target"), measured.Text("measure"));
    }

    [Fact]
    public async Task While_it_stands_still_it_has_no_deadline_but_what_remains()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar();
        var due = (await client.FindDeadline(made.Id, "2026-10-13T10:00:00Z", "PT4H", [new { from = "2026-10-13T11:30:00Z" }])).Is(200);
        Assert.Null(due.Find("deadline"));
        Assert.Equal("PT2H30M", due.Text("remaining"));
        Assert.Equal(["10:00 11:30"], Shown(due));
    }

    [Fact]
    public async Task A_long_answer_is_cut_and_says_so()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar();
        var measured = (await client.Post($"/v1/calendars/{made.Id}/measure", new { from = "1970-01-01T00:00:00Z", to = "2199-12-31T23:59:59Z" })).Is(200);
        Assert.Equal((1000, true), (measured.Body!["intervals"]!.AsArray().Count, measured.Body["truncated"]!.GetValue<bool>()));
        Assert.Equal($"PT{(new DateTime(2200, 1, 1) - new DateTime(1970, 1, 1)).Days * 8}H", measured.Text("measure"));
        var due = (await client.FindDeadline(made.Id, "2026-01-01T00:00:00Z", "PT8000H")).Is(200);
        Assert.False(due.Body!["truncated"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar();
        const string start = "2026-10-13T10:00:00Z";
        (await client.FindDeadline(made.Id, start, "PT0S")).IsInvalid("/target", "target_not_positive");
        // More than the platform can hold, though each part of it may be said.
        (await client.FindDeadline(made.Id, start, "P11000000D")).IsInvalid("/target", "target_invalid");
        (await client.FindDeadline(made.Id, start, "P3661D")).IsInvalid("/target", "target_too_long");
        (await client.FindDeadline(made.Id, start, "P100Y")).IsInvalid("/target", "target_invalid");
        (await client.FindDeadline(made.Id, start, "چهار ساعت")).IsInvalid("/target", "target_invalid");
        (await client.FindDeadline(made.Id, start, "-PT1H")).IsInvalid("/target", "target_invalid");
        (await client.FindDeadline(made.Id, "1969-12-31T23:59:59Z", "PT1H")).IsInvalid("/start", "instant_out_of_range");
        (await client.FindDeadline(made.Id, "2200-01-01T00:00:00Z", "PT1H")).IsInvalid("/start", "instant_out_of_range");
        (await client.FindDeadline(made.Id, start, "PT1H", [new { from = "2026-10-13T11:00:00Z", to = "2026-10-13T10:00:00Z" }])).IsInvalid("/pauses/0/to", "pause_reversed");
        (await client.FindDeadline(made.Id, start, "PT1H", [.. Enumerable.Range(0, 1001).Select(_ => new { from = start })])).IsInvalid("/pauses", "too_many");
        (await client.FindDeadline(made.Id, "2199-12-31T16:30:00Z", "PT1H")).IsProblem(422, "calendar.never_opens");
        (await client.Post($"/v1/calendars/{made.Id}/measure", new { from = start, to = "2026-10-13T09:00:00Z" })).IsInvalid("/to", "measure_reversed");
        (await client.Post($"/v1/calendars/{made.Id}/measure", new { from = start })).IsInvalid("/to", "required");
        (await client.FindDeadline("calendar_01j00000000000000000000000", start, "PT1H")).IsProblem(404, "calendar.not_found");
        var once = (await client.Post("/v1/calendars", new
        {
            name = "Once",
            timeZone = "UTC",
            hours = Array.Empty<object>(),
            exceptions = new[] { new { date = "2026-01-01", hours = new[] { new { from = "09:00", to = "10:00" } } } },
        })).Is(201);
        (await client.FindDeadline(once.Id, start, "PT1H")).IsProblem(422, "calendar.never_opens");
    }

    private static string[] Shown(Answer answer) => [.. answer.Body!["intervals"]!.AsArray().Select(i => $"{Time(i!, "from")} {Time(i!, "to")}")];

    private static string Time(JsonNode interval, string member) => interval[member]!.GetValue<string>()[11..16];
}
