namespace Crm.Domain.Commitments;

[EventType("commitment.made", 1, "Something was promised to a customer.")]
public sealed record CommitmentMade(
    CommitmentId CommitmentId, CustomerId CustomerId, StaffId ResponsibleId, StaffId AccountableId, DateTimeOffset DueAt) : IDomainEvent;

[EventType("commitment.renegotiated", 1, "The customer agreed that a promise is due at another time.")]
public sealed record CommitmentRenegotiated(CommitmentId CommitmentId, CustomerId CustomerId, DateTimeOffset DueAt) : IDomainEvent;

[EventType("commitment.kept", 1, "A promise was kept, in time or late.")]
public sealed record CommitmentKept(CommitmentId CommitmentId, CustomerId CustomerId, bool Late) : IDomainEvent;

[EventType("commitment.broken", 1, "A promise was due and not kept. Told once, whatever happens later.")]
public sealed record CommitmentBroken(
    CommitmentId CommitmentId, CustomerId CustomerId, StaffId ResponsibleId, StaffId AccountableId, DateTimeOffset DueAt) : IDomainEvent;

[EventType("commitment.withdrawn", 1, "A promise was taken back.")]
public sealed record CommitmentWithdrawn(CommitmentId CommitmentId, CustomerId CustomerId) : IDomainEvent;

[EventType("commitment.reassigned", 1, "Somebody else keeps a promise now.")]
public sealed record CommitmentReassigned(CommitmentId CommitmentId, CustomerId CustomerId, StaffId ResponsibleId, StaffId AccountableId) : IDomainEvent;
