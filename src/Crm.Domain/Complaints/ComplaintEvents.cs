namespace Crm.Domain.Complaints;

[EventType("complaint.filed", 1, "A complaint came in.")]
public sealed record ComplaintFiled(ComplaintId ComplaintId, CustomerId? CustomerId, StaffId? OwnerId, ComplaintSeverity Severity, Priority Priority, IntakeChannel Channel) : IDomainEvent;

[EventType("complaint.at_risk", 1, "A complaint holds a threat, or is public: the customer or our name may be lost over it. For a manager, at once.")]
public sealed record ComplaintAtRisk(ComplaintId ComplaintId, CustomerId? CustomerId, StaffId? OwnerId, ComplaintSeverity Severity) : IDomainEvent;

[EventType("complaint.acknowledged", 1, "A complaint was acknowledged, once.")]
public sealed record ComplaintAcknowledged(ComplaintId ComplaintId) : IDomainEvent;

[EventType("complaint.assessed", 1, "Severity, safety and impact of a complaint were assessed.")]
public sealed record ComplaintAssessed(ComplaintId ComplaintId, ComplaintSeverity Severity, bool SafetyAtRisk) : IDomainEvent;

[EventType("complaint.statement_added", 1, "The complainant said more.")]
public sealed record ComplaintStatementAdded(ComplaintId ComplaintId, int Number) : IDomainEvent;

[EventType("complaint.hearing_completed", 1, "The complainant was heard to the end.")]
public sealed record ComplaintHeard(ComplaintId ComplaintId, int Instance) : IDomainEvent;

[EventType("complaint.played_back", 1, "The need was played back to the complainant, who confirmed or corrected it.")]
public sealed record ComplaintPlayedBack(ComplaintId ComplaintId, PlaybackAnswer Answer) : IDomainEvent;

[EventType("complaint.empathy_shown", 1, "Empathy was shown to the complainant.")]
public sealed record ComplaintEmpathised(ComplaintId ComplaintId) : IDomainEvent;

[EventType("complaint.apologised", 1, "Somebody apologised to the complainant.")]
public sealed record ComplaintApologised(ComplaintId ComplaintId, bool AdmitsFault) : IDomainEvent;

[EventType("complaint.desired_outcome_recorded", 1, "The complainant said what they want, or declined to say.")]
public sealed record ComplaintDesireRecorded(ComplaintId ComplaintId, bool DeclinedToSay) : IDomainEvent;

[EventType("complaint.wish_refused", 1, "The wish was refused, with alternatives.")]
public sealed record ComplaintWishRefused(ComplaintId ComplaintId) : IDomainEvent;

[EventType("complaint.offer_made", 1, "Something was offered to the complainant.")]
public sealed record ComplaintOfferMade(ComplaintId ComplaintId, OfferId OfferId, DateTimeOffset ValidUntil) : IDomainEvent;

[EventType("complaint.approval_requested", 1, "An offer is above the authority of who made it, and waits for somebody else's approval.")]
public sealed record ComplaintApprovalRequested(ComplaintId ComplaintId, OfferId OfferId, StaffId? By) : IDomainEvent;

[EventType("complaint.offer_decided", 1, "Somebody approved of an offer above the authority of who made it, or did not.")]
public sealed record ComplaintOfferDecided(ComplaintId ComplaintId, OfferId OfferId, bool Approved, StaffId By, StaffId? RequestedBy) : IDomainEvent;

[EventType("complaint.offer_answered", 1, "An offer was accepted, declined or withdrawn.")]
public sealed record ComplaintOfferAnswered(ComplaintId ComplaintId, OfferId OfferId, OfferState State) : IDomainEvent;

[EventType("complaint.reviewed", 1, "A second person approved of a resolution, or did not.")]
public sealed record ComplaintReviewed(ComplaintId ComplaintId, ReviewSubject Subject, bool Approved) : IDomainEvent;

[EventType("complaint.resolved", 1, "A complaint was resolved; whether it is, the customer is asked.")]
public sealed record ComplaintResolved(ComplaintId ComplaintId, CustomerId? CustomerId, ResolutionKind Kind, string CauseCode, int Instance, bool OnAppeal) : IDomainEvent;

[EventType("recurrence.detected", 1, "A cause came back too often within the tenant's window: for the same customer, product or category, or at all. Told when it becomes too often, and again once it had become less.")]
public sealed record ComplaintRecurrenceDetected(
    ComplaintId ComplaintId, string CauseCode, RecurrenceScope Scope, int Count, int Days, CustomerId? CustomerId) : IDomainEvent;

[EventType("complaint.followed_up", 1, "The customer was asked whether the complaint is solved.")]
public sealed record ComplaintFollowedUp(ComplaintId ComplaintId, FollowUpAnswer Answer) : IDomainEvent;

[EventType("complaint.closed", 1, "A complaint came to its end: confirmed, unconfirmed, withdrawn by the customer, or as a duplicate.")]
public sealed record ComplaintClosed(ComplaintId ComplaintId, CustomerId? CustomerId, ComplaintStage Stage) : IDomainEvent;

[EventType("complaint.reopened", 1, "A complaint was opened again.")]
public sealed record ComplaintReopened(ComplaintId ComplaintId, CustomerId? CustomerId, int Instance) : IDomainEvent;

[EventType("complaint.appealed", 1, "The customer appealed, and somebody else decides anew.")]
public sealed record ComplaintAppealed(ComplaintId ComplaintId, StaffId OwnerId, StaffId? FirstHandlerId) : IDomainEvent;

[EventType("complaint.abuse_flagged", 1, "Somebody who handles a complaint needs protection from the complainant's conduct. The complaint goes on.")]
public sealed record ComplaintAbuseFlagged(ComplaintId ComplaintId, StaffId? OwnerId) : IDomainEvent;

[EventType("complaint.waiting_began", 1, "A complaint waits for the customer or a third party.")]
public sealed record ComplaintWaitingBegan(ComplaintId ComplaintId, WaitingFor For) : IDomainEvent;

[EventType("complaint.waiting_ended", 1, "A complaint waits no more.")]
public sealed record ComplaintWaitingEnded(ComplaintId ComplaintId) : IDomainEvent;

[EventType("complaint.escalated", 1, "A complaint was taken to a higher level.")]
public sealed record ComplaintEscalated(ComplaintId ComplaintId, int Level) : IDomainEvent;

[EventType("complaint.owner_changed", 1, "Somebody else answers for a complaint.")]
public sealed record ComplaintOwnerChanged(ComplaintId ComplaintId, StaffId OwnerId, StaffId? FormerId) : IDomainEvent;

[EventType("complaint.complainant_identified", 1, "It became known which customer complained.")]
public sealed record ComplainantIdentified(ComplaintId ComplaintId, CustomerId CustomerId) : IDomainEvent;
