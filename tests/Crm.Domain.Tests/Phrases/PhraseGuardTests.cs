using Crm.Domain.Phrases;

namespace Crm.Domain.Tests.Phrases;

[Trait("Requirement", "S2-PHRASE-1")]
public sealed class PhraseGuardTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("نمی‌دانم", "نمی‌دانم")]
    [InlineData("نمی‌دانم", "نمی دانم")]
    [InlineData("نمی‌دانم", "نمیدانم")]
    [InlineData("نمی‌دانم", "نمي‌دانم")]
    [InlineData("نمی‌دانم", "نِمیـــدانم")]
    [InlineData("نمی‌دانم", "ن\u200bم\u202eی\u2066د\u200dانم")]
    [InlineData("نمیدانم", "نمی دانم")]
    [InlineData("نمی دانم", "نمیدانم")]
    [InlineData("قانون ماست", "قانون‌ماست")]
    [InlineData("قانون ماست", "قانون،  ماست")]
    [InlineData("قانون ماست", "قانون\u200bماست")]
    [InlineData("قانون ماست", "قا\u200bنون ما\u202dست")]
    [InlineData("وظیفهٔ ما نیست", "وظیفه ما نیست")]
    [InlineData("وظیفهٔ ما نیست", "وظیفه‌ی ما نیست")]
    [InlineData("وظیفه‌ی ما نیست", "وظیفۀ ما نیست")]
    [InlineData("وظیفه ی ما نیست", "وظیفه ما نیست")]
    [InlineData("کاری از دست من بر‌نمی‌آید", "كاري از دست من بر نمي آيد")]
    [InlineData("کاری از دست من بر‌نمی‌آید", "کاری از دست من برنمیاید")]
    [InlineData("شماره ۱۲", "شماره 12")]
    [InlineData("شماره 12", "شماره ١٢")]
    [InlineData("کتاب‌ها", "کتاب ها")]
    [InlineData("کتاب ها", "کتابها")]
    [InlineData("don't know", "don’t know")]
    [InlineData("don't know", "dont know")]
    [InlineData("don't know", "DON`T\tKNOW")]
    [InlineData("don't know", "donʼt… know")]
    [InlineData("don't know", "d\u200bon't kn\u00adow")]
    [InlineData("don't know", "don't\u200bknow")]
    [InlineData("dont know", "don't know")]
    [InlineData("calm down", "calm\u00a0\r\n-- down")]
    [InlineData("calm down", "ｃａｌｍ 𝐝𝐨𝐰𝐧")]
    [InlineData("calm down", "càlm dówn")]
    [InlineData("calm down", "calm 😀 down")]
    [InlineData("straße", "STRASSE")]
    public void A_phrase_is_found_in_every_spelling(string phrase, string written)
    {
        foreach (var (before, after) in new[] { ("", ""), ("خب، ", "."), ("😀 (", ")😀"), ("\u202b", "\u202c"), ("'", "'") })
        {
            var hit = Assert.Single(Guard(phrase).Check(before + written + after).Hits);
            Assert.Equal((before.Length, written.Length), (hit.Start, hit.Length));
        }
    }

    [Theory]
    [InlineData("know", "unknown knows knowing 9know know9")]
    [InlineData("دانم", "نمی‌دانم میدانم دانما")]
    [InlineData("نظیر", "بی‌نظیر")]
    [InlineData("به من ربطی ندارد", "بهمن ربطی ندارد")]
    [InlineData("not able", "notable")]
    [InlineData("notable", "not able")]
    [InlineData("calm down", "calm him down")]
    [InlineData("calm down", "down calm")]
    [InlineData("نمی‌دانم", "نمی‌دانمش")]
    [InlineData("we", "we'll")]
    public void Other_words_are_no_phrase(string phrase, string written) => Assert.Empty(Guard(phrase).Check(written).Hits);

    [Fact]
    public void Marks_upon_the_last_letter_belong_to_the_place()
    {
        var hit = Assert.Single(Guard("آرام").Check("آرامٌــ.").Hits);
        Assert.Equal(7, hit.Length);
    }

    [Fact]
    public void Every_place_of_every_phrase_is_told_in_order()
    {
        var hits = new PhraseGuard([Of("you must"), Of("must"), Of("you must not")]).Check("You must not. You must!").Hits;
        Assert.Equal([(0, 12), (0, 8), (4, 4), (14, 8), (18, 4)], hits.Select(h => (h.Start, h.Length)));
        Assert.All(hits, h => Assert.Equal(("better", PhraseRule.TalkingDown, "en"), (h.Better, h.Rule, h.Language)));
    }

    [Fact]
    public void An_excuse_in_the_same_text_makes_it_acceptable()
    {
        var guard = new PhraseGuard([Of("I don't know", PhraseEffect.Block, "I'll find out"), Of("policy")]);
        Assert.True(guard.Check("I don't know.").Blocked);
        Assert.Empty(guard.Check("I don’t know, but I’ll find  out.").Hits);
        Assert.Equal("policy", Assert.Single(guard.Check("I dont know this policy; Ill find out").Hits).Phrase);
    }

    [Fact]
    public void Only_a_blocking_phrase_blocks_and_the_later_of_equal_words_counts()
    {
        Assert.False(new PhraseGuard([Of("you must", PhraseEffect.Block), Of("You  MUST")]).Check("you must").Blocked);
        Assert.True(new PhraseGuard([Of("You  MUST"), Of("you must", PhraseEffect.Block)]).Check("you must").Blocked);
        var off = Of("you must", PhraseEffect.Block);
        Assert.False(off.Revise(off.Content with { Active = false }, Now).Failed(out _));
        Assert.Empty(new PhraseGuard([Of("you must", PhraseEffect.Block), off]).Check("you must").Hits);
    }

    [Fact]
    public void More_places_than_are_shown_still_block()
    {
        var guard = new PhraseGuard([Of("a"), Of("b", PhraseEffect.Block)]);
        var findings = guard.Check(string.Concat(Enumerable.Repeat("a ", 40_000)) + "b");
        Assert.Equal((PhraseFindings.MostHits, true, true), (findings.Hits.Count, findings.Blocked, findings.Truncated));
    }

    [Fact]
    public void A_language_asks_its_own_list_and_none_asks_all()
    {
        var guards = new PhraseGuards(ShippedPhrases.With([]));
        const string Both = "calm down, آرام باشید";
        Assert.Equal("آرام باشید", Assert.Single(guards.Check(Both, "fa-IR").Hits).Phrase);
        Assert.Equal("calm down", Assert.Single(guards.Check(Both, "EN").Hits).Phrase);
        Assert.Equal(2, guards.Check(Both, null).Hits.Count);
        Assert.Empty(guards.Check(Both, "de").Hits);
    }

    [Fact]
    public void What_is_shipped_is_found_and_what_is_better_is_clean()
    {
        var shipped = ShippedPhrases.With([]);
        var guards = new PhraseGuards(shipped);
        Assert.All(new[] { "fa", "en" }, l => Assert.InRange(shipped.Count(p => p.Language == l), 25, 60));
        Assert.All(new[] { "fa", "en" }, l => Assert.Equal(Enum.GetValues<PhraseRule>().Order(), shipped.Where(p => p.Language == l).Select(p => p.Rule).Distinct().Order()));
        Assert.All(shipped, p => Assert.Contains(guards.Check(p.Text, p.Language).Hits, h => h.PhraseId == p.Id));
        Assert.All(shipped, p => Assert.Empty(guards.Check(p.Better, null).Hits));
        Assert.Equal(shipped.Count, shipped.Select(p => p.Id).Distinct().Count());
    }

    private static PhraseGuard Guard(string phrase) => new([Of(phrase)]);

    private static Phrase Of(string text, PhraseEffect effect = PhraseEffect.Warn, params string[] excuses) =>
        Phrase.Add(new("en", text, "better", PhraseRule.TalkingDown, effect, true, excuses), Now).Value;
}
