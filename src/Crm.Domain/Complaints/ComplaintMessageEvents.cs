using Crm.Domain.Macros;

namespace Crm.Domain.Complaints;

[EventType("complaint.message_sent", 1, "Words went to the complainant. Substantive: a person answered, which is what counts as a response; a policy statement, a survey and an automatic reply are none.")]
public sealed record ComplaintMessageSent(
    ComplaintId ComplaintId, MessageId MessageId, MacroPurpose Purpose, bool Substantive, StaffId? By, IntakeChannel Channel, MessageId? CorrectsId) : IDomainEvent;

[EventType("complaint.message_received", 1, "The complainant wrote.")]
public sealed record ComplaintMessageReceived(ComplaintId ComplaintId, MessageId MessageId, IntakeChannel Channel) : IDomainEvent;

[EventType("complaint.deflection_flagged", 1, "The same macro went out on a complaint once more: the customer is put off and not answered.")]
public sealed record ComplaintDeflectionFlagged(ComplaintId ComplaintId, MessageId MessageId, MacroId MacroId, StaffId? OwnerId, int Flags) : IDomainEvent;

[EventType("complaint.phrase_overridden", 1, "Words went out that the phrase guard blocks, with a reason.")]
public sealed record ComplaintPhraseOverridden(ComplaintId ComplaintId, MessageId MessageId, StaffId? By) : IDomainEvent;

[EventType("complaint.executive_called", 1, "The complainant called the executive, whom nobody who handles the complaint can keep out.")]
public sealed record ComplaintExecutiveCalled(ComplaintId ComplaintId, CustomerId? CustomerId, StaffId? OwnerId, int Instance) : IDomainEvent;

[EventType("complaint.outcome_rated", 1, "The complainant rated what came of it against what they expected.")]
public sealed record ComplaintOutcomeRated(ComplaintId ComplaintId, int Rating, ExpectationOutcome Outcome, StaffId? OwnerId) : IDomainEvent;

[EventType("complaint.tracking_renewed", 1, "The customer's link to a complaint was made anew, and the one before is dead.")]
public sealed record ComplaintTrackingRenewed(ComplaintId ComplaintId) : IDomainEvent;
