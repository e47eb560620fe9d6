namespace Crm.Domain.Phrases;

public static class PhraseErrors
{
    private const int MostTold = 100;

    public static readonly Error TooMany = new(ErrorKind.Conflict, "phrase.too_many",
        "A tenant has at most 1,000 phrases of its own in one language. Remove one that is not needed first.");

    public static readonly Error Blocked = new(ErrorKind.Invalid, "phrase.blocked",
        "The text has words that customers should not read. errors names each with a better phrase: say that instead.");

    /// <summary>The refusal of a text that is blocked: one error for each place, with what to say instead. <paramref name="pointer"/> is the member with the text.</summary>
    public static Error BlockedBy(PhraseFindings findings, string pointer) => Blocked with
    {
        Fields =
        [
            .. findings.Hits.Where(h => h.Effect == PhraseEffect.Block).Take(MostTold).Select(h => new FieldError(
                pointer, "phrase_blocked", $"Instead of \"{h.Phrase}\" say: {h.Better}", new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Phrase"] = h.Phrase,
                    ["Better"] = h.Better,
                })),
        ],
    };

    internal static FieldError Wordless(string pointer) => new(pointer, "wordless", "A letter or digit is needed here.");
}
