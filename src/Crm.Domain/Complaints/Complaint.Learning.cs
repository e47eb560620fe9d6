namespace Crm.Domain.Complaints;

/// <summary>In what a cause comes back: the same customer, product or category, or the cause alone where neither of the last two is known.</summary>
public enum RecurrenceScope { Customer, Product, Category, Cause }

/// <summary>That a cause has come back too often (S1-LEARN-1).</summary>
/// <param name="Scope">In what.</param>
/// <param name="Count">How often within the days before, this complaint included; counted up to one more than is too often.</param>
/// <param name="Days">Within how many days.</param>
public sealed record RecurrenceFound(RecurrenceScope Scope, int Count, int Days);

/// <summary>What is learned from it.</summary>
public sealed partial class Complaint
{
    /// <summary>The name of the product, as it is compared.</summary>
    public ByteKey? ProductKey { get; private set; }

    /// <summary>In what the cause of the present resolution has come back too often.</summary>
    public IReadOnlyList<RecurrenceFound> Recurrences { get; private set; } = [];

    /// <summary>Flags that its cause has come back. Told as an event once for each scope, when it becomes too often.</summary>
    /// <param name="threshold">How often is too often.</param>
    public void NoteRecurrence(IReadOnlyList<RecurrenceFound> found, int threshold, DateTimeOffset now)
    {
        Recurrences = [.. found.Where(f => f.Count >= threshold)];
        foreach (var recurrence in Recurrences)
        {
            Happen(ComplaintEventKind.RecurrenceDetected, null, now, null, ("scope", recurrence.Scope), ("cause", CauseCode), ("count", recurrence.Count), ("days", recurrence.Days));
            if (recurrence.Count == threshold)
            {
                Raise(new ComplaintRecurrenceDetected(Id, CauseCode!, recurrence.Scope, recurrence.Count, recurrence.Days, CustomerId));
            }
        }
    }
}
