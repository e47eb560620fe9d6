using System.Globalization;
using System.Text;

namespace Crm.Domain;

/// <summary>
/// Text as search, duplicate detection and the phrase guard compare it: without case, diacritics, kashida, ZWNJ and bidi controls, Arabic
/// ي and ك as Persian ی and ک, every digit as ASCII. Two spellings that a reader takes for the same word fold to the same text.
/// </summary>
public static class FoldedText
{
    public static string Fold(string text)
    {
        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control
                    when rune.Value is not ('\t' or '\n' or '\r'):
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                    break;
                default:
                    Append(folded, rune);
                    break;
            }
        }
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        switch (lower.Value)
        {
            case 'ـ': break; // kashida
            case 'ي' or 'ى': folded.Append('ی'); break;
            case 'ك': folded.Append('ک'); break;
            case 'ة' or 'ە': folded.Append('ه'); break;
            case 'ß': folded.Append("ss"); break;
            case 'ı': folded.Append('i'); break;
            default:
                Span<char> utf16 = stackalloc char[2];
                folded.Append(utf16[..lower.EncodeToUtf16(utf16)]);
                break;
        }
    }

    /// <summary>The words of a text, folded: runs of letters and digits. A word written with ZWNJ also gives its parts.</summary>
    public static IEnumerable<string> Words(string text)
    {
        foreach (var word in Split(Fold(text)))
        {
            yield return word;
        }
        if (text.Contains('\u200c', StringComparison.Ordinal))
        {
            foreach (var part in Split(Fold(text.Replace('\u200c', ' '))))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<string> Split(string folded)
    {
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || char.IsSurrogate(folded[i]));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return folded[start..i];
                start = -1;
            }
        }
    }

    /// <summary>
    /// A key whose order by code point is the reader's alphabetical order, in Persian too: the letters that Unicode put outside the Arabic
    /// block's order (پ چ ژ ک گ و ی) are sorted behind their neighbours.
    /// </summary>
    public static string SortKey(string text)
    {
        var key = new StringBuilder();
        foreach (var c in Fold(text))
        {
            _ = c switch
            {
                'پ' => key.Append("ب\u06ff"),
                'چ' => key.Append("ج\u06ff"),
                'ژ' => key.Append("ز\u06ff"),
                'ک' => key.Append("ق\u06fe"),
                'گ' => key.Append("ق\u06ff"),
                'و' => key.Append("ن\u06ff"),
                _ => key.Append(c),
            };
        }
        return key.ToString();
    }

    /// <summary>The text as it is stored, without space around it; null where there is nothing to see, be it for joiners or control characters alone.</summary>
    public static string? Shown(string? text) => text is not null && text.EnumerateRunes().Any(IsVisible) ? Nfc(text.Trim()) : null;

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Text in NFC, as it is stored. A lone surrogate and U+FFFE become U+FFFD.</summary>
    public static string Nfc(string text) => WellFormed(text).Normalize(NormalizationForm.FormC);

    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // U+FFFE is no character and never will be; Normalize refuses it.
            if (char.IsSurrogate(text[i]) || text[i] == '\ufffe')
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\ufffe', '\ufffd');
            }
        }
        return text;
    }
}
