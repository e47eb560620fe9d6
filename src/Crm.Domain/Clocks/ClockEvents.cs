using Crm.Domain.Policies;

namespace Crm.Domain.Clocks;

[EventType("clock.breached", 1, "A target was missed. Told once for a clock, whatever happens later.")]
public sealed record ClockBreached(ClockId ClockId, RecordId Subject, Metric Metric, int Instance, CustomerId? CustomerId, DateTimeOffset BreachedAt) : IDomainEvent;

[EventType("clock.rung_reached", 1, "So much of a target has passed that somebody is to be told. Once for each rung of a clock, and never while it stands still.")]
public sealed record ClockRungReached(
    ClockId ClockId, RecordId Subject, Metric Metric, int Instance, CustomerId? CustomerId, int Percent, EscalationLevel Level, bool Critical, DateTimeOffset ReachedAt) : IDomainEvent;

[EventType("clock.fulfilled", 1, "What a clock waited for was done, in time or late.")]
public sealed record ClockFulfilled(ClockId ClockId, RecordId Subject, Metric Metric, int Instance, CustomerId? CustomerId, bool Late) : IDomainEvent;

[EventType("clock.recalculated", 1, "A running clock was given the policy and calendar that are in force now.")]
public sealed record ClockRecalculated(ClockId ClockId, RecordId Subject, Metric Metric, PolicyId? PolicyId, int? PolicyVersion, DateTimeOffset? DueAt) : IDomainEvent;
