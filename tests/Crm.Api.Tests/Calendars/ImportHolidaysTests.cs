namespace Crm.Api.Tests.Calendars;

[Trait("Requirement", "S4-CULT-1")]
public sealed class ImportHolidaysTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Every_day_of_the_feed_is_closed_and_the_same_feed_adds_nothing()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar("Asia/Tehran");
        var feed = Feed(
            "DTSTART;VALUE=DATE:20261013\r\nDTEND;VALUE=DATE:20261015\r\nSUMMARY;LANGUAGE=fa:تاسوعا\\, عاشو\r\n را",
            "DTSTART:20261225\r\nRRULE:FREQ=YEARLY;INTERVAL=1\r\nSUMMARY:Christmas\r\nBEGIN:VALARM\r\nTRIGGER:-PT1H\r\nEND:VALARM",
            "DTSTART;VALUE=DATE:20261020\r\nDURATION:P2D\r\nSUMMARY:Two", "DTSTART;VALUE=DATE:20261101\r\nSTATUS:CANCELLED");
        var done = (await client.Post($"/v1/calendars/{made.Id}/holidays", new { content = feed })).Is(200);
        Assert.Equal((5, 0, "\"2\""), (Number(done, "added"), Number(done, "alreadyThere"), done.ETag));
        Assert.Equal("تاسوعا, عاشورا", done.Text("calendar.exceptions.0.name"));
        Assert.Equal("2026-10-14", done.Text("calendar.exceptions.1.date"));
        Assert.Equal("gregorian", done.Text("calendar.exceptions.2.yearly.calendar"));
        var again = (await client.Post($"/v1/calendars/{made.Id}/holidays", new { content = feed.ReplaceLineEndings("\n") })).Is(200);
        Assert.Equal((0, 5, "\"2\""), (Number(again, "added"), Number(again, "alreadyThere"), again.ETag));
        // Tuesday and Wednesday are closed, and so is Christmas of any year.
        Assert.Equal("2026-10-15T06:30:00.000Z", (await client.FindDeadline(made.Id, "2026-10-13T06:00:00Z", "PT1H")).Is(200).Text("deadline"));
        Assert.Equal("2031-12-26T06:30:00.000Z", (await client.FindDeadline(made.Id, "2031-12-25T00:00:00Z", "PT1H")).Is(200).Text("deadline"));
        Assert.Equal(2, (await client.Get($"/v1/calendars/{made.Id}/versions")).Rows.Count);
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("hello", "calendar.feed_malformed")]
    [InlineData("BEGIN:VCALENDAR\r\n", "calendar.feed_malformed")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "calendar.feed_malformed")]
    [InlineData("BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR", "calendar.feed_malformed")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR", "calendar.feed_malformed")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR", "calendar.feed_empty")]
    [InlineData("E:SUMMARY:no start", "calendar.feed_malformed")]
    [InlineData("E:DTSTART;VALUE=DATE:20261399", "calendar.feed_malformed")]
    [InlineData("E:DTSTART:20261013T090000Z", "calendar.feed_unsupported")]
    [InlineData("E:DTSTART:20261013\r\nDTEND:20261013", "calendar.feed_unsupported")]
    [InlineData("E:DTSTART:20261013\r\nDTEND:20291013", "calendar.feed_unsupported")]
    [InlineData("E:DTSTART:19601013", "calendar.feed_unsupported")]
    [InlineData("E:DTSTART:20261013\r\nRRULE:FREQ=YEARLY;BYDAY=1MO", "calendar.feed_unsupported")]
    [InlineData("E:DTSTART:20261013\r\nRRULE:FREQ=WEEKLY", "calendar.feed_unsupported")]
    [InlineData("E:DTSTART:20261013\r\nRDATE:20261014", "calendar.feed_unsupported")]
    [InlineData("E:DTSTART:20261013\r\nDURATION:PT5H", "calendar.feed_unsupported")]
    public async Task What_cannot_be_read_is_refused_and_changes_nothing(string content, string code)
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar();
        var sent = content.StartsWith("E:", StringComparison.Ordinal) ? Feed(content[2..]) : content;
        var answer = (await client.Post($"/v1/calendars/{made.Id}/holidays", new { content = sent })).Is(422);
        Assert.True(answer.Code == code || answer.Raw.Contains($"\"{code}\"", StringComparison.Ordinal), answer.Raw);
        Assert.Equal(made.ETag, (await client.Get("/v1/calendars/" + made.Id)).ETag);
    }

    [Fact]
    public async Task More_than_a_calendar_holds_is_refused_and_so_is_a_retired_one()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishCalendar();
        var many = Feed([.. Enumerable.Range(2026, 3).Select(y => $"DTSTART:{y}0101\r\nDTEND:{y}1231")]);
        (await client.Post($"/v1/calendars/{made.Id}/holidays", new { content = many })).IsProblem(422, "calendar.too_many_exceptions");
        (await client.Delete("/v1/calendars/" + made.Id, made.ETag)).Is(204);
        (await client.Post($"/v1/calendars/{made.Id}/holidays", new { content = Feed("DTSTART:20261013") })).IsProblem(409, "calendar.retired");
        (await (await Host.NewTenant()).Administrator.Post($"/v1/calendars/{made.Id}/holidays", new { content = Feed("DTSTART:20261013") })).IsProblem(404, "calendar.not_found");
    }

    private static string Feed(params string[] events) =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + string.Concat(events.Select((e, i) => $"BEGIN:VEVENT\r\nUID:{i}\r\n{e}\r\nEND:VEVENT\r\n")) + "END:VCALENDAR\r\n";

    private static int Number(Answer answer, string member) => answer.Body![member]!.GetValue<int>();
}
