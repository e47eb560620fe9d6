namespace Crm.Domain.CorrectiveActions;

/// <summary>When a cause has come back too often (S1-LEARN-1).</summary>
public static class Recurrence
{
    /// <summary>
    /// The instants at which there came to be <paramref name="k"/> or more occurrences within a window, which reaches back from the instant and includes both its ends. Each
    /// crossing is told once: more occurrences tell nothing new until there were fewer than k again.
    /// </summary>
    /// <param name="times">When one cause occurred, in any order; two at one instant are two.</param>
    /// <param name="k">How many are too many; at least 1.</param>
    /// <param name="window">How far back counts; longer than nothing.</param>
    public static IReadOnlyList<DateTimeOffset> Detect(IEnumerable<DateTimeOffset> times, int k, TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        var (crossings, within) = (new List<DateTimeOffset>(), new Queue<DateTimeOffset>());
        foreach (var time in times.Order())
        {
            while (within.TryPeek(out var oldest) && time - oldest > window)
            {
                within.Dequeue();
            }
            within.Enqueue(time);
            if (within.Count == k)
            {
                // One more than before, so that it was below k until this instant.
                crossings.Add(time);
            }
        }
        return crossings;
    }

    /// <summary>Whether one more occurrence crosses the threshold, which those before it had not crossed; so it is told once also where several come at one instant.</summary>
    /// <param name="before">The other occurrences of the cause; what is later than the new one does not count.</param>
    public static bool Crosses(DateTimeOffset at, IEnumerable<DateTimeOffset> before, int k, TimeSpan window)
    {
        var earlier = before.Where(t => t <= at).ToList();
        return Detect([.. earlier, at], k, window).Count > Detect(earlier, k, window).Count;
    }
}
