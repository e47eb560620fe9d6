namespace Crm.Domain.Members;

/// <summary>What makes a new lot.</summary>
public sealed record Credit(EntryKind Kind, long Points, string SourceKey)
{
    public DateTimeOffset? EarnedAt { get; init; }

    /// <summary>When it becomes active; at once where absent.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <summary>Whether somebody must look at it first.</summary>
    public bool Held { get; init; }
    public bool Qualifies { get; init; }
    public string? RuleCode { get; init; }
    public RecordId? Subject { get; init; }
    public string? Reason { get; init; }
    public StaffId? By { get; init; }
}

/// <summary>What is taken.</summary>
public sealed record Debit(EntryKind Kind, long Points, string SourceKey, RecordId? Subject = null, string? Reason = null, StaffId? By = null);

/// <summary>What points come to at a moment.</summary>
/// <param name="Available">Those that can be used; below zero where points are owed.</param>
/// <param name="Pending">Those that become usable later.</param>
/// <param name="Held">Those that wait for a review.</param>
/// <param name="Next">Those that expire first; null where none do.</param>
public sealed record Balance(long Available, long Pending, long Held, ExpiringPoints? Next);

/// <summary>Points that expire together.</summary>
/// <param name="Points">How many.</param>
/// <param name="At">When: at the midnight after the last day on which they are usable.</param>
public sealed record ExpiringPoints(long Points, DateTimeOffset At);

/// <summary>What a ledger has come to beside its lots.</summary>
public sealed record LedgerStanding(int Entries, int Lots, long Deficit, DateTimeOffset? LapsesAt, DateTimeOffset? LapsedAt)
{
    public static readonly LedgerStanding None = new(0, 0, 0, null, null);
}
