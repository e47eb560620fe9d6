namespace Crm.Domain.Phrases;

/// <summary>
/// Which of the seven rules of talking with customers a phrase breaks: leaving them on hold without asking, not offering a callback, saying that it is
/// somebody else's business, having no information without finding it out, talking down to them, taking it personally, not being transparent.
/// </summary>
public enum PhraseRule { HoldWithoutConsent, NoCallback, NotOurBusiness, NoInformation, TalkingDown, TakenPersonally, NotTransparent }

/// <summary>What a phrase does to a text that has it: it goes out with a warning, or not at all.</summary>
public enum PhraseEffect { Warn, Block }

/// <summary>Where a phrase comes from: the lists that the product ships, or the tenant itself.</summary>
public enum PhraseOrigin { Shipped, Own }

/// <summary>Words that customers should not read, and what to say instead (S2-PHRASE-1).</summary>
/// <param name="Language">The primary language of a BCP 47 tag: two or three letters, such as fa or en.</param>
/// <param name="Text">The words, 1 to 200 characters. How they are spelled does not matter: case, diacritics, Arabic or Persian letters, ZWNJ, apostrophes and what stands between words.</param>
/// <param name="Better">What to say instead; 1 to 300 characters.</param>
/// <param name="Rule">The rule that they break.</param>
/// <param name="Effect">Whether a text with these words is only warned of or blocked.</param>
/// <param name="Active">Whether they are looked for now; true by default.</param>
/// <param name="Excuses">Words that make them acceptable in the same text, as "I will find out" does for "I don't know"; at most 10 of at most 200 characters.</param>
public sealed record PhraseContent(
    string Language, string Text, string Better, PhraseRule Rule, PhraseEffect Effect, bool Active = true, IReadOnlyList<string>? Excuses = null)
{
    public const int LanguageMaxLength = 3;
    public const int TextMaxLength = 200;
    public const int BetterMaxLength = 300;
    public const int MaxExcuses = 10;
    public const int ExcuseMaxLength = 200;

    public static readonly PhraseContent Example = new(
        "fa", "اطلاعی ندارم", "همین حالا پیگیری می‌کنم و تا یک ساعت دیگر به شما خبر می‌دهم.", PhraseRule.NoInformation, PhraseEffect.Block, true, ["پیگیری می‌کنم"]);
}
