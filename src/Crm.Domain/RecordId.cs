using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Crm.Domain;

/// <summary>
/// The id of a record of any kind, as a TypeID: what a clock runs for, what a piece of work is about. Its type is the prefix of its resource.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecordId(string Type, Guid Value) : IParsable<RecordId>
{
    public const int MaxLength = 60;
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_");

    public static RecordId Of<T>(Id<T> id) where T : IResource => new(T.Prefix, id.Value);

    /// <summary>The typed id, where the record is a <typeparamref name="T"/>.</summary>
    public Id<T>? As<T>() where T : IResource => Type == T.Prefix ? new Id<T>(Value) : null;

    public override string ToString() => Type is null ? "" : TypeId.Write(Type, Value);

    public static RecordId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is no id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecordId result)
    {
        result = default;
        var end = s?.LastIndexOf('_') ?? -1;
        if (end < 1 || s!.Length > MaxLength || s.AsSpan(0, end).ContainsAnyExcept(Letters) || !TypeId.TryRead(s, s[..end], out var value))
        {
            return false;
        }
        result = new(s[..end], value);
        return true;
    }
}
