namespace Crm.Domain.Policies;

[EventType("policy.established", 1, "A policy came into use; clocks that start from effectiveFrom on may be under it.")]
public sealed record PolicyEstablished(PolicyId PolicyId, DateTimeOffset EffectiveFrom) : IDomainEvent;

[EventType("policy.revised", 1, "A policy has a new version, in force from effectiveFrom on. Running clocks keep theirs.")]
public sealed record PolicyRevised(PolicyId PolicyId, int PolicyVersion, DateTimeOffset EffectiveFrom) : IDomainEvent;

[EventType("policy.retired", 1, "A policy went out of use. Its versions stay readable and running clocks keep theirs.")]
public sealed record PolicyRetired(PolicyId PolicyId) : IDomainEvent;
