using Crm.Api.Tests.Calendars;

namespace Crm.Api.Tests.Policies;

[Trait("Requirement", "S3-SPEED-2")]
public sealed class EstablishPolicyTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task What_is_sent_is_what_is_read()
    {
        var client = (await Host.NewTenant()).Administrator;
        var calendar = await client.EstablishCalendar();
        var made = (await client.Post("/v1/policies", new
        {
            name = " مشتریان کلیدی ",
            rank = 7,
            appliesTo = new { subjects = new[] { "request", "complaint" }, customerClasses = new[] { "key" }, tiers = new[] { "silver", "gold" } },
            targets = new object[]
            {
                new { metric = "resolutionTotal", target = "P1W", priority = "urgent", pausedIn = new[] { "waitingThirdParty", "waitingCustomer" }, mostPause = "P10D" },
                new { metric = "firstResponse", target = "PT1H30M", channel = "inPerson", calendarId = calendar.Id },
                new { metric = "callback", target = "PT0.5S", elapsed = true },
            },
            rungs = new object[] { new { percent = 50, to = "owner" }, new { percent = 1000, to = "executive", critical = true } },
            effectiveFrom = "2026-01-01T03:30:00+03:30",
        })).Is(201);
        Assert.StartsWith("policy_", made.Id, StringComparison.Ordinal);
        Assert.Equal(("/v1/policies/" + made.Id, "\"1\""), (made.Headers["Location"], made.ETag));
        var read = (await client.Get("/v1/policies/" + made.Id)).Is(200);
        Assert.Equal(made.Raw, read.Raw);
        Assert.Equal(("مشتریان کلیدی", "2026-01-01T00:00:00.000Z", 7), (read.Text("name"), read.Text("effectiveFrom"), read.Find("rank")!.GetValue<int>()));
        Assert.Equal("""{"subjects":["complaint","request"],"customerClasses":["key"],"tiers":["gold","silver"]}""", read.Find("appliesTo")!.ToJsonString());
        Assert.Equal(("PT168H", "PT240H", "waitingCustomer", "waitingThirdParty"),
            (read.Text("targets.0.target"), read.Text("targets.0.mostPause"), read.Text("targets.0.pausedIn.0"), read.Text("targets.0.pausedIn.1")));
        Assert.Equal(("PT1H30M", "inPerson", calendar.Id), (read.Text("targets.1.target"), read.Text("targets.1.channel"), read.Text("targets.1.calendarId")));
        Assert.Equal(("PT0.5S", true), (read.Text("targets.2.target"), read.Find("targets.2.elapsed")!.GetValue<bool>()));
        Assert.Equal(("executive", true), (read.Text("rungs.1.to"), read.Find("rungs.1.critical")!.GetValue<bool>()));
        Assert.Equal(made.Id, (await client.Get("/v1/policies?retired=false")).Is(200).Rows.Single()!["id"]!.GetValue<string>());
        (await client.Get($"/v1/policies/{made.Id}", ("If-None-Match", read.ETag))).Is(304);
    }

    [Theory]
    [InlineData("standard", 500, 16, "PT15M")]
    [InlineData("key", 100, 16, "PT7M30S")]
    [InlineData("iso10002", 300, 7, null)]
    [InlineData("disp", 200, 6, null)]
    [Trait("Requirement", "S3-SPEED-3")]
    public async Task A_preset_needs_a_name_only_and_has_the_rungs_of_escalation(string preset, int rank, int targets, string? chat)
    {
        var client = (await Host.NewTenant()).Administrator;
        var made = await client.EstablishPolicyPreset(preset);
        Assert.Equal((rank, targets, preset), (made.Find("rank")!.GetValue<int>(), made.Body!["targets"]!.AsArray().Count, made.Text("name")));
        Assert.Equal(chat, made.Body["targets"]!.AsArray().FirstOrDefault(t => (string?)t!["channel"] == "chat")?["target"]!.GetValue<string>());
        Assert.Equal(["50 owner", "75 lead", "100 manager", "150 executive"], made.Body["rungs"]!.AsArray().Select(r => $"{r!["percent"]} {r["to"]}"));
        // What is given takes the place of the preset's, the rest stays.
        var own = (await client.Post("/v1/policies", new { name = "Own", preset, rank = 3, rungs = Array.Empty<object>() })).Is(201);
        Assert.Equal((3, 0, targets), (own.Find("rank")!.GetValue<int>(), own.Body!["rungs"]!.AsArray().Count, own.Body["targets"]!.AsArray().Count));
        Assert.Equal(made.Find("appliesTo")!.ToJsonString(), own.Find("appliesTo")!.ToJsonString());
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_with_a_target_has_its_code()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await Of(new { metric = "firstAction", target = "PT0S" })).IsInvalid("/targets/0/target", "target_not_positive");
        (await Of(new { metric = "firstAction", target = "P73000D" })).IsInvalid("/targets/0/target", "target_too_long");
        (await Of(new { metric = "firstAction", target = "P3660DT0.001S" })).IsInvalid("/targets/0/target", "target_too_long");
        (await Of(new { metric = "firstAction", target = "P3660D" })).Is(201);
        foreach (var odd in new object[] { "P11000000D", "P1M", "-PT1H", "1 hour", "PT۱H", "", 3600, "P999999999W" })
        {
            (await Of(new { metric = "firstAction", target = odd })).IsInvalid("/targets/0/target", "duration_malformed");
        }
        (await Of(new { metric = "firstAction" })).IsInvalid("/targets/0/target", "required");
        (await Of(new { target = "PT1H" })).IsInvalid("/targets/0/metric", "required");
        (await Of(new { metric = "speed", target = "PT1H" })).IsInvalid("/targets/0/metric", "type_invalid");
        (await Of(new { metric = "firstAction", target = "PT1H", priority = "asap" })).IsInvalid("/targets/0/priority", "type_invalid");
        foreach (var metric in new[] { "acknowledgement", "firstHumanContact", "commitment", "callback", "executiveAnswer" })
        {
            (await Of(new { metric, target = "PT1H", pausedIn = new[] { "waitingCustomer" } })).IsInvalid("/targets/0/pausedIn", "metric_never_pauses");
        }
        (await Of(new { metric = "firstAction", target = "PT1H", pausedIn = new[] { "lunch" } })).IsInvalid("/targets/0/pausedIn/0", "type_invalid");
        (await Of(new { metric = "firstAction", target = "PT1H", mostPause = "P1D" })).IsInvalid("/targets/0/mostPause", "most_pause_misplaced");
        (await Of(new { metric = "firstAction", target = "PT1H", pausedIn = new[] { "waitingCustomer" }, mostPause = "PT0S" })).IsInvalid("/targets/0/mostPause", "target_not_positive");
        (await Of(new { metric = "firstAction", target = "PT1H" }, new { metric = "firstAction", target = "PT2H" })).IsInvalid("/targets/1", "target_repeated");
        (await Of(new { metric = "firstAction", target = "PT1H", channel = "chat" }, new { metric = "firstAction", target = "PT2H" })).Is(201);
        (await Of()).IsInvalid("/targets", "required");
        (await client.Post("/v1/policies", new { name = "X" })).IsInvalid("/targets", "required");
        (await client.Post("/v1/policies", new { name = "X", preset = "standard", targets = Array.Empty<object>() })).IsInvalid("/targets", "required");
        var tooMany = Enumerable.Range(0, 201).Select(_ => PolicySteps.Target("firstAction", "PT1H")).ToArray();
        (await Of(tooMany)).IsInvalid("/targets", "too_many");
        var persian = await client.Post("/v1/policies", new { name = "X", targets = new[] { new { metric = "callback", target = "PT1H", pausedIn = new[] { "waitingCustomer" } } } }, ("Accept-Language", "fa"));
        Assert.StartsWith("ساعت‌های این سنجه", persian.Text("errors.0.detail"), StringComparison.Ordinal);

        Task<Answer> Of(params object[] targets) => client.TryEstablish(targets);
    }

    [Fact]
    public async Task Each_other_thing_that_is_wrong_has_its_code()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await Post(new { name = " ", preset = "key" })).IsInvalid("/name", "required");
        (await Post(new { name = new string('ن', 101), preset = "key" })).IsInvalid("/name", "too_long");
        (await Post(new { name = "X", preset = "fast" })).IsInvalid("/preset", "type_invalid");
        (await Post(new { name = "X", preset = "key", rank = 1001 })).IsInvalid("/rank", "out_of_range");
        (await Post(new { name = "X", preset = "key", rank = -1 })).IsInvalid("/rank", "out_of_range");
        (await Post(new { name = "X", preset = "key", effectiveFrom = "1969-12-31T23:59:59Z" })).IsInvalid("/effectiveFrom", "instant_out_of_range");
        (await Post(new { name = "X", preset = "key", effectiveFrom = "tomorrow" })).IsInvalid("/effectiveFrom", "instant_invalid");
        (await Post(new { name = "X", preset = "key", appliesTo = new { customerClasses = new[] { "Key Accounts" } } })).IsInvalid("/appliesTo/customerClasses/0", "format_invalid");
        (await Post(new { name = "X", preset = "key", appliesTo = new { tiers = new[] { "gold", new string('x', 51) } } })).IsInvalid("/appliesTo/tiers/1", "too_long");
        (await Post(new { name = "X", preset = "key", appliesTo = new { subjects = new[] { "weather" } } })).IsInvalid("/appliesTo/subjects/0", "type_invalid");
        (await Post(new { name = "X", preset = "key", appliesTo = new { tiers = Enumerable.Range(0, 51).Select(i => "t" + i) } })).IsInvalid("/appliesTo/tiers", "too_many");
        (await Post(new { name = "X", preset = "key", colour = "red" })).IsInvalid("/colour", "member_unknown");
        Assert.Empty((await client.Get("/v1/policies")).Rows);

        Task<Answer> Post(object body) => client.Post("/v1/policies", body);
    }

    [Fact]
    [Trait("Requirement", "S3-SPEED-3")]
    public async Task Rungs_rise_and_are_few()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await Of([75, 50])).IsInvalid("/rungs/1/percent", "rungs_unordered");
        (await Of([50, 75, 75])).IsInvalid("/rungs/2/percent", "rungs_unordered");
        (await Of([0, 50])).IsInvalid("/rungs/0/percent", "out_of_range");
        (await Of([50, 1001])).IsInvalid("/rungs/1/percent", "out_of_range");
        (await Of([.. Enumerable.Range(1, 21)])).IsInvalid("/rungs", "too_many");
        (await Of([.. Enumerable.Range(1, 20)])).Is(201);
        (await client.Post("/v1/policies", new { name = "X", preset = "key", rungs = new[] { new { percent = 1, to = "boss" } } })).IsInvalid("/rungs/0/to", "type_invalid");

        Task<Answer> Of(int[] percents) => client.Post("/v1/policies", new { name = "X", preset = "key", rungs = percents.Select(percent => new { percent, to = "lead" }) });
    }

    [Fact]
    public async Task A_calendar_is_in_use_and_of_the_same_tenant()
    {
        var (client, other) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        var (own, retired, theirs) = (await client.EstablishCalendar(), await client.EstablishCalendar(), await other.EstablishCalendar());
        (await client.Delete("/v1/calendars/" + retired.Id, "*")).Is(204);
        (await Of(own.Id, theirs.Id)).IsProblem(422, "calendar_unknown").IsInvalid("/targets/1/calendarId", "calendar_unknown");
        (await Of(retired.Id, own.Id)).IsInvalid("/targets/0/calendarId", "calendar_unknown");
        (await Of(theirs.Id, theirs.Id)).IsInvalid("/targets/0/calendarId", "calendar_unknown");
        (await client.TryEstablish(new { metric = "firstAction", target = "PT1H", calendarId = own.Id, elapsed = true })).IsInvalid("/targets/0/calendarId", "elapsed_with_calendar");
        (await client.TryEstablish(new { metric = "firstAction", target = "PT1H", calendarId = own.Id, elapsed = false })).Is(201);
        var made = (await Of(own.Id, own.Id)).Is(201);
        var at = "/v1/policies/" + made.Id;
        (await Patch(theirs.Id)).IsProblem(422, "calendar_unknown").IsInvalid("/targets/0/calendarId", "calendar_unknown");
        (await Patch(retired.Id)).IsInvalid("/targets/0/calendarId", "calendar_unknown");
        // One that was retired meanwhile keeps giving the hours.
        (await client.Delete("/v1/calendars/" + own.Id, "*")).Is(204);
        (await client.Patch(at, new { rank = 4 }, "*")).Is(200);
        (await Patch(own.Id)).Is(200);

        Task<Answer> Of(string a, string b) =>
            client.TryEstablish(new { metric = "firstAction", target = "PT1H", calendarId = a }, new { metric = "approval", target = "PT1H", calendarId = b });
        Task<Answer> Patch(string id) => client.Patch(at, new { targets = new[] { new { metric = "firstAction", target = "PT3H", calendarId = id } } }, "*");
    }

    [Fact]
    public async Task A_tenant_has_no_more_than_can_be_looked_at_for_every_clock()
    {
        var client = (await Host.NewTenant()).Administrator;
        var first = await client.EstablishPolicyPreset("disp");
        for (var i = 1; i < 100; i++)
        {
            (await client.TryEstablish(PolicySteps.Target("firstAction", "PT1H"))).Is(201);
        }
        var calendar = await client.EstablishCalendar();
        (await client.TryEstablish(new { metric = "firstAction", target = "PT1H", calendarId = calendar.Id })).IsProblem(409, "policy.too_many");
        var refused = (await client.Post("/v1/policies", new { name = "X", preset = "key" }, ("Accept-Language", "fa"))).IsProblem(409, "policy.too_many");
        Assert.StartsWith("هر مستأجر", refused.Text("title"), StringComparison.Ordinal);
        (await client.Delete("/v1/policies/" + first.Id, "*")).Is(204);
        (await client.Post("/v1/policies", new { name = "X", preset = "key" })).Is(201);
    }

    [Fact]
    public async Task The_same_request_twice_makes_one_and_a_reader_only_reads()
    {
        var tenant = await Host.NewTenant();
        var (client, other) = (tenant.Administrator, (await Host.NewTenant()).Administrator);
        var body = new { name = "Once", preset = "standard" };
        var first = (await client.Post("/v1/policies", body, ("Idempotency-Key", "policy-1"))).Is(201);
        Assert.Equal(first.Raw, (await client.Post("/v1/policies", body, ("Idempotency-Key", "policy-1"))).Is(201).Raw);
        Assert.Single((await client.Get("/v1/policies")).Rows);
        var at = "/v1/policies/" + first.Id;
        foreach (var address in new[] { at, at + "/versions", at + "/versions/1", at + "/diff", at + "/diff?from=1&to=1" })
        {
            (await client.Get(address)).Is(200);
            (await other.Get(address)).IsProblem(404, "policy.not_found");
        }
        (await other.Patch(at, new { rank = 1 }, "*")).IsProblem(404, "policy.not_found");
        (await other.Delete(at, "*")).IsProblem(404, "policy.not_found");
        foreach (var (role, writes) in new[] { ("reader", 403), ("agent", 403), ("supervisor", 201), ("administrator", 201) })
        {
            var caller = Host.ClientWith((await client.Post("/v1/api-keys", new { name = role, role })).Is(201).Text("secret"));
            (await caller.Get(at)).Is(200);
            await caller.Choose("firstAction");
            (await caller.Post("/v1/policies", body)).Is(writes);
        }
    }
}
