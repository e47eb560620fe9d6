using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Domain.ApiKeys;

/// <summary>The text of an API key: <c>crm_</c>, ten characters to find it by, an underscore and 256 random bits. It exists only in the moment of its making.</summary>
public readonly record struct ApiKeySecret
{
    public const string Scheme = "crm_";
    public const int LookupLength = 10;
    private const int SecretLength = 52;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private ApiKeySecret(string text) => Text = text;

    public string Text { get; }
    public string Lookup => Text.Substring(Scheme.Length, LookupLength);

    public static ApiKeySecret New() =>
        new(Scheme + RandomNumberGenerator.GetString(Alphabet, LookupLength) + "_" + RandomNumberGenerator.GetString(Alphabet, SecretLength));

    public static bool TryParse([NotNullWhen(true)] string? text, out ApiKeySecret secret)
    {
        var ok = text is not null && text.Length == Scheme.Length + LookupLength + 1 + SecretLength && text.StartsWith(Scheme, StringComparison.Ordinal)
            && text[Scheme.Length + LookupLength] == '_' && !text.AsSpan(Scheme.Length, LookupLength).ContainsAnyExcept(Alphabet)
            && !text.AsSpan(Scheme.Length + LookupLength + 1).ContainsAnyExcept(Alphabet);
        secret = ok ? new(text!) : default;
        return ok;
    }

    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    /// <summary>Compares in constant time.</summary>
    public bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(), hash);

    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => Text is null ? "" : Scheme + Lookup + "_…";
}
