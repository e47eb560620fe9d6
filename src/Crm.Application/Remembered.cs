using System.Collections.Concurrent;

namespace Crm.Application;

/// <summary>
/// Answers that stay usable for four seconds. After two, one question fetches anew and the others go on with what is remembered, so that nobody
/// queues up for it. Bounded: what would be too much is forgotten whole.
/// </summary>
public sealed class Remembered<TKey, TValue>(TimeProvider clock, int most) where TKey : notnull
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Usable = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<TKey, Entry> entries = new();
    private int forgotten;

    public async ValueTask<TValue> Get(TKey key, Func<TKey, CancellationToken, Task<TValue>> load, CancellationToken ct)
    {
        if (entries.TryGetValue(key, out var entry))
        {
            var age = clock.GetElapsedTime(entry.At);
            if (age < Fresh || (age < Usable && !entry.BeginRefresh()))
            {
                return entry.Value;
            }
        }
        if (entries.Count > most)
        {
            entries.Clear();
        }
        var at = clock.GetTimestamp();
        var before = Volatile.Read(ref forgotten);
        var value = await load(key, ct);
        // What was read before a change must not be remembered after it.
        if (before == Volatile.Read(ref forgotten))
        {
            entries[key] = new(value, at);
        }
        return value;
    }

    public void Forget(TKey key)
    {
        Interlocked.Increment(ref forgotten);
        entries.TryRemove(key, out _);
    }

    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        entries.Clear();
    }

    private sealed class Entry(TValue value, long at)
    {
        private int refreshing;

        public TValue Value { get; } = value;
        public long At { get; } = at;

        public bool BeginRefresh() => Interlocked.Exchange(ref refreshing, 1) == 0;
    }
}
