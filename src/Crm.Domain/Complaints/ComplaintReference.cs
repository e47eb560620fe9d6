namespace Crm.Domain.Complaints;

/// <summary>
/// What a complaint is called between people: eight characters of Crockford's base32 and a check character, as in K7Q2-9MXA-3. It is read out, so
/// there is no I, L, O or U in it, and whatever of these is heard is understood. One wrong character, or two that changed places, is noticed.
/// </summary>
public static class ComplaintReference
{
    /// <summary>With its hyphens.</summary>
    public const int Length = 11;
    private const int Digits = 8;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The reference of a random number; forty bits of it count.</summary>
    public static string Of(long random)
    {
        Span<char> text = stackalloc char[Digits + 1];
        var check = 0;
        for (var i = 0; i < Digits; i++)
        {
            var digit = (int)(random >> (5 * i)) & 31;
            text[i] = Alphabet[digit];
            check ^= Weighted(digit, i + 1);
        }
        text[Digits] = Alphabet[check];
        return $"{text[..4]}-{text[4..8]}-{text[8..]}";
    }

    /// <summary>The reference that somebody wrote or heard, in any case and script of digits, with or without hyphens; null where it is none.</summary>
    public static string? Read(string? text)
    {
        if (text is null || text.Length > 100)
        {
            return null;
        }
        Span<char> found = stackalloc char[Digits + 1];
        var (length, check) = (0, 0);
        foreach (var c in FoldedText.Fold(text))
        {
            if (c is '-' or ' ')
            {
                continue;
            }
            var heard = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            var digit = Alphabet.IndexOf(heard, StringComparison.Ordinal);
            if (digit < 0 || length > Digits)
            {
                return null;
            }
            check ^= length < Digits ? Weighted(digit, length + 1) : digit;
            found[length++] = heard;
        }
        return length == Digits + 1 && check == 0 ? $"{found[..4]}-{found[4..8]}-{found[8..]}" : null;
    }

    /// <summary>The digit times a power of the generator of the field with 32 elements: every place has another weight, so two that change places differ.</summary>
    private static int Weighted(int digit, int place)
    {
        for (; place > 0; place--)
        {
            digit <<= 1;
            if (digit > 31)
            {
                digit ^= 0b100101;
            }
        }
        return digit;
    }
}
