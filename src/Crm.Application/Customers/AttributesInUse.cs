using System.Collections.Concurrent;
using System.Collections.Frozen;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>
/// The attributes that each tenant's customers may have, kept in memory for at most five seconds so that creating a customer costs no query
/// more. A change made in this process is known in it at once.
/// </summary>
internal sealed class AttributesInUse(TimeProvider clock)
{
    private static readonly TimeSpan Usable = TimeSpan.FromSeconds(5);
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<TenantId, Kept> kept = new();
    private long changes;

    public async ValueTask<FrozenDictionary<string, AttributeContent>> Of(TenantId tenant, ICrmDb db, CancellationToken ct)
    {
        if (kept.TryGetValue(tenant, out var known) && clock.GetElapsedTime(known.At) < Usable)
        {
            return known.ByKey;
        }
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }
        var (at, seen) = (clock.GetTimestamp(), Interlocked.Read(ref changes));
        var contents = await db.AttributeDefinitions.Where(d => d.RetiredAt == null).Select(d => d.Content).ToListAsync(ct);
        var byKey = contents.ToFrozenDictionary(c => c.Key, StringComparer.Ordinal);
        // What was read while somebody changed it may be old already: good for this request, not for the next.
        if (seen == Interlocked.Read(ref changes))
        {
            kept[tenant] = new(byKey, at);
        }
        return byKey;
    }

    public void Forget(TenantId tenant)
    {
        Interlocked.Increment(ref changes);
        kept.TryRemove(tenant, out _);
    }

    private sealed record Kept(FrozenDictionary<string, AttributeContent> ByKey, long At);
}
