using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Crm.Application;
using Crm.Application.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>Requests by tenant and day, counted in memory and written down once a minute, so that no request pays for it.</summary>
public sealed class RequestCounts(Stores stores, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(int Tenant, DateOnly Day), StrongBox<long>> counts = new();

    public void Add(int tenant) => Interlocked.Increment(ref Of(tenant, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Value);

    /// <summary>What was counted since it was last written down.</summary>
    public IEnumerable<RequestsOnDay> Unwritten(int tenant) => counts
        .Where(c => c.Key.Tenant == tenant).Select(c => new RequestsOnDay(c.Key.Day, Interlocked.Read(ref c.Value.Value))).Where(r => r.Count > 0);

    /// <summary>Adds what was counted to the catalog. What cannot be written now is kept for the next time.</summary>
    public async Task Write(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var ((tenant, day), count) in counts)
        {
            var taken = Interlocked.Exchange(ref count.Value, 0);
            try
            {
                if (taken > 0)
                {
                    await Write(tenant, day, taken, ct);
                }
                else if (day < today.AddDays(-1))
                {
                    counts.TryRemove((tenant, day), out _);
                }
            }
            catch
            {
                Interlocked.Add(ref count.Value, taken);
                throw;
            }
        }
    }

    private StrongBox<long> Of(int tenant, DateOnly day) => counts.GetOrAdd((tenant, day), static _ => new());

    private async Task Write(int tenant, DateOnly day, long count, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var catalog = stores.Catalog(new Caller());
            if (await catalog.Requests.Where(r => r.TenantNumber == tenant && r.Day == day).ExecuteUpdateAsync(r => r.SetProperty(x => x.Count, x => x.Count + count), ct) > 0)
            {
                return;
            }
            catalog.Requests.Add(new TenantRequests { TenantNumber = tenant, Day = day, Count = count });
            try
            {
                await catalog.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt == 1)
            {
                // Another process wrote the first row of this day a moment before: add to that one.
            }
        }
    }
}
