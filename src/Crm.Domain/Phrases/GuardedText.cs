using System.Globalization;
using System.Text;

namespace Crm.Domain.Phrases;

/// <summary>
/// A text as the phrase guard reads it: the letters and digits of <see cref="FoldedText"/>, each with its place in the original, and between them one sign
/// for all that stands there. What a reader does not see cannot hide a word.
/// </summary>
internal sealed class GuardedText
{
    /// <summary>Between two words: any run with space, punctuation or symbols in it.</summary>
    public const char Apart = ' ';

    /// <summary>Inside a word: ZWNJ, apostrophes and soft hyphens. It may be read as nothing or as the end of a word, but no phrase begins or ends at it.</summary>
    public const char Joined = '\u200c';

    /// <summary>Invisible and without meaning: zero-width spaces, bidi controls. It may be read as nothing or as the end of a word.</summary>
    public const char Unseen = '\u200b';

    private const int PageSize = 256;
    private const int Pictographs = 0x1F300;

    /// <summary>What each character of the basic plane is read as, filled as they are met.</summary>
    private static readonly string?[]?[] Known = new string?[PageSize][];

    private readonly string text;
    private char[] signs;
    private int[] places;
    private char between;

    private GuardedText(string text)
    {
        this.text = text;
        (signs, places) = (new char[text.Length + 1], new int[text.Length + 1]);
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                rune = Rune.ReplacementChar;
            }
            foreach (var sign in ReadingOf(rune))
            {
                Take(sign, i);
            }
            i += length;
        }
    }

    public int Count { get; private set; }
    public ReadOnlySpan<char> Signs => signs.AsSpan(0, Count);

    public static GuardedText Of(string text) => new(text);

    public static bool HasWords(string text) => Of(text).Count > 0;

    public static bool IsBetween(char sign) => sign is Apart or Joined or Unseen;

    /// <summary>Whether a word begins here: nothing that belongs to it stands before.</summary>
    public bool BeginsWord(int at) => !IsBetween(signs[at]) && (at == 0 || signs[at - 1] is Apart or Unseen);

    /// <summary>Where the sign stands in the original.</summary>
    public int StartOf(int at) => places[at];

    /// <summary>Where the original goes on after the sign and the marks upon it.</summary>
    public int EndOf(int at)
    {
        var end = places[at] + (char.IsHighSurrogate(text[places[at]]) && places[at] + 1 < text.Length ? 2 : 1);
        while (end < text.Length && (CharUnicodeInfo.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || text[end] == 'ـ'))
        {
            end++;
        }
        return end;
    }

    private void Take(char sign, int place)
    {
        if (IsBetween(sign))
        {
            between = between == Apart || sign == Apart ? Apart : between == Unseen || sign == Unseen ? Unseen : Joined;
            return;
        }
        if (between != default && Count > 0)
        {
            Append(between, place);
        }
        between = default;
        Append(sign, place);
    }

    private void Append(char sign, int place)
    {
        if (Count == signs.Length)
        {
            Array.Resize(ref signs, signs.Length * 2);
            Array.Resize(ref places, signs.Length);
        }
        (signs[Count], places[Count]) = (sign, place);
        Count++;
    }

    private static string ReadingOf(Rune rune)
    {
        if (!rune.IsBmp)
        {
            return rune.Value >= Pictographs && !Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format ? " " : Read(rune);
        }
        var page = Known[rune.Value / PageSize] ??= new string?[PageSize];
        return page[rune.Value % PageSize] ??= Read(rune);
    }

    private static string Read(Rune rune)
    {
        // Some characters are only another way to write one of those below.
        var canonical = Rune.GetRuneAt(FoldedText.Nfc(rune.ToString()), 0);
        switch (canonical.Value)
        {
            case '\'' or '`' or 0xB4 or (>= 0x2018 and <= 0x201B) or 0x2032 or 0x2035 or (>= 0x2B9 and <= 0x2BF) or 0x2C8 or 0x2CA or 0x2CB or 0xFF07: // apostrophes
            case 0x200C or 0x200D or 0xAD or 0x2060: // joiners and the hyphen that is not shown
                return "\u200c";
            case >= '\t' and <= '\r' or 0x85:
                return " ";
            case 0x115F or 0x1160 or 0x3164 or 0xFFA0: // letters that are blank
                return "\u200b";
        }
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return "";
            case UnicodeCategory.Format or UnicodeCategory.Control:
                return "\u200b";
        }
        var reading = new StringBuilder();
        foreach (var folded in FoldedText.Fold(rune.ToString()).EnumerateRunes())
        {
            _ = Rune.IsLetterOrDigit(folded) || Rune.GetUnicodeCategory(folded) == UnicodeCategory.SpacingCombiningMark ? reading.Append(folded) : reading.Append(' ');
        }
        return reading.ToString();
    }
}
