namespace Crm.Domain.Interactions;

[EventType("interaction.recorded", 1, "A contact with a customer was recorded. A private one is told too, by its visibility; its content never is.")]
public sealed record InteractionRecorded(InteractionId InteractionId, CustomerId CustomerId, Channel Channel, Direction Direction, Visibility Visibility) : IDomainEvent;

[EventType("interaction.corrected", 1, "An interaction was wrong and another one now stands for it.")]
public sealed record InteractionCorrected(InteractionId InteractionId, InteractionId CorrectionId, CustomerId CustomerId) : IDomainEvent;

/// <param name="HeldSeconds">How long the customer waited at a stretch without having agreed.</param>
/// <param name="LimitSeconds">How long the tenant allows.</param>
[EventType("interaction.hold_violated", 1, "A customer was on hold for longer than the tenant allows and had not agreed to it.")]
public sealed record HoldViolated(InteractionId InteractionId, CustomerId CustomerId, StaffId? StaffId, long HeldSeconds, long LimitSeconds) : IDomainEvent;

[EventType("customer.watched_activity", 1, "Something was recorded on a customer whom members of staff watch.")]
public sealed record CustomerWatchedActivity(CustomerId CustomerId, InteractionId InteractionId, IReadOnlyList<StaffId> WatcherIds) : IDomainEvent;

[EventType("staff.mentioned", 1, "Members of staff were mentioned in an interaction.")]
public sealed record StaffMentioned(InteractionId InteractionId, CustomerId CustomerId, IReadOnlyList<StaffId> StaffIds) : IDomainEvent;
