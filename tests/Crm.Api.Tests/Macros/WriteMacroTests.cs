using Crm.Api.Tests.Phrases;

namespace Crm.Api.Tests.Macros;

[Trait("Requirement", "S5-EFF-1")]
public sealed class WriteMacroTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task A_change_makes_a_version_and_what_stood_before_stays()
    {
        var (client, other) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        var made = await client.WriteMacro("Dear {{customer.preferredName|friend}}", purpose: "policyStatement");
        var at = "/v1/macros/" + made.Id;
        Assert.Equal((at, "\"1\"", "policyStatement"), (made.Headers["Location"], made.ETag, made.Text("purpose")));
        Assert.Equal(made.Raw, (await client.Get(at)).Is(200).Raw);
        (await client.Patch(at, new { name = "X" }, null)).IsProblem(428, "if_match_required");
        var revised = (await client.Patch(at, new { body = "Hello {{customer.preferredName|friend}}" }, made.ETag)).Is(200);
        Assert.Equal(("\"2\"", "Macro"), (revised.ETag, revised.Text("name")));
        (await client.Patch(at, new { name = "X" }, made.ETag)).IsProblem(412, "stale_version");
        Assert.Equal("Dear {{customer.preferredName|friend}}", (await client.Get(at + "/versions/1")).Is(200).Text("body"));
        Assert.Equal([2, 1], (await client.Get(at + "/versions")).Is(200).Rows.Select(r => r!["number"]!.GetValue<int>()));
        (await client.Get(at + "/versions/3")).IsProblem(404, "macro.version_unknown");
        foreach (var theirs in new[] { at, at + "/versions", at + "/versions/1" })
        {
            (await other.Get(theirs)).IsProblem(404, "macro.not_found");
        }
        (await other.TryRender(made.Id)).IsProblem(404, "macro.not_found");
        (await other.Delete(at, "*")).IsProblem(404, "macro.not_found");
        (await client.Delete(at, made.ETag)).IsProblem(412, "stale_version");
        (await client.Delete(at, "\"2\"")).Is(204);
        (await client.Delete(at, "\"2\"")).Is(204);
        (await client.Patch(at, new { name = "X" }, "*")).IsProblem(409, "macro.retired");
        (await client.TryRender(made.Id)).IsProblem(409, "macro.retired");
        Assert.Equal("\"3\"", (await client.Get(at)).Is(200).ETag);
        Assert.Equal(3, (await client.Get(at + "/versions")).Rows.Count);
    }

    [Fact]
    public async Task Lists_by_language_purpose_and_use()
    {
        var client = (await Host.NewTenant()).Administrator;
        var survey = await client.WriteMacro("How was it?", purpose: "survey");
        var persian = await client.WriteMacro("سلام", "fa");
        (await client.Delete("/v1/macros/" + survey.Id, "*")).Is(204);
        Assert.Equal(persian.Id, (await client.Get("/v1/macros?language=fa")).Is(200).Rows.Single()!["id"]!.GetValue<string>());
        Assert.Equal(survey.Id, (await client.Get("/v1/macros?purpose=survey,apology")).Is(200).Rows.Single()!["id"]!.GetValue<string>());
        Assert.Equal(persian.Id, (await client.Get("/v1/macros?retired=false")).Is(200).Rows.Single()!["id"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Requirement", "S4-NAME-1")]
    public async Task What_makes_no_merge_field_is_not_saved()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.TryWriteMacro("Dear {{customer.nme}}")).IsProblem(422, "macro.placeholder_unknown").IsInvalid("/body", "placeholder_unknown");
        (await client.TryWriteMacro("Dear {{customer.preferredName}")).IsProblem(422, "macro.placeholder_malformed").IsInvalid("/body", "placeholder_malformed");
        var persian = (await client.Post("/v1/macros", new { name = "X", language = "en", purpose = "answer", body = "Dear {name} and {{x}}" }, ("Accept-Language", "fa"))).Is(422);
        Assert.Contains("جایگاه 5", persian.Text("errors.0.detail"), StringComparison.Ordinal);
        Assert.Contains("«x» شناخته نیست (در جایگاه 16)", persian.Text("errors.2.detail"), StringComparison.Ordinal);
        (await client.TryWriteMacro(" ")).IsInvalid("/body", "required");
        (await client.TryWriteMacro(new string('a', 10_001))).IsInvalid("/body", "too_long");
        (await client.TryWriteMacro("a", language: "x!")).IsInvalid("/language", "language_invalid");
        (await client.TryWriteMacro("a", name: new string('a', 101))).IsInvalid("/name", "too_long");
        (await client.TryWriteMacro("a", purpose: "spam")).Is(422);
        var made = await client.WriteMacro("Fine");
        (await client.Patch("/v1/macros/" + made.Id, new { body = "}}" }, "*")).IsProblem(422, "macro.placeholder_malformed");
        Assert.Equal("Fine", (await client.Get("/v1/macros/" + made.Id)).Text("body"));
    }

    [Fact]
    [Trait("Requirement", "S2-PHRASE-1")]
    public async Task What_the_guard_blocks_is_not_saved_and_gets_a_better_phrase()
    {
        var client = (await Host.NewTenant()).Administrator;
        var refused = (await client.TryWriteMacro("سلام {{customer.salutation}}، كاري از دست ما برنمي آيد.", "fa-IR")).IsProblem(422, "phrase.blocked").IsInvalid("/body", "phrase_blocked");
        Assert.Contains("کاری که از دستمان برمی‌آید", refused.Text("errors.0.detail"), StringComparison.Ordinal);
        (await client.TryWriteMacro("Dear {{customer.preferredName|please calm down}}")).IsProblem(422, "phrase.blocked");
        // The names of merge fields are no words of the text, and what only warns is saved.
        await client.AddPhrase("customer");
        var made = await client.WriteMacro("Dear {{customer.preferredName}}, you must sign.");
        (await client.Patch("/v1/macros/" + made.Id, new { body = "Dear customer" }, "*")).IsProblem(422, "phrase.blocked");
        await client.WriteMacro("Dear customer", "fr");
    }
}
