using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Crm.Domain;

/// <summary>Something that has ids of its own on the wire.</summary>
public interface IResource
{
    /// <summary>The word before the underscore of its ids, and before the dot of its problem codes.</summary>
    static abstract string Prefix { get; }
}

/// <summary>
/// The id of a <typeparamref name="T"/>: a UUIDv7, written as a TypeID (<c>customer_01j…</c>). Byte order is time order, so an id is also
/// the keyset of its list. <c>Id&lt;Customer&gt;</c> is called <c>CustomerId</c> in code.
/// </summary>
public readonly record struct Id<T>(Guid Value) : IComparable<Id<T>>, ISpanParsable<Id<T>>
    where T : IResource
{
    public static string Prefix => T.Prefix;

    /// <summary>The only way an id is made.</summary>
    public static Id<T> New(DateTimeOffset now) => new(UuidV7.Next(now));

    /// <summary>The id that sorts before every id made at or after this instant.</summary>
    public static Id<T> FirstAt(DateTimeOffset instant) => new(UuidV7.FirstAt(instant));

    public override string ToString() => TypeId.Write(T.Prefix, Value);

    public int CompareTo(Id<T> other)
    {
        Span<byte> left = stackalloc byte[16], right = stackalloc byte[16];
        Value.TryWriteBytes(left, bigEndian: true, out _);
        other.Value.TryWriteBytes(right, bigEndian: true, out _);
        return left.SequenceCompareTo(right);
    }

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;
    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;
    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;

    public static Id<T> Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);
    public static Id<T> Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is no id of a {T.Prefix}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Id<T> result)
    {
        var ok = TypeId.TryRead(s, T.Prefix, out var value);
        result = new(value);
        return ok;
    }
}

/// <summary>TypeID text: a prefix, an underscore and 128 bits as 26 characters of Crockford's base32 in lower case.</summary>
public static class TypeId
{
    public const int SuffixLength = 26;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Write(string prefix, Guid value)
    {
        return string.Create(prefix.Length + 1 + SuffixLength, (prefix, value), static (span, state) =>
        {
            state.prefix.CopyTo(span);
            span[state.prefix.Length] = '_';
            Span<byte> bytes = stackalloc byte[16];
            state.value.TryWriteBytes(bytes, bigEndian: true, out _);
            var bits = BinaryPrimitives.ReadUInt128BigEndian(bytes);
            for (var i = span.Length - 1; i > state.prefix.Length; i--, bits >>= 5)
            {
                span[i] = Alphabet[(int)(uint)(bits & 31)];
            }
        });
    }

    public static bool TryRead(ReadOnlySpan<char> text, string prefix, out Guid value)
    {
        value = default;
        if (text.Length != prefix.Length + 1 + SuffixLength || !text.StartsWith(prefix, StringComparison.Ordinal) || text[prefix.Length] != '_')
        {
            return false;
        }
        var suffix = text[(prefix.Length + 1)..];
        if (suffix[0] > '7')
        {
            return false;
        }
        UInt128 bits = 0;
        foreach (var c in suffix)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }
            bits = (bits << 5) | (uint)digit;
        }
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }
}

/// <summary>UUIDv7 (RFC 9562), increasing within this process even inside one millisecond, so that a list never shows a later row earlier.</summary>
public static class UuidV7
{
    private static long last;

    public static Guid Next(DateTimeOffset now)
    {
        // 48 bits of milliseconds and 12 bits of counter, taken together as one number that only grows.
        var wanted = now.ToUnixTimeMilliseconds() << 12;
        long seen, next;
        do
        {
            seen = Volatile.Read(ref last);
            // A test's clock may stand years apart from another's: only a step of under a second back or none is smoothed.
            next = wanted > seen || seen - wanted > 1000L << 12 ? wanted : seen + 1;
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        return Compose(next >> 12, (int)(next & 0xFFF), bytes);
    }

    public static Guid FirstAt(DateTimeOffset instant) => Compose(Math.Max(0, instant.ToUnixTimeMilliseconds()), 0, stackalloc byte[16]);

    /// <summary>When an id was made.</summary>
    public static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16);
    }

    private static Guid Compose(long milliseconds, int counter, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, (milliseconds << 16) | 0x7000L | (long)counter);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
