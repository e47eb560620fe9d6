namespace Crm.Domain.Callbacks;

[EventType("callback.requested", 1, "A customer is to be called back within a window.")]
public sealed record CallbackRequested(
    CallbackId CallbackId, CustomerId CustomerId, CallbackOrigin Origin, Priority Priority, StaffId? OwnerId, InteractionId? InteractionId, DateTimeOffset WindowFrom,
    DateTimeOffset WindowTo) : IDomainEvent;

[EventType("callback.attempted", 1, "A customer was called back and not reached.")]
public sealed record CallbackAttempted(CallbackId CallbackId, CustomerId CustomerId, int Attempt, AttemptOutcome Outcome) : IDomainEvent;

[EventType("callback.reached", 1, "A customer was called back and reached, in time or after a missed window.")]
public sealed record CallbackReached(CallbackId CallbackId, CustomerId CustomerId, bool Late) : IDomainEvent;

[EventType("callback.missed", 1, "The window of a callback passed and nobody had called. Told once for a window, whatever happens later.")]
public sealed record CallbackMissed(CallbackId CallbackId, CustomerId CustomerId, StaffId? OwnerId, Priority Priority, DateTimeOffset WindowTo) : IDomainEvent;

[EventType("callback.rescheduled", 1, "The customer agreed to be called back in another window.")]
public sealed record CallbackRescheduled(CallbackId CallbackId, CustomerId CustomerId, DateTimeOffset WindowFrom, DateTimeOffset WindowTo) : IDomainEvent;

[EventType("callback.cancelled", 1, "A callback is not to be made any more.")]
public sealed record CallbackCancelled(CallbackId CallbackId, CustomerId CustomerId) : IDomainEvent;

[EventType("callback.owner_changed", 1, "Somebody else makes a callback.")]
public sealed record CallbackOwnerChanged(CallbackId CallbackId, CustomerId CustomerId, StaffId OwnerId) : IDomainEvent;
