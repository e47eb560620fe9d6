using Crm.Domain.Phrases;

namespace Crm.Domain.Tests.Phrases;

[Trait("Requirement", "S2-PHRASE-1")]
public sealed class PhraseGuardLawTests
{
    private static readonly PhraseGuards Shipped = new(ShippedPhrases.With([]));

    [Fact]
    public void Every_place_lies_in_the_text_and_reads_like_its_phrase() => Any.LongText.Holds((one, other) =>
    {
        var text = one + " نمی دانم " + other + " calm\u200bdown ";
        var findings = Shipped.Check(text, null);
        return findings.Hits.Count >= 2 && findings.Hits.All(h => h.Start >= 0 && h.Start + h.Length <= text.Length
            && Letters(text.Substring(h.Start, h.Length)) == Letters(h.Phrase));
    });

    [Fact]
    public void Any_text_can_be_a_phrase_and_finds_itself() => Any.WellFormedText.Holds(text =>
    {
        var added = Phrase.Add(new("fa", text, "better", PhraseRule.NoInformation, PhraseEffect.Block), ShippedPhrases.Since);
        return added.Failed(out _, out var phrase) || new PhraseGuard([phrase]).Check("«" + text + "» .").Blocked;
    });

    /// <summary>A mark that is another way to write an apostrophe, a ye at the very end, and more compounds than all spellings of are sought.</summary>
    [Theory]
    [InlineData("a\u0374")]
    [InlineData("خانه\u200cی")]
    [InlineData("ﷺ\u200eᄀ\u02b9ﷺ، ها")]
    [InlineData("خانه\u200cی ما ه ه ه ه ه ه ه خانه\u200cی ما")]
    public void So_can_these(string text)
    {
        var phrase = Phrase.Add(new("fa", text, "better", PhraseRule.NoInformation, PhraseEffect.Block), ShippedPhrases.Since).Value;
        Assert.True(new PhraseGuard([phrase]).Check("«" + text + "» .").Blocked);
    }

    [Fact]
    public void What_is_invisible_hides_nothing() => Any.Text.Holds(text =>
        Enumerable.Range(0, "calm down".Length + 1).All(i => Shipped.Check(text + " " + "calm down".Insert(i, "\u200b\u202e") + " " + text, "en").Blocked));

    private static string Letters(string text) => string.Concat(FoldedText.Fold(text).Where(char.IsLetterOrDigit));
}
