namespace Crm.Api.Tests.Phrases;

[Trait("Requirement", "S2-PHRASE-1")]
public sealed class CheckPhrasesTests(CrmHost host) : ApiTest(host)
{
    [Theory]
    [InlineData("متأسفم، نمی‌دانم.", "نمی‌دانم")]
    [InlineData("متأسفم، نمی دانم.", "نمی دانم")]
    [InlineData("متأسفم، نمیدانم.", "نمیدانم")]
    [InlineData("متأسفم، نمي‌دانم.", "نمي‌دانم")]
    [InlineData("این قانون ماست", "قانون ماست")]
    [InlineData("اين قانون   ماسـت!", "قانون   ماسـت")]
    [InlineData("كاري از دست من برنمي‌آيد", "كاري از دست من برنمي‌آيد")]
    [InlineData("این وظیفه‌ی ما نیست", "وظیفه‌ی ما نیست")]
    public async Task A_tenant_begins_with_lists_that_are_found_in_variant_spelling(string text, string place)
    {
        var client = (await Host.NewTenant()).Administrator;
        var found = await client.Check(text, "fa-IR");
        Assert.True(found.IsBlocked());
        var hit = Assert.Single(found.Hits())!;
        var (start, length) = (hit["start"]!.GetValue<int>(), hit["length"]!.GetValue<int>());
        Assert.Equal(place, text.Substring(start, length));
        Assert.NotEmpty(hit["better"]!.GetValue<string>());
        Assert.Equal(("fa", "block"), (hit["language"]!.GetValue<string>(), hit["effect"]!.GetValue<string>()));
        Assert.Empty((await client.Check(text, "en")).Hits());
        Assert.True((await client.Check(text)).IsBlocked());
    }

    [Fact]
    public async Task What_finds_out_is_excused_and_what_warns_does_not_block()
    {
        var client = (await Host.NewTenant()).Administrator;
        Assert.True((await client.Check("I don’t know.", "en")).IsBlocked());
        Assert.Empty((await client.Check("I don’t know, but I’ll find out and call you.", "en")).Hits());
        Assert.Empty((await client.Check("الان نمی‌دانم، ولی پیگیری میکنم و خبر می دهم.", "fa")).Hits());
        var warned = await client.Check("You must sign. The unknown is impossibly far.", "en");
        Assert.False(warned.IsBlocked());
        Assert.Equal("you must", Assert.Single(warned.Hits())!["phrase"]!.GetValue<string>());
    }

    [Fact]
    public async Task Agents_check_and_do_not_change_the_list_and_nothing_is_written()
    {
        var tenant = await Host.NewTenant();
        var key = (await tenant.Administrator.Post("/v1/api-keys", new { name = "agent", role = "agent" })).Is(201).Text("secret");
        var agent = Host.ClientWith(key);
        var audited = (await tenant.Administrator.Get("/v1/audit?limit=200")).Is(200).Rows.Count;
        Assert.True((await agent.Check("calm down")).IsBlocked());
        Assert.Equal(audited, (await tenant.Administrator.Get("/v1/audit?limit=200")).Is(200).Rows.Count);
        (await agent.TryAddPhrase("mine")).IsProblem(403, "permission_missing");
        (await agent.Delete("/v1/phrases/" + (await agent.ShippedPhrase("calm down"))["id"]!.GetValue<string>(), "*")).IsProblem(403, "permission_missing");
    }

    [Fact]
    public async Task Hostile_texts_are_read_soon_and_hide_nothing()
    {
        var client = (await Host.NewTenant()).Administrator;
        (await client.Post("/v1/phrases:check", new { text = "" })).IsInvalid("/text", "required");
        (await client.Post("/v1/phrases:check", new { text = new string('a', 100_001) })).IsInvalid("/text", "too_long");
        (await client.Post("/v1/phrases:check", new { text = "a", language = "Persisch!" })).IsInvalid("/language", "language_invalid");
        string[] pieces = ["calm ", "you ", "نمی ", "نمی\u200c", "😀", "\u202e\u200b", "ﷺ", "آ\u0301\u0301", "'ve'", "𝔸"];
        foreach (var piece in pieces)
        {
            const string Hidden = " c\u200ba\u202el\u2066m😀\u200e do\u00adwn";
            var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length))[..(100_000 - Hidden.Length)];
            var found = await client.Check(text + Hidden, "en");
            Assert.True(found.IsBlocked(), piece);
            Assert.Contains(found.Hits(), h => h!["start"]!.GetValue<int>() == text.Length + 1 && h["length"]!.GetValue<int>() == Hidden.Length - 1);
        }
        var many = await client.Check(string.Concat(Enumerable.Repeat("calm down. ", 5000)));
        Assert.Equal((1000, true, true), (many.Hits().Count, many.IsBlocked(), many.Find("truncated")!.GetValue<bool>()));
    }
}
