using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application;

/// <summary>The If-Match header of a write: which versions it may change.</summary>
public readonly record struct IfMatch(string? Text) : IParsable<IfMatch>
{
    public bool Allows(int version) => Text is null || Text == "*" || Text.Split(',', StringSplitOptions.TrimEntries).Contains(ETagOf(version));

    public static string ETagOf(int version) => $"\"{version}\"";

    public static IfMatch Parse(string s, IFormatProvider? provider) => new(s.Trim());

    public static bool TryParse(string? s, IFormatProvider? provider, out IfMatch result)
    {
        result = new(s?.Trim());
        return true;
    }
}

internal static class Loading
{
    /// <summary>The aggregate that a command is about, unless it is unknown or another version than the caller believes.</summary>
    public static async Task<Result<T>> Load<T>(this IQueryable<T> set, Id<T> id, IfMatch ifMatch, CancellationToken ct)
        where T : AggregateRoot<T>, IResource
    {
        var found = await set.FirstOrDefaultAsync(x => x.Id == id, ct);
        return found is null ? Error.NotFound<T>() : ifMatch.Allows(found.Version) ? found : Error.Stale;
    }
}
