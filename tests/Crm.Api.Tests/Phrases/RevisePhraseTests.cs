namespace Crm.Api.Tests.Phrases;

[Trait("Requirement", "S2-PHRASE-1")]
public sealed class RevisePhraseTests(CrmHost host) : ApiTest(host)
{
    [Fact]
    public async Task Own_phrases_are_kept_found_changed_and_removed()
    {
        var (client, other) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        var made = await client.AddPhrase(" Haus‌ordnung ", "DE", "warn", "So können wir helfen.", ["Ausnahme"]);
        Assert.Equal("/v1/phrases/" + made.Id, made.Headers["Location"]);
        Assert.Equal(("Haus‌ordnung", "de", "own", "\"1\""), (made.Text("text"), made.Text("language"), made.Text("origin"), made.ETag));
        Assert.Equal(made.Raw, (await client.Get("/v1/phrases/" + made.Id)).Is(200).Raw);
        Assert.Single((await client.Check("Die HAUSORDNUNG sagt", "de-AT")).Hits());
        Assert.Empty((await client.Check("Die Hausordnung sagt, eine Ausnahme geht", "de-AT")).Hits());
        Assert.Empty((await other.Check("Die Hausordnung sagt", "de")).Hits());
        (await other.Get("/v1/phrases/" + made.Id)).IsProblem(404, "phrase.not_found");
        (await other.Patch("/v1/phrases/" + made.Id, new { active = false }, "*")).IsProblem(404, "phrase.not_found");
        (await other.Delete("/v1/phrases/" + made.Id, "*")).IsProblem(404, "phrase.not_found");
        (await client.Patch("/v1/phrases/" + made.Id, new { active = false }, null)).IsProblem(428, "if_match_required");
        var off = (await client.Patch("/v1/phrases/" + made.Id, new { active = false, effect = "block" }, made.ETag)).Is(200);
        Assert.Equal(("\"2\"", "block"), (off.ETag, off.Text("effect")));
        Assert.Empty((await client.Check("Hausordnung", "de")).Hits());
        (await client.Patch("/v1/phrases/" + made.Id, new { active = true }, made.ETag)).IsProblem(412, "stale_version");
        (await client.Delete("/v1/phrases/" + made.Id, made.ETag)).IsProblem(412, "stale_version");
        (await client.Delete("/v1/phrases/" + made.Id, off.ETag)).Is(204);
        (await client.Delete("/v1/phrases/" + made.Id, off.ETag)).Is(204);
        (await client.Get("/v1/phrases/" + made.Id)).IsProblem(404, "phrase.not_found");
        (await client.Patch("/v1/phrases/" + made.Id, new { active = true }, "*")).IsProblem(404, "phrase.not_found");
        Assert.Empty((await client.Get("/v1/phrases?origin=own")).Rows);
    }

    [Fact]
    public async Task A_shipped_phrase_is_overridden_switched_off_and_removed_for_one_tenant_alone()
    {
        var (client, other) = ((await Host.NewTenant()).Administrator, (await Host.NewTenant()).Administrator);
        var shipped = await client.ShippedPhrase("calm down");
        var at = "/v1/phrases/" + shipped["id"]!.GetValue<string>();
        var read = (await client.Get(at)).Is(200);
        Assert.Equal(("\"0\"", "shipped", 0), (read.ETag, read.Text("origin"), read.Find("version")!.GetValue<int>()));
        Assert.Equal(read.Raw, (await other.Get(at)).Is(200).Raw);
        (await client.Patch(at, new { effect = "warn" }, "\"1\"")).IsProblem(412, "stale_version");
        var warned = (await client.Patch(at, new { effect = "warn", better = "I am listening." }, "\"0\"")).Is(200);
        Assert.Equal(("\"1\"", "shipped", "calm down"), (warned.ETag, warned.Text("origin"), warned.Text("text")));
        var found = await client.Check("Calm down!", "en");
        Assert.Equal((false, "I am listening."), (found.IsBlocked(), Assert.Single(found.Hits())!["better"]!.GetValue<string>()));
        Assert.True((await other.Check("Calm down!", "en")).IsBlocked());
        var off = (await client.Patch(at, new { active = false }, warned.ETag)).Is(200);
        Assert.Empty((await client.Check("Calm down!", "en")).Hits());
        Assert.Equal(off.Id, (await client.Get("/v1/phrases?active=false")).Rows.Single()!["id"]!.GetValue<string>());
        (await client.Delete(at, off.ETag)).Is(204);
        (await client.Get(at)).IsProblem(404, "phrase.not_found");
        (await other.Get(at)).Is(200);
        var untouched = "/v1/phrases/" + (await other.ShippedPhrase("you must"))["id"]!.GetValue<string>();
        (await other.Delete(untouched, "\"0\"")).Is(204);
        (await other.Delete(untouched, "\"0\"")).Is(204);
        Assert.Empty((await other.Check("you must", "en")).Hits());
        Assert.Equal(2, (await client.Get("/v1/audit?resourceId=" + off.Id)).Is(200).Rows.Count(r => r!["action"]!.GetValue<string>() == "revisePhrase"));
    }

    [Fact]
    public async Task A_list_pages_through_own_and_shipped_without_gap_or_repetition()
    {
        var client = (await Host.NewTenant()).Administrator;
        var shipped = (await client.Get("/v1/phrases?limit=200&count=true")).Is(200);
        var all = shipped.Rows.Select(r => r!["id"]!.GetValue<string>()).ToHashSet();
        Assert.Equal((all.Count, shipped.Rows.Count), (shipped.Body!["count"]!.GetValue<int>(), all.Count));
        for (var i = 0; i < 5; i++)
        {
            all.Add((await client.AddPhrase("word " + i, "fr")).Id);
        }
        (await client.Patch("/v1/phrases/" + (await client.ShippedPhrase("calm down"))["id"]!.GetValue<string>(), new { active = false }, "*")).Is(200);
        foreach (var sort in new[] { "createdAt", "-createdAt" })
        {
            var (seen, next) = (new List<string>(), (string?)null);
            do
            {
                var page = (await client.Get($"/v1/phrases?limit=3&sort={sort}" + (next is null ? "" : "&cursor=" + next))).Is(200);
                seen.AddRange(page.Rows.Select(r => r!["id"]!.GetValue<string>()));
                next = page.Body!["next"]?.GetValue<string>();
            }
            while (next is not null);
            Assert.Equal(all.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
            Assert.Equal(sort[0] == '-' ? seen.OrderDescending(StringComparer.Ordinal) : seen.Order(StringComparer.Ordinal), seen);
        }
        Assert.Equal(5, (await client.Get("/v1/phrases?language=fr-CA&rule=talkingDown,noCallback&effect=block")).Rows.Count);
        Assert.All((await client.Get("/v1/phrases?language=fa&rule=noInformation")).Rows, r => Assert.Equal(("fa", "noInformation"), (r!["language"]!.GetValue<string>(), r["rule"]!.GetValue<string>())));
        (await client.Get("/v1/phrases?sort=text")).IsProblem(422, "sort_unknown");
        (await client.Get("/v1/phrases?limit=201")).IsProblem(422, "limit_out_of_range");
        (await client.Get("/v1/phrases?cursor=x")).IsProblem(422, "cursor_invalid");
    }

    [Fact]
    public async Task Each_thing_that_is_wrong_has_its_code()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.TryAddPhrase("x", "fa-IR")).IsInvalid("/language", "language_not_primary");
        (await client.TryAddPhrase("x", "")).IsInvalid("/language", "required");
        (await client.TryAddPhrase("… \u200c!")).IsInvalid("/text", "wordless");
        (await client.TryAddPhrase("x", excuses: ["ok", "…"])).IsInvalid("/excuses/1", "wordless");
        (await client.TryAddPhrase(new string('x', 201))).IsInvalid("/text", "too_long");
        (await client.TryAddPhrase("x", better: " ")).IsInvalid("/better", "required");
        (await client.TryAddPhrase("x", better: new string('x', 301))).IsInvalid("/better", "too_long");
        (await client.TryAddPhrase("x", effect: "forbid")).Is(422);
        (await client.TryAddPhrase("x", excuses: [.. Enumerable.Repeat("x", 11)])).IsInvalid("/excuses", "too_many");
        Assert.Empty((await client.Get("/v1/phrases?origin=own")).Rows);
    }
}
