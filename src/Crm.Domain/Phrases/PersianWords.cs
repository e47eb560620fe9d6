namespace Crm.Domain.Phrases;

/// <summary>What Persian writers set apart with a ZWNJ, with a space or not at all.</summary>
internal static class PersianWords
{
    public const char Ye = 'ی';
    private const char He = 'ه';
    private const string Joined = "\u200c";

    /// <summary>Where any of the three may stand, and the phrase has a space.</summary>
    public const char Loose = '\u2009';

    /// <summary>Where a ye may stand after a silent he, and the phrase has one.</summary>
    public const char Ezafe = '\u0654';

    private static readonly string[] Prefixes = ["نمی", "می"];

    private static readonly HashSet<string> Suffixes = new(
        ["ها", "های", "هایی", "تر", "ترین", "ام", "ایم", "اید", "اند", "ای", "مان", "تان", "شان"], StringComparer.Ordinal);

    /// <summary>The same for two phrases that are one in different spellings.</summary>
    public static string Key(string phrase) => Pattern(phrase).Replace(Loose, GuardedText.Joined).Replace(Ezafe.ToString(), "", StringComparison.Ordinal);

    /// <summary>The words of a phrase, with <see cref="GuardedText.Joined"/> or <see cref="Loose"/> where any of the three may stand.</summary>
    public static string Pattern(string phrase)
    {
        var words = GuardedText.Of(phrase).Signs.ToString().Replace(GuardedText.Unseen, GuardedText.Joined).Split(GuardedText.Apart).ToList();
        var pattern = "";
        for (var i = 0; i < words.Count; i++)
        {
            var (word, isLast) = (words[i], i == words.Count - 1);
            // The ye that some write after a silent he says nothing new: خانه‌ی ما is خانهٔ ما.
            if (word == "ی" && i > 0 && words[i - 1][^1] == He)
            {
                pattern += isLast ? "" : Ezafe;
                continue;
            }
            if (word.EndsWith(He + Joined + Ye, StringComparison.Ordinal) && !isLast)
            {
                word = word[..^2] + Ezafe;
            }
            if (Array.Find(Prefixes, p => word.StartsWith(p, StringComparison.Ordinal) && word.Length > p.Length + 1) is { } prefix)
            {
                word = prefix + Joined + word[prefix.Length..].TrimStart(GuardedText.Joined);
            }
            var isLoose = i > 0 && (Suffixes.Contains(word) || Prefixes.Contains(words[i - 1], StringComparer.Ordinal));
            pattern += (i == 0 ? "" : isLoose ? Loose : GuardedText.Apart) + word;
        }
        return pattern;
    }

    /// <summary>Whether the word that ends here may have a ye behind it.</summary>
    public static bool MayTakeEzafe(string pattern, int at) => pattern[at] == He && at + 1 < pattern.Length && pattern[at + 1] == GuardedText.Apart;
}
