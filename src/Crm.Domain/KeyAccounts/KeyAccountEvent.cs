namespace Crm.Domain.KeyAccounts;

public enum KeyAccountEventKind { Designated, Revised, TierChanged, ManagerChanged, SponsorChanged, Reviewed, ContactLapsed, ContactResumed, Ended, Merged, Unmerged }

/// <summary>One thing that happened to a key account, with how it stood from then on. Never changed, and never taken away; only its words go with an erased customer.</summary>
public sealed class KeyAccountEvent
{
    public required KeyAccountId KeyAccountId { get; init; }

    /// <summary>Its place in the log, from 1.</summary>
    public required int Number { get; init; }
    public required KeyAccountEventKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; nobody where time did, or a credential acts for nobody.</summary>
    public StaffId? By { get; init; }

    /// <summary>The reason; of merges their id.</summary>
    public string? Note { get; init; }
    public required string Tier { get; init; }
    public required StaffId ManagerId { get; init; }
    public StaffId? SponsorId { get; init; }
    public required DateOnly ReviewOn { get; init; }
}

[EventType("key_account.designated", 1, "A customer became a key account.")]
public sealed record KeyAccountDesignated(KeyAccountId KeyAccountId, CustomerId CustomerId, StaffId ManagerId, string TierCode) : IDomainEvent;

[EventType("key_account.revised", 1, "How a key account is cared for changed, or it was looked at again.")]
public sealed record KeyAccountRevised(KeyAccountId KeyAccountId, CustomerId CustomerId, StaffId ManagerId, string TierCode) : IDomainEvent;

[EventType("key_account.ended", 1, "A customer is a key account no more.")]
public sealed record KeyAccountEnded(KeyAccountId KeyAccountId, CustomerId CustomerId) : IDomainEvent;

[EventType("key_account.contact_lapsed", 1, "Nobody turned to a key account in the time that was agreed. Told once until there is contact again.")]
public sealed record KeyAccountContactLapsed(KeyAccountId KeyAccountId, CustomerId CustomerId, StaffId ManagerId) : IDomainEvent;
