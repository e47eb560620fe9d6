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

/// <summary>What a ledger has come to beside its lots.</summary>
public sealed record LedgerStanding(int Entries, int Lots, long Deficit, DateTimeOffset? LapsesAt, DateTimeOffset? LapsedAt)
{
    public static readonly LedgerStanding None = new(0, 0, 0, null, null);
}
