namespace Crm.Domain.Work;

/// <param name="Subject">The record that it is about; null for a task of its own.</param>
/// <param name="Kind">What sort of work it is.</param>
/// <param name="DueAt">When it is due, if ever.</param>
[EventType("work.opened", 1, "There is something new to be done.")]
public sealed record WorkOpened(
    WorkId WorkId, RecordId? Subject, WorkKind Kind, CustomerId? CustomerId, StaffId? OwnerId, StaffId? AccountableId, DateTimeOffset? DueAt) : IDomainEvent;

/// <param name="Subject">The record that the work is about; null for a task of its own.</param>
/// <param name="From">Who owned it until now; null where nobody did, because the tenant had no staff.</param>
/// <param name="To">The one accountable owner from now on.</param>
/// <param name="AccountableId">Who answers for it from now on: the new owner's present manager, or else the owner.</param>
[EventType("work.owner_changed", 1, "Work has another owner, at once and without a gap.")]
public sealed record WorkOwnerChanged(WorkId WorkId, RecordId? Subject, StaffId? From, StaffId To, StaffId AccountableId) : IDomainEvent;

/// <param name="From">Who owns the work and stays its owner until the hand-over is accepted.</param>
/// <param name="To">Who is asked to take it.</param>
/// <param name="AnswerBy">When the proposal comes back to its sender.</param>
[EventType("work.hand_over_proposed", 1, "A member of staff was asked to take over work.")]
public sealed record HandOverProposed(WorkId WorkId, StaffId From, StaffId To, DateTimeOffset AnswerBy) : IDomainEvent;

/// <param name="From">Who owns the work, then as now.</param>
/// <param name="To">Who did not take it.</param>
/// <param name="TimedOut">Whether the time to answer passed; otherwise it was declined.</param>
/// <param name="AccountableId">The lead, who is told.</param>
[EventType("work.hand_over_returned", 1, "A hand-over was declined or not answered in time. The work stays where it was.")]
public sealed record HandOverReturned(WorkId WorkId, StaffId From, StaffId To, bool TimedOut, StaffId AccountableId) : IDomainEvent;

/// <param name="To">Who was asked to take it.</param>
[EventType("work.hand_over_withdrawn", 1, "A hand-over was withdrawn before it was answered.")]
public sealed record HandOverWithdrawn(WorkId WorkId, StaffId To) : IDomainEvent;

/// <param name="DueAt">When it is due now, if ever.</param>
[EventType("work.revised", 1, "What is to be done, or by when, changed.")]
public sealed record WorkRevised(WorkId WorkId, DateTimeOffset? DueAt) : IDomainEvent;

/// <param name="Subject">The record that it was about; null for a task of its own.</param>
/// <param name="Done">Whether it was done; otherwise it was cancelled.</param>
[EventType("work.closed", 1, "Work was done or cancelled.")]
public sealed record WorkClosed(WorkId WorkId, RecordId? Subject, bool Done, StaffId? OwnerId) : IDomainEvent;

[EventType("work.reopened", 1, "Work that was closed is to be done again.")]
public sealed record WorkReopened(WorkId WorkId, StaffId? OwnerId) : IDomainEvent
{
    /// <summary>The record that it is about; null for a task about no record.</summary>
    public RecordId? Subject { get; init; }
}
