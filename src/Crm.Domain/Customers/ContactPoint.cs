using System.Text.RegularExpressions;

namespace Crm.Domain.Customers;

/// <summary>The way a contact point is reached.</summary>
public enum ContactPointKind { Phone, Email, Post, Social }

/// <summary>One way to reach a customer (S3-DB-1).</summary>
/// <param name="Kind">Phone, e-mail, postal address or social account.</param>
/// <param name="Value">As the customer gave it. Phones in any spelling and script; 1 to 300 characters.</param>
/// <param name="Label">What it is called, such as work or home; at most 50 characters.</param>
/// <param name="Primary">Whether it is the first choice of its kind. At most one of each kind is.</param>
/// <param name="Normalized">What comparisons use: E.164 for a phone, lower case for an e-mail. Computed; what is sent is ignored.</param>
public sealed partial record ContactPoint(ContactPointKind Kind, string Value, string? Label = null, bool Primary = false, string? Normalized = null)
{
    public const int ValueMaxLength = 300;
    public const int LabelMaxLength = 50;

    /// <summary>Folding writes one character as eighteen at most.</summary>
    public const int NormalizedMaxLength = 18 * ValueMaxLength;
    public const int MaxCount = 20;

    /// <summary>The same contact point with its normalised value, or the code of what is wrong with it.</summary>
    internal Result<ContactPoint> Normalize(string country, string pointer)
    {
        var value = FoldedText.Nfc(Value.Trim());
        switch (Kind)
        {
            case ContactPointKind.Phone:
                return PhoneNumber.TryParse(value, country, out var phone)
                    ? this with { Value = value, Normalized = phone.E164 }
                    : Error.Invalid([new(pointer, "phone_invalid", "This is no telephone number. Write it with its country code, as in +98 21 8800 1234.")]);
            case ContactPointKind.Email:
                return EmailShape().IsMatch(value)
                    ? this with { Value = value, Normalized = value.ToLowerInvariant() }
                    : Error.Invalid([new(pointer, "email_invalid", "This is no e-mail address. It needs a name, an @ and a domain, without spaces.")]);
            default:
                return this with { Value = value, Normalized = FoldedText.Fold(value) };
        }
    }

    [GeneratedRegex(@"^[^@\s<>\p{C}]{1,64}@[^@\s<>\p{C}.]+(\.[^@\s<>\p{C}.]+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex EmailShape();
}
