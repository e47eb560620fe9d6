using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Macros;
using Crm.Domain;

namespace Crm.Api.Tests.Complaints;

[Trait("Requirement", "S2-TRANSP-2")]
public sealed class WriteComplaintMessageTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Words_go_out_as_they_are_in_any_script()
    {
        var (tenant, sara, _, id, token) = await Host.Told();
        foreach (var words in new[] { "سلام، کتری نو فرستاده شد.", "\u202Eabc\u202C mixed با فارسی ۱۲۳", "👩‍🔧 " + new string('x', 19_990), "می‌فرستیم" })
        {
            var sent = (await sara.Write(id, words)).Is(201);
            Assert.Equal((words, "answer"), (sent.Text("message.words"), sent.Text("message.purpose")));
            Assert.Equal(words, (await sara.Get(sent.Headers["Location"])).Is(200).Text("words"));
        }
        (await sara.Write(id, new string('x', 20_001))).IsInvalid("/words", "too_long");
        (await sara.Write(id, " ")).IsInvalid("/words", "required");
        Assert.Equal(4, (await tenant.Track(token)).Is(200).Body!["messages"]!.AsArray().Count);
        Assert.Equal(4, (await sara.Get($"/v1/complaints/{id}/messages?direction=outgoing")).Is(200).Rows.Count);
        Assert.Empty((await sara.Get($"/v1/complaints/{id}/messages?direction=incoming")).Is(200).Rows);
        (await sara.Get("/v1/complaints/complaint_01j00000000000000000000000/messages")).IsProblem(404, "complaint.not_found");
    }

    [Fact]
    public async Task What_was_sent_is_never_changed_but_corrected_by_another_and_both_are_seen()
    {
        var (tenant, sara, _, id, token) = await Host.Told();
        var wrong = (await sara.Write(id, "It comes on Friday")).Is(201);
        var address = wrong.Headers["Location"];
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            (await sara.Send(method, address, method == HttpMethod.Delete ? null : new { words = "x" }, ("If-Match", "*"))).IsProblem(405, "method_not_allowed");
        }
        var right = (await sara.Write(id, "It comes on Saturday", more: new { correctsId = wrong.Id })).Is(201);
        Assert.Equal(wrong.Id, right.Text("message.correctsId"));
        var seen = (await tenant.Track(token)).Is(200);
        Assert.Equal(("It comes on Friday", "It comes on Saturday", wrong.Id), (seen.Text("messages.0.words"), seen.Text("messages.1.words"), seen.Text("messages.1.correctsId")));
        // Only a message of this complaint and direction is corrected.
        (await sara.Write(id, "x", direction: "incoming", more: new { correctsId = wrong.Id })).IsProblem(422, "corrected_message_unknown");
        var other = (await sara.File(tenant)).Id;
        (await sara.Write(other, "x", more: new { correctsId = wrong.Id })).IsProblem(422, "corrected_message_unknown");
    }

    [Theory]
    [Trait("Requirement", "S2-PHRASE-1")]
    [InlineData("This is NOT   our problem"), InlineData("not our\u200Bproblem, I'm afraid not our problem"), InlineData("آرام باشيد"), InlineData("آرام\u200C باشید"), InlineData("به مـــا مربوط نيست")]
    public async Task The_guard_blocks_in_any_spelling_and_says_what_is_better(string words)
    {
        var (_, sara, boss, id, _) = await Host.Told();
        var refused = (await sara.Write(id, words)).IsProblem(422, "phrase.blocked");
        Assert.Equal("/words", refused.Text("errors.0.pointer"));
        Assert.Contains("say:", refused.Text("errors.0.detail"), StringComparison.Ordinal);
        (await sara.Write(id, words, more: new { @override = new { reason = "Quoted" } })).IsProblem(403, "message.override_missing");
        (await boss.Write(id, words, more: new { @override = new { reason = "" } })).IsInvalid("/override/reason", "required");
        var sent = (await boss.Write(id, words, more: new { @override = new { reason = "He asked me to quote it" } })).Is(201);
        Assert.Equal("He asked me to quote it", sent.Text("message.overrideReason"));
        var audit = (await boss.Get("/v1/audit?resourceId=" + id)).Is(200).Rows.Single(r => r!["action"]!.GetValue<string>() == "writeComplaintMessage")!;
        Assert.Contains("He asked me to quote it", audit.ToJsonString(ApiClient.Json), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S2-PHRASE-1")]
    public async Task A_warning_is_told_and_what_the_customer_says_is_not_guarded()
    {
        var (tenant, sara, _, id, _) = await Host.Told();
        var warned = (await sara.Write(id, "I am not sure", more: new { @override = new { reason = "None needed" } })).Is(201);
        Assert.Equal("I am not sure", warned.Text("warnings.0.phrase"));
        Assert.Null(warned.Find("message.overrideReason"));
        var said = (await sara.Write(id, "They told me: not our problem! {{?}}", direction: "incoming")).Is(201);
        Assert.Equal(("incoming", false), (said.Text("message.direction"), said.Find("message.substantive")!.GetValue<bool>()));
        (await sara.Write(id, "x", "answer", "incoming")).IsInvalid("/purpose", "incoming_has_none");
        Assert.Single(await tenant.Events("complaint.message_received"));
    }

    [Theory]
    [Trait("Requirement", "S4-NAME-1")]
    [InlineData("Dear {{customer.name}}"), InlineData("Dear {\u200B{x}\u200B}"), InlineData("Dear }}")]
    public async Task No_placeholder_goes_out(string words)
    {
        var (_, sara, boss, id, _) = await Host.Told();
        (await sara.Write(id, words)).IsInvalid("/words", "raw_placeholder");
        (await boss.Write(id, words, more: new { @override = new { reason = "No" } })).IsInvalid("/words", "raw_placeholder");
    }

    [Fact]
    [Trait("Requirement", "S1-DEFLECT-1")]
    public async Task Only_a_person_who_answers_responds_and_the_same_macro_twice_is_flagged()
    {
        var (tenant, sara, boss, id, _) = await Host.Told();
        var policy = await boss.WriteMacro("Our policy is our policy.", purpose: "policyStatement");
        var update = await boss.WriteMacro("We are on it.");
        object Of(Answer macro) => new { macroId = macro.Id, macroVersion = 1 };
        var first = (await sara.Write(id, "Our policy is our policy.", "answer", more: Of(policy))).Is(201);
        Assert.Equal(("policyStatement", false), (first.Text("message.purpose"), first.Find("message.substantive")!.GetValue<bool>()));
        foreach (var (purpose, counts) in new[] { ("survey", false), ("autoReply", false), ("answer", true), ("apology", true) })
        {
            Assert.Equal(counts, (await sara.Write(id, "Words", purpose)).Is(201).Find("message.substantive")!.GetValue<bool>());
        }
        // A credential that acts for nobody is no person.
        Assert.False((await tenant.Administrator.Write(id, "Words", "answer")).Is(201).Find("message.substantive")!.GetValue<bool>());
        Assert.Equal(0, (await sara.Write(id, "We are on it.", more: Of(update))).Is(201).Find("deflectionFlags")!.GetValue<int>());
        var again = (await sara.Write(id, "We are on it.", more: Of(update))).Is(201);
        Assert.Equal((1, true), (again.Find("deflectionFlags")!.GetValue<int>(), again.Find("message.deflects")!.GetValue<bool>()));
        Assert.Single(await tenant.Events("complaint.deflection_flagged"));
        Assert.Equal(1, (await sara.Get("/v1/complaints/" + id)).Is(200).Find("deflectionFlags")!.GetValue<int>());
        // On another complaint it is the first time.
        Assert.Equal(0, (await sara.Write((await sara.File(tenant)).Id, "We are on it.", more: Of(update))).Is(201).Find("deflectionFlags")!.GetValue<int>());
        (await sara.Write(id, "x", more: new { macroId = update.Id, macroVersion = 7 })).IsProblem(422, "macro_unknown");
        (await sara.Write(id, "x", more: new { macroId = update.Id })).IsInvalid("/macroVersion", "required");
        Assert.Equal(2, (await tenant.Events("complaint.message_sent")).Count(e => e.Contains("\"substantive\":true", StringComparison.Ordinal) && e.Contains("\"apology\"", StringComparison.Ordinal) | e.Contains("\"answer\"", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Requirement", "S1-DEFLECT-1")]
    public async Task Of_fifty_sent_at_once_with_one_macro_all_but_the_first_are_flagged()
    {
        var (_, sara, boss, id, _) = await Host.Told();
        var macro = (await boss.WriteMacro("We are on it.")).Id;
        var sent = await ComplaintSteps.AtOnce(15, _ => sara.Write(id, "We are on it.", more: new { macroId = macro, macroVersion = 1 }));
        Assert.All(sent, s => s.Is(201));
        Assert.Equal(14, sent.Count(s => s.Find("message.deflects")!.GetValue<bool>()));
    }

    [Fact]
    [Trait("Requirement", "S3-FAIR-1")]
    public async Task Whoever_is_complained_about_writes_nothing_and_an_erased_customer_leaves_no_words()
    {
        var (tenant, sara, _, id, token) = await Host.Told();
        var (target, targets) = await tenant.Employ("Reza", Role.Agent);
        var about = (await sara.File(tenant, "web", ("targetStaffId", target), ("target", "person"))).Id;
        (await targets.Write(about, "Sorry")).IsProblem(409, "complaint.conflict_of_interest");
        (await targets.Post($"/v1/complaints/{about}/tracking-link")).IsProblem(409, "complaint.conflict_of_interest");
        var sent = (await sara.Write(id, "SecretWord")).Is(201);
        var customer = (await sara.Get("/v1/complaints/" + id)).Text("customerId");
        (await tenant.Administrator.Post($"/v1/customers/{customer}/erasure", new { reason = "customerRequest" })).Is(200);
        Assert.Equal("", (await sara.Get(sent.Headers["Location"])).Is(200).Text("words"));
        Assert.DoesNotContain("SecretWord", (await tenant.Administrator.Get($"/v1/audit?resourceId={id}")).Is(200).Raw, StringComparison.Ordinal);
        (await tenant.Track(token)).IsProblem(404, "complaint.not_found");
        (await sara.Write(id, "More")).IsProblem(409, "customer.erased");
    }
}
