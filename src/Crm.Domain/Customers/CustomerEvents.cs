namespace Crm.Domain.Customers;

[EventType("customer.registered", 1, "A customer, potential or actual, was recorded.")]
public sealed record CustomerRegistered(CustomerId CustomerId) : IDomainEvent;

[EventType("customer.revised", 1, "What is known of a customer was changed.")]
public sealed record CustomerRevised(CustomerId CustomerId) : IDomainEvent;

/// <param name="CustomerId">The customer.</param>
/// <param name="From">The stage before.</param>
/// <param name="To">The stage now.</param>
[EventType("customer.lifecycle_changed", 1, "A customer moved to another stage of the lifecycle.")]
public sealed record CustomerLifecycleChanged(CustomerId CustomerId, Lifecycle From, Lifecycle To) : IDomainEvent;

[EventType("customer.deleted", 1, "A customer was deleted; the record stays as a tombstone in the change feed.")]
public sealed record CustomerDeleted(CustomerId CustomerId) : IDomainEvent;

[EventType("customer.merged", 1, "Two records of one customer were merged; the loser's id now leads to the survivor.")]
public sealed record CustomersMerged(CustomerId SurvivorId, CustomerId LoserId, CustomerMergeId MergeId) : IDomainEvent;

[EventType("customer.unmerged", 1, "A merge was undone; both records are in use again.")]
public sealed record CustomersUnmerged(CustomerId SurvivorId, CustomerId LoserId, CustomerMergeId MergeId) : IDomainEvent;

[EventType("customer.erased", 1, "Everything personal of a customer was erased. Erase what you hold of the customer, too.")]
public sealed record CustomerErased(CustomerId CustomerId, ErasureReason Reason) : IDomainEvent;
