namespace Crm.Api.Tests.Calendars;

[Trait("Requirement", "S4-POLICY-1")]
public sealed class ReviseCalendarTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Every_change_makes_a_version_and_the_older_ones_answer_as_before()
    {
        var client = (await Host.NewTenant()).Administrator;
        var first = await client.EstablishCalendar();
        var at = "/v1/calendars/" + first.Id;
        var second = (await client.Patch(at, new { hours = new[] { CalendarSteps.Hours("monday", "10:00", "11:00") } }, first.ETag)).Is(200);
        Assert.Equal(("\"2\"", "Daily"), (second.ETag, second.Text("name")));
        (await client.Patch(at, new { name = "Late" }, first.ETag)).IsProblem(412, "stale_version");
        (await client.Patch(at, new { name = "Late" }, null)).IsProblem(428, "if_match_required");
        (await client.Patch(at, new { name = "دیر" }, second.ETag)).Is(200);
        Assert.Equal([3, 2, 1], (await client.Get(at + "/versions")).Is(200).Rows.Select(r => r!["number"]!.GetValue<int>()));
        var old = (await client.Get(at + "/versions/1")).Is(200);
        Assert.Equal(first.Body!["hours"]!.ToJsonString(), old.Body!["hours"]!.ToJsonString());
        Assert.Equal("دیر", (await client.Get(at + "/versions/3")).Is(200).Text("name"));
        (await client.Get(at + "/versions/4")).IsProblem(404, "calendar.version_unknown");
        (await client.Get(at + "/versions/0")).IsProblem(404, "calendar.version_unknown");
        // Tuesday 13 October 2026: open in the first version only.
        var question = new { start = "2026-10-13T00:00:00Z", target = "PT1H", calendarVersion = 1 };
        Assert.Equal("2026-10-13T10:00:00.000Z", (await client.Post(at + "/deadline", question)).Is(200).Text("deadline"));
        Assert.Equal("2026-10-19T11:00:00.000Z", (await client.FindDeadline(first.Id, "2026-10-13T00:00:00Z", "PT1H")).Is(200).Text("deadline"));
        (await client.Post(at + "/deadline", new { question.start, question.target, calendarVersion = 9 })).IsProblem(404, "calendar.version_unknown");
    }

    [Fact]
    public async Task Refuses_what_makes_no_calendar()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar();
        var at = "/v1/calendars/" + made.Id;
        (await client.Patch(at, new { hours = Array.Empty<object>() }, made.ETag)).IsProblem(422, "calendar.never_opens");
        (await client.Patch(at, new { timeZone = "X/Y" }, made.ETag)).IsInvalid("/timeZone", "time_zone_unknown");
        (await client.Patch(at, new { hours = (object?)null }, made.ETag)).IsInvalid("/hours", "required");
        (await client.Patch(at, new { hours = new[] { CalendarSteps.Hours("monday", "10:00", "25:00") } }, made.ETag)).Is(422);
        (await client.Patch(at, new { opening = 1 }, made.ETag)).IsInvalid("/opening", "member_unknown");
        (await client.Patch(at, "[]", made.ETag)).Is(422);
        Assert.Equal(made.ETag, (await client.Get(at)).ETag);
    }

    [Fact]
    public async Task A_retired_one_changes_no_more_and_its_versions_stay()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar();
        var at = "/v1/calendars/" + made.Id;
        (await client.Delete(at)).IsProblem(428, "if_match_required");
        (await client.Delete(at, "\"7\"")).IsProblem(412, "stale_version");
        (await client.Delete(at, made.ETag)).Is(204);
        (await client.Delete(at, made.ETag)).Is(204);
        (await client.Patch(at, new { name = "X" }, "*")).IsProblem(409, "calendar.retired");
        Assert.Empty((await client.Get("/v1/calendars?retired=false")).Rows);
        Assert.NotNull((await client.Get(at)).Is(200).Find("retiredAt"));
        Assert.Equal(2, (await client.Get(at + "/versions")).Rows.Count);
        (await client.Get(at + "/versions/1")).Is(200);
        (await client.FindDeadline(made.Id, "2026-10-13T00:00:00Z", "PT1H")).Is(200);
    }

    [Fact]
    public async Task The_default_of_the_tenant_is_a_calendar_in_use_and_is_not_retired()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var client = tenant.Administrator;
        var (made, gone) = (await client.EstablishCalendar(), await client.EstablishCalendar());
        (await client.Delete("/v1/calendars/" + gone.Id, gone.ETag)).Is(204);
        Assert.Null((await client.Get("/v1/settings")).Is(200).Find("defaultCalendarId"));
        (await client.Patch("/v1/settings", new { defaultCalendarId = gone.Id }, "*")).IsProblem(422, "calendar_unknown");
        (await other.Administrator.Patch("/v1/settings", new { defaultCalendarId = made.Id }, "*")).IsProblem(422, "calendar_unknown");
        (await client.Patch("/v1/settings", new { defaultCalendarId = made.Id }, "*")).Is(200);
        Assert.Equal(made.Id, (await client.Get("/v1/settings")).Text("defaultCalendarId"));
        (await client.Delete("/v1/calendars/" + made.Id, made.ETag)).IsProblem(409, "calendar.is_default");
        (await Host.Platform.Patch("/v1/platform/tenants/" + tenant.Id, new { settings = new { defaultCalendarId = gone.Id } }, "*")).IsProblem(422, "calendar_unknown");
        (await Host.Platform.Patch("/v1/platform/tenants/" + tenant.Id, new { settings = new { currency = "EUR" } }, "*")).Is(200);
        (await client.Patch("/v1/settings", new { defaultCalendarId = (string?)null }, "*")).Is(200);
        (await client.Delete("/v1/calendars/" + made.Id, made.ETag)).Is(204);
    }
}
