using System.Text;

namespace Crm.Domain;

/// <summary>
/// Text as a key of an index: its UTF-8 bytes. Both stores compare bytes alike, whatever their collation, so equality, order and prefix
/// ranges are the same on both.
/// </summary>
public readonly struct ByteKey(byte[] bytes) : IEquatable<ByteKey>, IComparable<ByteKey>
{
    /// <summary>Enough for every external id: 100 characters of at most three bytes.</summary>
    public const int MaxLength = 300;

    private readonly byte[]? bytes = bytes;

    /// <summary>The bytes, at most <see cref="MaxLength"/>.</summary>
    public byte[] Bytes => bytes ?? [];

    public static ByteKey Of(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.Length <= MaxLength)
        {
            return new(utf8);
        }
        // Cut between characters, so that the key survives as text (a cursor carries it).
        var end = MaxLength;
        while ((utf8[end] & 0xC0) == 0x80)
        {
            end--;
        }
        return new(utf8[..end]);
    }

    /// <summary>The least key above every key that starts with this one. 0xFF stands in no UTF-8 text.</summary>
    public ByteKey PrefixEnd() => new([.. Bytes, 0xFF]);

    public bool StartsWith(ByteKey prefix) => Bytes.AsSpan().StartsWith(prefix.Bytes);
    public int CompareTo(ByteKey other) => Bytes.AsSpan().SequenceCompareTo(other.Bytes);
    public bool Equals(ByteKey other) => Bytes.AsSpan().SequenceEqual(other.Bytes);
    public override bool Equals(object? obj) => obj is ByteKey other && Equals(other);
    public override string ToString() => Encoding.UTF8.GetString(Bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public static bool operator ==(ByteKey left, ByteKey right) => left.Equals(right);
    public static bool operator !=(ByteKey left, ByteKey right) => !left.Equals(right);
    public static bool operator <(ByteKey left, ByteKey right) => left.CompareTo(right) < 0;
    public static bool operator >(ByteKey left, ByteKey right) => left.CompareTo(right) > 0;
    public static bool operator <=(ByteKey left, ByteKey right) => left.CompareTo(right) <= 0;
    public static bool operator >=(ByteKey left, ByteKey right) => left.CompareTo(right) >= 0;
}
