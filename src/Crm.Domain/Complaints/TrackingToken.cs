using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Domain.Complaints;

/// <summary>
/// The secret by which a customer finds a complaint again without a login: 256 random bits. It is told once; what is kept of it is the hash that it is looked up by, so that
/// who reads the store has no link, and looking up takes as long for a wrong one as for a right one.
/// </summary>
public readonly record struct TrackingToken
{
    public const int Length = 43;
    public const int KeyLength = SHA256.HashSizeInBytes;
    private const int Bytes = 32;

    private TrackingToken(string text) => Text = text;

    public string Text { get; }

    public ByteKey Key => KeyOf(Text ?? "");

    public static TrackingToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>What a complaint with this token is looked up by, whatever stands there.</summary>
    public static ByteKey KeyOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => "tracking token";
}
