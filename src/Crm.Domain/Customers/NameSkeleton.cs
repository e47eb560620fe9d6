using System.Collections.Frozen;
using System.Text;

namespace Crm.Domain.Customers;

/// <summary>
/// What stays of a name when its spelling varies (Mohammad Ahmadi, Ahmady Muhamad, محمد احمدی): its words in alphabetical order, each as
/// its consonants in one alphabet, without doubled letters. Names of one skeleton are close, not equal.
/// </summary>
public static class NameSkeleton
{
    private static readonly FrozenDictionary<char, char> Latin = Pairs(
        "اa بb پp تt ثs جj چc حh خx دd ذz رr زz ژz سs شç صs ضz طt ظz عa غg فf قg کk گg لl مm نn وv هh یy");

    /// <summary>Sounds that Latin script writes with two letters.</summary>
    private static readonly (string Pair, string One)[] Digraphs = [("kh", "x"), ("sh", "ç"), ("ch", "c"), ("gh", "g"), ("zh", "z"), ("ph", "f"), ("th", "t"), ("dj", "j")];

    public static string Of(CustomerProfile profile)
    {
        var words = new[] { profile.GivenName, profile.FamilyName, profile.OrganisationName }.OfType<string>()
            .SelectMany(n => FoldedText.Words(n.Replace("\u200c", "", StringComparison.Ordinal))).Select(OfWord).Where(w => w.Length > 0).Order(StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    private static string OfWord(string word)
    {
        var latin = Digraphs.Aggregate(word, (w, d) => w.Replace(d.Pair, d.One, StringComparison.Ordinal));
        var kept = new StringBuilder(word.Length);
        foreach (var c in latin)
        {
            var letter = Latin.GetValueOrDefault(c, c) switch { 'w' => 'v', 'q' => 'g', var other => other };
            if (kept.Length == 0)
            {
                kept.Append("eiou".Contains(letter, StringComparison.Ordinal) ? 'a' : letter);
            }
            else if (!"aeiouyv".Contains(letter, StringComparison.Ordinal) && letter != kept[^1])
            {
                kept.Append(letter);
            }
        }
        // Fatemeh, Fateme, فاطمه
        return kept.Length > 2 && kept[^1] == 'h' ? kept.ToString(0, kept.Length - 1) : kept.ToString();
    }

    private static FrozenDictionary<char, char> Pairs(string table) => table.Split(' ').ToFrozenDictionary(p => p[0], p => p[1]);
}
