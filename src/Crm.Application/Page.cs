using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application;

/// <summary>An answer whose ETag is its version.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows, in the asked order.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
/// <param name="Count">How many rows match in all; only where count=true asked for it.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Data, string? Next, long? Count = null) : ILinkedPage
{
    Type ILinkedPage.RowType => typeof(TRow);
    IEnumerable<object> ILinkedPage.Rows => Data.Cast<object>();
}

/// <summary>A page, whatever its rows are.</summary>
public interface ILinkedPage
{
    Type RowType { get; }
    IEnumerable<object> Rows { get; }
    string? Next { get; }
    long? Count { get; }
}

/// <summary>What every list takes.</summary>
public abstract record ListQuery
{
    public const int MinLimit = 1;
    public const int MaxLimit = 200;
    public const int UsualLimit = 50;

    /// <summary>How many rows a page has, 1 to 200; 50 by default.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: the next of the page before, with the same filters and order.</summary>
    public string? Cursor { get; init; }

    /// <summary>The order; a minus before the name turns it round.</summary>
    public string? Sort { get; init; }

    /// <summary>The members to answer, separated by commas; all where absent.</summary>
    public string? Fields { get; init; }

    /// <summary>Whether to count all matching rows, which costs time on large lists.</summary>
    public bool? Count { get; init; }

    internal int Take => Limit ?? UsualLimit;

    /// <summary>What a cursor is bound to: everything but where and how much to read.</summary>
    internal byte[] Fingerprint() => FingerprintOf(this with { Limit = null, Cursor = null, Fields = null, Count = null });

    internal static byte[] FingerprintOf(object filters) => SHA256.HashData(Encoding.UTF8.GetBytes(filters.ToString()!))[..8];
}

public static class ListErrors
{
    public static readonly Error CursorInvalid = new(ErrorKind.Invalid, "cursor_invalid",
        "This cursor belongs to no page of this list with these filters and this order. Start again without it.");

    public static readonly Error LimitOutOfRange = new(ErrorKind.Invalid, "limit_out_of_range", "limit is a number from 1 to 200.");

    public static readonly Error SortUnknown =
        new(ErrorKind.Invalid, "sort_unknown", "The list cannot be sorted like this; detail names the orders it has.");

    public static Error SortNoneOf(IEnumerable<string> known) =>
        SortUnknown.Because("Known orders: " + string.Join(", ", known.Select(k => $"{k}, -{k}")) + ".").About("/sort");
}

/// <summary>Where a list goes on: the sort value and the id of the last row shown.</summary>
internal readonly record struct Position(string Key, Guid Id)
{
    public string Encode(byte[] fingerprint)
    {
        var key = Encoding.UTF8.GetBytes(Key);
        var bytes = new byte[8 + 16 + key.Length];
        fingerprint.CopyTo(bytes, 0);
        Id.TryWriteBytes(bytes.AsSpan(8, 16), bigEndian: true, out _);
        key.CopyTo(bytes, 24);
        return Base64Url.EncodeToString(bytes);
    }

    public static Result<Position?> Decode(string? cursor, byte[] fingerprint)
    {
        if (cursor is null)
        {
            return (Position?)null;
        }
        var bytes = new byte[Math.Min(cursor.Length, 2000)];
        return cursor.Length <= 2000 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out var length) && length >= 24
            && bytes.AsSpan(0, 8).SequenceEqual(fingerprint)
            ? (Position?)new Position(Encoding.UTF8.GetString(bytes, 24, length - 24), new Guid(bytes.AsSpan(8, 16), bigEndian: true))
            : ListErrors.CursorInvalid.About("/cursor");
    }
}

/// <summary>One order of a list: a sort value and then the id, as a keyset.</summary>
internal abstract class Order<TEntity, TRow>(string name)
    where TEntity : class, IHasId<TEntity>, IResource
{
    public string Name { get; } = name;
    public abstract IQueryable<TEntity> Apply(IQueryable<TEntity> rows, bool descending, Position? after);
    public abstract Position PositionOf(TRow row);

    /// <summary>By time of creation, which the id itself carries.</summary>
    public static Order<TEntity, TRow> ByCreation(Func<TRow, Id<TEntity>> id) => new CreationOrder(id);

    public static Order<TEntity, TRow> By<TKey>(string name, Expression<Func<TEntity, TKey>> key, Func<TRow, TKey> keyOf, Func<TRow, Id<TEntity>> id) =>
        new KeyOrder<TKey>(name, key, keyOf, id);

    private static IQueryable<TEntity> After(IQueryable<TEntity> rows, bool descending, Id<TEntity> id) =>
        descending ? rows.Where(r => r.Id < id) : rows.Where(r => r.Id > id);

    private sealed class CreationOrder(Func<TRow, Id<TEntity>> id) : Order<TEntity, TRow>("createdAt")
    {
        public override IQueryable<TEntity> Apply(IQueryable<TEntity> rows, bool descending, Position? after)
        {
            rows = after is { } position ? After(rows, descending, new(position.Id)) : rows;
            return descending ? rows.OrderByDescending(r => r.Id) : rows.OrderBy(r => r.Id);
        }

        public override Position PositionOf(TRow row) => new("", id(row).Value);
    }

    private sealed class KeyOrder<TKey>(string name, Expression<Func<TEntity, TKey>> key, Func<TRow, TKey> keyOf, Func<TRow, Id<TEntity>> id)
        : Order<TEntity, TRow>(name)
    {
        public override IQueryable<TEntity> Apply(IQueryable<TEntity> rows, bool descending, Position? after)
        {
            if (after is { } position)
            {
                rows = Beyond(rows, descending, SortKeys.Read<TKey>(position.Key), new(position.Id));
            }
            return descending ? rows.OrderByDescending(key).ThenByDescending(r => r.Id) : rows.OrderBy(key).ThenBy(r => r.Id);
        }

        /// <summary>key ≥ k and (key &gt; k or id &gt; i): the first half lets both stores seek.</summary>
        private IQueryable<TEntity> Beyond(IQueryable<TEntity> rows, bool descending, TKey last, Id<TEntity> lastId)
        {
            var row = key.Parameters[0];
            var keyValue = Expression.Property(Expression.Constant(new Held<TKey>(last)), nameof(Held<>.Value));
            var idValue = Expression.Property(Expression.Constant(new Held<Id<TEntity>>(lastId)), nameof(Held<>.Value));
            var rowId = Expression.Property(row, nameof(IHasId<>.Id));
            Func<Expression, Expression, BinaryExpression> beyond = descending ? Expression.LessThan : Expression.GreaterThan;
            Func<Expression, Expression, BinaryExpression> from = descending ? Expression.LessThanOrEqual : Expression.GreaterThanOrEqual;
            var condition = Expression.AndAlso(
                from(key.Body, keyValue), Expression.OrElse(beyond(key.Body, keyValue), beyond(rowId, idValue)));
            return rows.Where(Expression.Lambda<Func<TEntity, bool>>(condition, row));
        }

        public override Position PositionOf(TRow row) => new(SortKeys.Write(keyOf(row)), id(row).Value);
    }

    private sealed record Held<T>(T Value);
}

/// <summary>Sort values as text in a cursor.</summary>
internal static class SortKeys
{
    public static string Write<TKey>(TKey key) => key switch
    {
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        ByteKey bytes => Convert.ToHexString(bytes.Bytes),
        _ => throw new NotSupportedException($"No list is sorted by {typeof(TKey)}."),
    };

    public static TKey Read<TKey>(string text) => (TKey)(object)(typeof(TKey) switch
    {
        var t when t == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture)),
        var t when t == typeof(DateOnly) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        _ => (object)new ByteKey(Convert.FromHexString(text)),
    });
}

internal static class Paging
{
    /// <summary>
    /// The asked page of a list that has been filtered already: one query, and another one only where a count is asked for. <paramref name="newestFirst"/>
    /// reads the rows before an id, where there is a compiled query for the list as it stands.
    /// </summary>
    public static async Task<Result<Page<TRow>>> ToPage<TEntity, TRow>(
        this IQueryable<TEntity> rows, ListQuery query, IReadOnlyList<Order<TEntity, TRow>> orders, Expression<Func<TEntity, TRow>> projection, CancellationToken ct,
        Func<Id<TEntity>, int, Task<List<TRow>>>? newestFirst = null)
        where TEntity : class, IHasId<TEntity>, IResource
    {
        if (query.Limit is < ListQuery.MinLimit or > ListQuery.MaxLimit)
        {
            return ListErrors.LimitOutOfRange.About("/limit");
        }
        var descending = query.Sort?.StartsWith('-') ?? true;
        var name = query.Sort?.TrimStart('-') ?? orders[0].Name;
        if (orders.FirstOrDefault(o => o.Name == name) is not { } order)
        {
            return ListErrors.SortNoneOf(orders.Select(o => o.Name));
        }
        var fingerprint = query.Fingerprint();
        if (Position.Decode(query.Cursor, fingerprint).Failed(out var error, out var after))
        {
            return error;
        }
        IQueryable<TEntity> ordered;
        try
        {
            ordered = order.Apply(rows, descending, after);
        }
        catch (Exception forged) when (forged is FormatException or OverflowException or ArgumentException)
        {
            return ListErrors.CursorInvalid.About("/cursor");
        }
        var page = newestFirst is not null && descending && order == orders[0]
            ? await newestFirst(after is { } last ? new(last.Id) : new(Guid.AllBitsSet), query.Take + 1)
            : await ordered.Select(projection).Take(query.Take + 1).ToListAsync(ct);
        var next = page.Count > query.Take ? order.PositionOf(page[query.Take - 1]).Encode(fingerprint) : null;
        long? count = query.Count == true ? await rows.LongCountAsync(ct) : null;
        return new Page<TRow>(page.Count > query.Take ? page[..query.Take] : page, next, count);
    }
}
