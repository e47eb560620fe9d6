using static Crm.Api.Tests.Interactions.InteractionSteps;

namespace Crm.Api.Tests.Interactions;

public sealed class RecordInteractionTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    [Trait("Requirement", "S5-360-1")]
    public async Task Answers_the_interaction_with_location_and_etag_and_reads_it_again()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var (mentioned, _) = await tenant.Employ("Sara");
        var answer = await tenant.Record(customer, 12, ("endedAt", At(-2)), ("subject", "  Late parcel "), ("words", " verbatim "), ("notes", "n"),
            ("emotionAtStart", "furious"), ("emotionAtEnd", "calm"), ("signals", new[] { new { kind = "tone", note = "loud" } }),
            ("holds", new[] { new { from = At(-9), to = At(-8), reason = "looked it up", consented = true } }),
            ("participants", new[] { new { role = "interpreter", name = "Reza" } }), ("mentions", new[] { mentioned, mentioned }),
            ("outcome", "followUpNeeded"), ("followUp", new { on = "2026-12-24", note = "call back" }), ("externalId", "call-1"));
        Assert.Equal("/v1/interactions/" + answer.Id, answer.Headers["Location"]);
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal(("Late parcel", " verbatim ", "team"), (answer.Text("subject"), answer.Text("words"), answer.Text("visibility")));
        Assert.InRange(answer.Body!["durationSeconds"]!.GetValue<int>(), 599, 601);
        Assert.InRange(answer.Body["holdSeconds"]!.GetValue<int>(), 59, 61);
        Assert.Single(answer.Body["mentions"]!.AsArray());
        Assert.NotEqual(answer.Text("startedAt"), answer.Text("enteredAt"));
        var read = (await tenant.Administrator.Get("/v1/interactions/" + answer.Id)).Is(200);
        Assert.Equal(answer.Raw, read.Raw);
        Assert.Equal(304, (await tenant.Administrator.Get("/v1/interactions/" + answer.Id, ("If-None-Match", answer.ETag))).Status);
        Assert.Contains(mentioned, Assert.Single(await tenant.Events("staff.mentioned")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_words_as_they_were_said_in_composed_form()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        const string Said = "می‌خواهم همین‌امروز! «لطفاً» 😀👩‍👩‍👧 كتاب\r\n\tcafe\u0301 \u200f۱۲۳ \"\\ </script> \u0000";
        var answer = await tenant.Record(customer, 1, ("words", Said));
        var read = await tenant.Administrator.Get("/v1/interactions/" + answer.Id);
        Assert.Equal(Said.Normalize(System.Text.NormalizationForm.FormC), read.Text("words"));
    }

    [Fact]
    public async Task Takes_a_hundred_thousand_characters_and_not_one_more()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var longest = new string('ی', 100_000);
        var answer = await tenant.Record(customer, 1, ("words", longest));
        Assert.Equal(longest, (await tenant.Administrator.Get("/v1/interactions/" + answer.Id)).Text("words"));
        var tooLong = await tenant.Administrator.Post("/v1/interactions", Call(customer, 1, ("words", longest + "x"), ("notes", new string('n', 20_001)), ("subject", new string('s', 301))));
        tooLong.IsInvalid("/words", "too_long").IsInvalid("/notes", "too_long").IsInvalid("/subject", "too_long");
    }

    [Theory]
    [Trait("Requirement", "S3-ACCESS-1")]
    [InlineData("phone"), InlineData("email"), InlineData("chat"), InlineData("inPerson"), InlineData("post"), InlineData("kiosk"), InlineData("web"), InlineData("social")]
    public async Task Takes_every_channel(string channel)
    {
        var tenant = await Host.NewTenant();
        var answer = await tenant.Record(await tenant.NewCustomer(), 3000, ("channel", channel));
        Assert.Equal(channel, answer.Text("channel"));
        Assert.NotEqual(answer.Text("startedAt"), answer.Text("enteredAt"));
    }

    [Fact]
    [Trait("Requirement", "S2-CALM-1")]
    public async Task Refuses_what_cannot_have_been_in_both_languages()
    {
        var tenant = await Host.NewTenant();
        var customer = await tenant.NewCustomer();
        var angry = Call(customer, 5, ("endedAt", At(-1)), ("emotionAtStart", "angry"), ("holds", new[] { new { from = At(-30), to = At(-20) } }));
        (await tenant.Administrator.Post("/v1/interactions", angry)).IsInvalid("/emotionAtEnd", "emotion_at_end_required").IsInvalid("/holds", "hold_outside_contact");
        var persian = await tenant.Administrator.Post("/v1/interactions", angry, ("Accept-Language", "fa"));
        Assert.Contains("خشم", persian.Raw, StringComparison.Ordinal);
        (await tenant.Administrator.Post("/v1/interactions", Call(customer, -60))).IsInvalid("/startedAt", "in_future");
        (await tenant.Administrator.Post("/v1/interactions", Call(customer, 5, ("channel", "pigeon")))).IsInvalid("/channel", "type_invalid");
        (await tenant.Administrator.Post("/v1/interactions", Call(customer, 5, ("mood", "x")))).IsInvalid("/mood", "member_unknown");
        (await tenant.Administrator.Post("/v1/interactions", Call(customer, 5, ("signals", new object?[] { null }), ("holds", new object?[] { null })))).IsInvalid("/signals/0", "required");
        (await tenant.Administrator.Post("/v1/interactions", "{}")).IsInvalid("/customerId", "required");
        (await tenant.Administrator.Post("/v1/interactions", Call(customer, 5, ("participants", new[] { new { role = "x" } })))).IsInvalid("/participants/0", "participant_unidentified");
    }

    [Fact]
    public async Task Refuses_records_that_do_not_exist_or_are_another_tenants()
    {
        var (tenant, other) = (await Host.NewTenant(), await Host.NewTenant());
        var (mine, theirs) = (await tenant.NewCustomer(), await other.NewCustomer());
        var (stranger, _) = await other.Employ("Stranger");
        (await tenant.Administrator.Post("/v1/interactions", Call(theirs))).IsInvalid("/customerId", "reference_unknown");
        (await tenant.Administrator.Post("/v1/interactions", Call(mine, 5, ("staffId", stranger)))).IsProblem(422, "reference_unknown");
        (await tenant.Administrator.Post("/v1/interactions", Call(mine, 5, ("mentions", new[] { stranger })))).IsProblem(422, "reference_unknown");
        (await tenant.Administrator.Post("/v1/interactions", Call(mine, 5, ("participants", new[] { new { role = "x", customerId = theirs } })))).IsProblem(422, "reference_unknown");
        var hers = await other.Record(theirs);
        (await tenant.Administrator.Get("/v1/interactions/" + hers.Id)).IsProblem(404, "interaction.not_found");
        Assert.Empty((await tenant.Administrator.Get("/v1/interactions")).Is(200).Rows);
    }

    [Fact]
    public async Task Records_one_for_fifty_equal_requests_with_one_key()
    {
        var tenant = await Host.NewTenant();
        var body = Call(await tenant.NewCustomer());
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => tenant.Administrator.Post("/v1/interactions", body, ("Idempotency-Key", "once"))));
        Assert.All(answers, a => a.Is(201));
        Assert.Single(answers.Select(a => a.Raw).Distinct(StringComparer.Ordinal));
        Assert.Single((await tenant.Administrator.Get("/v1/interactions")).Rows);
        body["subject"] = "other";
        (await tenant.Administrator.Post("/v1/interactions", body, ("Idempotency-Key", "once"))).IsProblem(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task Never_changes_one()
    {
        var tenant = await Host.NewTenant();
        var address = "/v1/interactions/" + (await tenant.Record(await tenant.NewCustomer())).Id;
        (await tenant.Administrator.Patch(address, new { subject = "x" }, "\"1\"")).IsProblem(405, "method_not_allowed");
        (await tenant.Administrator.Put(address, new { subject = "x" })).IsProblem(405, "method_not_allowed");
        (await tenant.Administrator.Delete(address)).IsProblem(405, "method_not_allowed");
    }
}
