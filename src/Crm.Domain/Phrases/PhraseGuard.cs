namespace Crm.Domain.Phrases;

/// <summary>A place in a text that has words on the list.</summary>
/// <param name="PhraseId">The phrase on the list.</param>
/// <param name="Start">Where it begins in the text as it was sent, in UTF-16 code units from 0.</param>
/// <param name="Length">How many UTF-16 code units it takes there.</param>
/// <param name="Phrase">The phrase as the list has it.</param>
/// <param name="Better">What to say instead.</param>
/// <param name="Effect">Whether it is only warned of or blocks the text.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Language">The language of the list.</param>
public sealed record PhraseHit(PhraseId PhraseId, int Start, int Length, string Phrase, string Better, PhraseEffect Effect, PhraseRule Rule, string Language)
{
    public const int PhraseMaxLength = PhraseContent.TextMaxLength;
    public const int BetterMaxLength = PhraseContent.BetterMaxLength;
    public const int LanguageMaxLength = PhraseContent.LanguageMaxLength;
}

/// <summary>What the guard found in a text.</summary>
/// <param name="Hits">The places, from first to last; at most 1000.</param>
/// <param name="Blocked">Whether one of them blocks the text, be it shown or not.</param>
/// <param name="Truncated">Whether there are more than those shown.</param>
public sealed record PhraseFindings(IReadOnlyList<PhraseHit> Hits, bool Blocked, bool Truncated)
{
    public const int MostHits = 1000;

    public static readonly PhraseFindings None = new([], false, false);

    public static readonly PhraseFindings Example = new(
        [new(PhraseId.Parse("phrase_01j00000000000000000000000", null), 8, 6, "نمی‌دانم", "همین حالا می‌پرسم و به شما خبر می‌دهم.", PhraseEffect.Block, PhraseRule.NoInformation, "fa")],
        true, false);
}

/// <summary>
/// Finds the phrases of a list in a text, in any spelling, as whole words (S2-PHRASE-1). Of two phrases of one language with the same words
/// the later one counts.
/// </summary>
public sealed class PhraseGuard
{
    private readonly Phrase[] phrases;
    private readonly PhraseTrie sought = new();
    private readonly PhraseTrie excuses = new();

    public PhraseGuard(IEnumerable<Phrase> list)
    {
        var byWords = new Dictionary<(string Language, string Key), Phrase>();
        foreach (var phrase in list)
        {
            byWords[(phrase.Language, PersianWords.Key(phrase.Text))] = phrase;
        }
        phrases = [.. byWords.Values.Where(p => p.Active)];
        for (var i = 0; i < phrases.Length; i++)
        {
            sought.Add(PersianWords.Pattern(phrases[i].Text), i);
            foreach (var excuse in phrases[i].Excuses)
            {
                excuses.Add(PersianWords.Pattern(excuse), i);
            }
        }
    }

    public PhraseFindings Check(string text)
    {
        var read = GuardedText.Of(text);
        var (places, met, total) = (new HashSet<(int First, int Last, int Phrase)>(), new bool[phrases.Length], 0);
        sought.Find(read, (first, last, phrase) =>
        {
            met[phrase] = true;
            // One place is told twice at most one after the other; far more than are shown are not kept.
            total += places.Count <= PhraseFindings.MostHits * 10 && places.Add((first, last, phrase)) ? 1 : 0;
        });
        if (total == 0)
        {
            return PhraseFindings.None;
        }
        if (phrases.Where((p, i) => met[i] && p.Excuses.Count > 0).Any())
        {
            excuses.Find(read, (_, _, phrase) => met[phrase] = false);
        }
        var hits = places.Where(p => met[p.Phrase]).OrderBy(p => p.First).ThenByDescending(p => p.Last).ThenBy(p => p.Phrase).ToList();
        return new(
            [.. hits.Take(PhraseFindings.MostHits).Select(p => Hit(read, p.First, p.Last, phrases[p.Phrase]))],
            phrases.Where((p, i) => met[i] && p.Effect == PhraseEffect.Block).Any(), hits.Count > PhraseFindings.MostHits);
    }

    private static PhraseHit Hit(GuardedText text, int first, int last, Phrase phrase)
    {
        var start = text.StartOf(first);
        return new(phrase.Id, start, text.EndOf(last) - start, phrase.Text, phrase.Better, phrase.Effect, phrase.Rule, phrase.Language);
    }
}

/// <summary>A tenant's lists, by language. Each is made when it is first asked.</summary>
public sealed class PhraseGuards(IReadOnlyCollection<Phrase> list)
{
    private readonly Lazy<PhraseGuard> ofAll = new(() => new(list));

    private readonly Dictionary<string, Lazy<PhraseGuard>> byLanguage =
        list.GroupBy(p => p.Language, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Lazy<PhraseGuard>(() => new(g)), StringComparer.Ordinal);

    /// <summary>What stands in a text of a language, given by any tag of it; by all lists where none is given.</summary>
    public PhraseFindings Check(string text, string? language) =>
        language is null ? ofAll.Value.Check(text)
        : byLanguage.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var guard) ? guard.Value.Check(text)
        : PhraseFindings.None;
}
