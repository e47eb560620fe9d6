using System.Text;

namespace Crm.Domain;

/// <summary>A telephone number in E.164 (<c>+982188001234</c>).</summary>
public readonly record struct PhoneNumber(string E164)
{
    public const int MaxDigits = 15;
    private const int MinDigits = 6;

    /// <summary>The plus and as many digits as a calling code has at most.</summary>
    public const int BeginningLength = 4;

    public override string ToString() => E164;

    /// <summary>
    /// Reads a number as people write it: any script's digits, spaces, dashes, dots, brackets, <c>00</c> or <c>+</c> before a country code,
    /// a trunk digit before a national number.
    /// </summary>
    /// <param name="text">The number as written.</param>
    /// <param name="country">The ISO 3166 country of a number without country code.</param>
    public static bool TryParse(string text, string country, out PhoneNumber number)
    {
        number = default;
        var digits = new StringBuilder();
        var international = false;
        foreach (var c in FoldedText.Fold(text).Trim())
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (c == '+' && digits.Length == 0 && !international)
            {
                international = true;
            }
            else if (c is not (' ' or '-' or '.' or '(' or ')' or '/' or '‐' or '‑' or '–' or '−'))
            {
                return false;
            }
        }
        var written = digits.ToString();
        if (!international && written.StartsWith("00", StringComparison.Ordinal))
        {
            international = true;
            written = written[2..];
        }
        if (!international)
        {
            if (!DialingCodes.TryGet(country, out var code, out var trunk))
            {
                return false;
            }
            if (trunk.Length > 0 && written.StartsWith(trunk, StringComparison.Ordinal))
            {
                written = written[trunk.Length..];
            }
            written = code + written;
        }
        if (written.Length is < MinDigits or > MaxDigits || written[0] == '0')
        {
            return false;
        }
        number = new("+" + written);
        return true;
    }

    /// <summary>The calling code of an ISO 3166 country; null where there is none.</summary>
    public static string? CallingCodeOf(string country) => DialingCodes.TryGet(country, out var code, out _) ? code : null;

    /// <summary>The plus and the first digits of a number in E.164, in which its calling code is.</summary>
    public static string BeginningOf(string e164) => e164[..BeginningLength];

    /// <summary>The number as it is dialled inside its own country.</summary>
    public string National() =>
        DialingCodes.Of(E164.AsSpan(1)) is var (code, trunk) ? trunk + E164[(code.Length + 1)..] : E164[1..];
}
