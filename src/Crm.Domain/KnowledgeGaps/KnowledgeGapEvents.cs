namespace Crm.Domain.KnowledgeGaps;

/// <param name="CommitmentId">The promise to answer.</param>
/// <param name="AskedById">Who did not know.</param>
/// <param name="OwnerId">Who finds it out.</param>
[EventType("knowledge_gap.raised", 1, "A customer asked what nobody knew, and was promised an answer.")]
public sealed record KnowledgeGapRaised(
    KnowledgeGapId KnowledgeGapId, CustomerId CustomerId, CommitmentId CommitmentId, StaffId? AskedById, StaffId OwnerId, DateTimeOffset DueAt) : IDomainEvent;

/// <param name="AskedById">Who did not know, and is to be told.</param>
/// <param name="OwnerId">Who found it out.</param>
[EventType("knowledge_gap.answered", 1, "What nobody knew was found out.")]
public sealed record KnowledgeGapAnswered(KnowledgeGapId KnowledgeGapId, CustomerId CustomerId, StaffId? AskedById, StaffId OwnerId) : IDomainEvent;

[EventType("knowledge_gap.withdrawn", 1, "An answer is not needed any more.")]
public sealed record KnowledgeGapWithdrawn(KnowledgeGapId KnowledgeGapId, CustomerId CustomerId) : IDomainEvent;

[EventType("knowledge_gap.owner_changed", 1, "Somebody else finds out what nobody knew.")]
public sealed record KnowledgeGapOwnerChanged(KnowledgeGapId KnowledgeGapId, CustomerId CustomerId, StaffId OwnerId) : IDomainEvent;
