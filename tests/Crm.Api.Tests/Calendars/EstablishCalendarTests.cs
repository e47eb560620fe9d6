namespace Crm.Api.Tests.Calendars;

[Trait("Requirement", "S4-CULT-1")]
public sealed class EstablishCalendarTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task What_is_sent_is_what_is_read()
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = (await client.Post("/v1/calendars", new
        {
            name = " ساعت کاری شعبهٔ تجریش ",
            timeZone = "Asia/Tehran",
            hours = new[] { CalendarSteps.Hours("saturday", "08:30", "13:00"), CalendarSteps.Hours("friday", "22:00", "24:00") },
            exceptions = new object[]
            {
                new { date = "2026-10-17", name = "تعطیل" }, new { yearly = new { calendar = "jalali", month = 1, day = 1 }, name = "نوروز" },
                new { yearly = new { calendar = "gregorian", month = 2, day = 29 }, hours = new[] { new { from = "10:00", to = "12:00" } } },
            },
        })).Is(201);
        Assert.StartsWith("calendar_", made.Id, StringComparison.Ordinal);
        Assert.Equal("/v1/calendars/" + made.Id, made.Headers["Location"]);
        var read = (await client.Get("/v1/calendars/" + made.Id)).Is(200);
        Assert.Equal(made.Raw, read.Raw);
        Assert.Equal("ساعت کاری شعبهٔ تجریش", read.Text("name"));
        Assert.Equal("24:00", read.Text("hours.1.to"));
        Assert.Equal("jalali", read.Text("exceptions.1.yearly.calendar"));
        Assert.Empty(read.Body!["exceptions"]![0]!["hours"]!.AsArray());
        Assert.Equal("12:00", read.Text("exceptions.2.hours.0.to"));
        Assert.Equal(made.Id, (await client.Get("/v1/calendars?retired=false")).Is(200).Rows[0]!["id"]!.GetValue<string>());
        (await client.Get($"/v1/calendars/{made.Id}", ("If-None-Match", read.ETag))).Is(304);
    }

    [Theory]
    [InlineData("alwaysOpen", 7, 0, "Asia/Tehran")]
    [InlineData("iran", 11, 11, "Asia/Tehran")]
    [InlineData("mondayToFriday", 5, 0, "Asia/Tehran")]
    public async Task A_preset_needs_a_name_only_and_takes_the_zone_of_the_tenant(string preset, int hours, int exceptions, string zone)
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishPreset(preset);
        Assert.Equal((hours, exceptions, zone), (made.Body!["hours"]!.AsArray().Count, made.Body["exceptions"]!.AsArray().Count, made.Text("timeZone")));
        Assert.Equal("Europe/Berlin", (await client.EstablishPreset(preset, "Europe/Berlin")).Text("timeZone"));
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await Post("Mars/Olympus", ["09:00", "17:00"])).IsInvalid("/timeZone", "time_zone_unknown");
        (await Post("UTC", ["17:00", "09:00"])).IsInvalid("/hours/0", "hours_reversed");
        (await Post("UTC", ["09:00", "09:00"])).IsInvalid("/hours/0", "hours_reversed");
        (await Post("UTC", ["24:00", "24:00"])).IsInvalid("/hours/0", "hours_reversed");
        (await Post("UTC", ["09:00", "12:00"], ["11:59", "17:00"])).IsInvalid("/hours/1", "hours_overlap");
        (await Post("UTC", ["09:00", "12:00"], ["12:00", "17:00"])).Is(201);
        (await Post("UTC", ["09:00", "25:00"])).IsInvalid("/hours/0/to", "time_of_day_invalid");
        (await Post("UTC", ["09:00", "24:01"])).IsInvalid("/hours/0/to", "time_of_day_invalid");
        (await Post("UTC", ["9:00", "17:00"])).IsInvalid("/hours/0/from", "time_of_day_invalid");
        (await Post("UTC", ["۰۹:۰۰", "17:00"])).IsInvalid("/hours/0/from", "time_of_day_invalid");
        (await Post("UTC")).IsProblem(422, "calendar.never_opens");
        (await client.Post("/v1/calendars", new { name = "No hours", timeZone = "UTC" })).IsInvalid("/hours", "required");
        (await client.Post("/v1/calendars", new { name = "", preset = "iran" })).IsInvalid("/name", "required");
        (await client.Post("/v1/calendars", new { name = "X", preset = "mars" })).IsInvalid("/preset", "type_invalid");
        (await client.Post("/v1/calendars", new { name = "X", timeZone = "UTC", hours = Enumerable.Range(0, 13).Select(h => CalendarSteps.Hours("monday", $"{h:00}:00", $"{h:00}:30")) }))
            .IsInvalid("/hours/12", "hours_too_many");
        (await Except(new { })).IsInvalid("/exceptions/0", "exception_day_unclear");
        (await Except(new { date = "2026-01-01", yearly = new { calendar = "jalali", month = 1, day = 1 } })).IsInvalid("/exceptions/0", "exception_day_unclear");
        (await Except(new { date = "2026-01-01" }, new { date = "2026-01-01" })).IsInvalid("/exceptions/1", "exception_repeated");
        (await Except(new { date = "1969-12-31" })).IsInvalid("/exceptions/0/date", "date_out_of_range");
        (await Except(new { yearly = new { calendar = "jalali", month = 12, day = 30 } })).Is(201);
        (await Except(new { yearly = new { calendar = "jalali", month = 12, day = 31 } })).IsInvalid("/exceptions/0/yearly", "yearly_date_unknown");
        (await Except(new { yearly = new { calendar = "gregorian", month = 2, day = 30 } })).IsInvalid("/exceptions/0/yearly", "yearly_date_unknown");
        (await Except(new { yearly = new { calendar = "gregorian", month = 13, day = 1 } })).IsInvalid("/exceptions/0/yearly", "yearly_date_unknown");
        (await Except(new { date = "2026-01-01", hours = new[] { new { from = "10:00", to = "09:00" } } })).IsInvalid("/exceptions/0/hours/0", "hours_reversed");
        (await Except([.. Enumerable.Range(0, 1001).Select(i => new { date = $"{2000 + i / 300}-{1 + i % 300 / 25:00}-{1 + i % 25:00}" })])).IsInvalid("/exceptions", "too_many");

        Task<Answer> Post(string zone, params string[][] hours) =>
            client.Post("/v1/calendars", new { name = "X", timeZone = zone, hours = hours.Select(h => CalendarSteps.Hours("monday", h[0], h[1])) });
        Task<Answer> Except(params object[] exceptions) =>
            client.Post("/v1/calendars", new { name = "X", timeZone = "UTC", hours = new[] { CalendarSteps.Hours("monday", "09:00", "17:00") }, exceptions });
    }

    [Fact]
    public async Task The_same_request_twice_makes_one()
    {
        var client = (await Host.NewTenant()).Administrator;
        var body = new { name = "Once", preset = "iran" };
        var first = (await client.Post("/v1/calendars", body, ("Idempotency-Key", "calendar-1"))).Is(201);
        var second = (await client.Post("/v1/calendars", body, ("Idempotency-Key", "calendar-1"))).Is(201);
        Assert.Equal(first.Raw, second.Raw);
        Assert.Single((await client.Get("/v1/calendars")).Rows);
    }

    [Fact]
    public async Task Another_tenant_sees_nothing_of_it_and_a_reader_changes_nothing()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var made = await tenant.Administrator.EstablishCalendar();
        var at = "/v1/calendars/" + made.Id;
        (await other.Administrator.Get(at)).IsProblem(404, "calendar.not_found");
        (await other.Administrator.Patch(at, new { name = "X" }, "*")).IsProblem(404, "calendar.not_found");
        (await other.Administrator.Delete(at, "*")).IsProblem(404, "calendar.not_found");
        (await other.Administrator.Get(at + "/versions")).IsProblem(404, "calendar.not_found");
        (await other.Administrator.Get(at + "/versions/1")).IsProblem(404, "calendar.not_found");
        (await tenant.Administrator.FindDeadline(made.Id, "2026-01-01T00:00:00Z", "PT1H")).Is(200);
        (await other.Administrator.FindDeadline(made.Id, "2026-01-01T00:00:00Z", "PT1H")).IsProblem(404, "calendar.not_found");
        (await other.Administrator.Post(at + "/deadline", new { start = "2026-01-01T00:00:00Z", target = "PT1H", calendarVersion = 1 })).IsProblem(404, "calendar.not_found");
        (await other.Administrator.Post(at + "/measure", new { from = "2026-01-01T00:00:00Z", to = "2026-01-02T00:00:00Z" })).IsProblem(404, "calendar.not_found");
        Assert.Empty((await other.Administrator.Get("/v1/calendars")).Rows);
        var reader = Host.ClientWith((await tenant.Administrator.Post("/v1/api-keys", new { name = "Reader", role = "reader" })).Is(201).Text("secret"));
        (await reader.Get(at)).Is(200);
        (await reader.FindDeadline(made.Id, "2026-01-01T00:00:00Z", "PT1H")).Is(200);
        (await reader.Post("/v1/calendars", new { name = "X", preset = "iran" })).Is(403);
        (await reader.Patch(at, new { name = "X" }, "*")).Is(403);
    }
}
