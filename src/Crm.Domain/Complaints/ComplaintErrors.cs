namespace Crm.Domain.Complaints;

public static class ComplaintErrors
{
    public static readonly Error Closed = new(ErrorKind.Conflict, "complaint.closed",
        "The complaint is closed. Reopen it, or file a new one.");

    public static readonly Error NotClosed = new(ErrorKind.Conflict, "complaint.not_closed",
        "The complaint is still open. Go on with it as it is.");

    public static readonly Error OwnerComesFirst = new(ErrorKind.Conflict, "complaint.owner_comes_first",
        "Nobody answers for the complaint yet. Name its owner first.");

    public static readonly Error AcknowledgementComesFirst = new(ErrorKind.Conflict, "complaint.acknowledgement_comes_first",
        "The complaint was not acknowledged yet. Acknowledge it first.");

    public static readonly Error AlreadyAcknowledged = new(ErrorKind.Conflict, "complaint.already_acknowledged",
        "The complaint was acknowledged already, which happens exactly once.");

    public static readonly Error AssessmentComesFirst = new(ErrorKind.Conflict, "complaint.assessment_comes_first",
        "The complaint was not assessed yet. Assess it first.");

    public static readonly Error HearingComesFirst = new(ErrorKind.Conflict, "complaint.hearing_comes_first",
        "The customer was not heard to the end yet. Complete the hearing first.");

    public static readonly Error HearingAlreadyCompleted = new(ErrorKind.Conflict, "complaint.hearing_already_completed",
        "The hearing was completed already. Further parts of the statement may still be added.");

    public static readonly Error PlaybackComesFirst = new(ErrorKind.Conflict, "complaint.playback_comes_first",
        "The customer has not confirmed that the need was understood. Play it back and have it confirmed first.");

    public static readonly Error EmpathyComesFirst = new(ErrorKind.Conflict, "complaint.empathy_comes_first",
        "No empathy was shown yet, without which an apology or an offer sounds hollow. Show it first.");

    public static readonly Error ApologyComesFirst = new(ErrorKind.Conflict, "complaint.apology_comes_first",
        "Nobody has apologised yet. Apologise first; that admits no fault unless you say so.");

    public static readonly Error DesiredOutcomeComesFirst = new(ErrorKind.Conflict, "complaint.desired_outcome_comes_first",
        "The customer was not asked yet what they want, or said nothing that could be refused. Ask, and record it in their words first.");

    public static readonly Error CustomerComesFirst = new(ErrorKind.Conflict, "complaint.customer_comes_first",
        "An offer that is accepted is a promise to somebody, and it is not known yet who complains. Say which customer it is first.");

    public static readonly Error TooManyOffers = new(ErrorKind.Conflict, "complaint.too_many_offers",
        "The complaint has 50 offers. Withdrawn and declined ones count.");

    public static readonly Error OfferExpired = new(ErrorKind.Conflict, "complaint.offer_expired",
        "The offer has expired. Make a new one.");

    public static readonly Error OfferDeclined = new(ErrorKind.Conflict, "complaint.offer_declined",
        "The customer declined the offer. Make a new one.");

    public static readonly Error OfferWithdrawn = new(ErrorKind.Conflict, "complaint.offer_withdrawn",
        "The offer was withdrawn. Make a new one.");

    public static readonly Error OfferAccepted = new(ErrorKind.Conflict, "complaint.offer_accepted",
        "The customer accepted the offer, so it is a promise now.");

    public static readonly Error ApprovalComesFirst = new(ErrorKind.Conflict, "complaint.approval_comes_first",
        "The offer is above the authority of who made it, and nobody has approved of it yet. Have it approved, or withdraw it, first.");

    public static readonly Error OfferNotApproved = new(ErrorKind.Conflict, "complaint.offer_not_approved",
        "The offer was not approved. Make another one.");

    public static readonly Error OfferDecided = new(ErrorKind.Conflict, "complaint.offer_decided",
        "Nothing of this offer waits for approval: it needed none, was decided on, or was withdrawn.");

    public static readonly Error ApproverIsRequester = new(ErrorKind.Forbidden, "complaint.approver_is_requester",
        "Whoever made the offer cannot approve of it, nor can a credential that acts for nobody. Somebody else decides.");

    public static readonly Error OffersOpen = new(ErrorKind.Conflict, "complaint.offers_open",
        "The customer has not answered every offer. Wait for the answer, or withdraw the offer.");

    public static readonly Error AcceptanceComesFirst = new(ErrorKind.Conflict, "complaint.acceptance_comes_first",
        "A compensation is what the customer accepted, and no offer was accepted since the complaint was opened. Make one first.");

    public static readonly Error AlternativesRequired = new Error(ErrorKind.Invalid, "alternatives_required",
        "A wish is refused only with at least one alternative: what can be done instead.").About("/alternatives");

    public static readonly Error ResolutionComesFirst = new(ErrorKind.Conflict, "complaint.resolution_comes_first",
        "The complaint is not resolved yet. Resolve it first.");

    public static readonly Error AlreadyResolved = new(ErrorKind.Conflict, "complaint.already_resolved",
        "The complaint is resolved. Ask the customer whether it is, or reopen it.");

    public static readonly Error SecondReviewRequired = new(ErrorKind.Conflict, "complaint.second_review_required",
        "That the customer is at fault is never decided by one person. Have it reviewed and approved by a second one first.");

    public static readonly Error SecondPersonRequired = new(ErrorKind.Forbidden, "complaint.second_person_required",
        "That a complaint ends without any remedy is never decided by one person. Have it reviewed and approved by a second one first.");

    public static readonly Error ReviewerIsHandler = new(ErrorKind.Forbidden, "complaint.reviewer_is_handler",
        "The owner of the complaint cannot be its second person, nor can a credential that acts for nobody. Somebody else reviews it.");

    public static readonly Error EvidenceRequired = new Error(ErrorKind.Invalid, "evidence_required",
        "That the customer is at fault needs evidence.").About("/evidence");

    public static readonly Error GestureOrWaiverRequired = new Error(ErrorKind.Invalid, "gesture_or_waiver_required",
        "Without a remedy there is a gesture of goodwill, or words on why it is waived.").About("/gesture");

    public static readonly Error CommitmentsOpen = new(ErrorKind.Conflict, "complaint.commitments_open",
        "A promise of this complaint is open. Keep it, or take it back, first.");

    public static readonly Error ConflictOfInterest = new(ErrorKind.Conflict, "complaint.conflict_of_interest",
        "This person is complained about, reports to whom is complained about, or has declared a conflict of interest. Somebody else handles the complaint.");

    public static readonly Error NobodyImpartial = new(ErrorKind.Conflict, "complaint.nobody_impartial",
        "Nobody else who works here is impartial. Employ or name somebody who is.");

    public static readonly Error AppealNeedsAnother = new(ErrorKind.Conflict, "complaint.appeal_needs_another",
        "An appeal is decided by somebody other than who handled the complaint first.");

    public static readonly Error AlreadyAppealed = new(ErrorKind.Conflict, "complaint.already_appealed",
        "The complaint was appealed already, which is possible once.");

    public static readonly Error AlreadyWaiting = new(ErrorKind.Conflict, "complaint.already_waiting",
        "The complaint waits already. End that first.");

    public static readonly Error NotWaiting = new(ErrorKind.Conflict, "complaint.not_waiting",
        "The complaint waits for nobody.");

    public static readonly Error AlreadyEscalated = new(ErrorKind.Conflict, "complaint.already_escalated",
        "The complaint is at this level, or a higher one, already.");

    public static readonly Error DuplicateOfItself = new(ErrorKind.Conflict, "complaint.duplicate_of_itself",
        "A complaint is a duplicate of another one that is none itself.");

    public static readonly Error CustomerKnown = new(ErrorKind.Conflict, "complaint.customer_known",
        "The complaint belongs to a customer already. Merge the customers where they are the same.");

    public static readonly Error TooManySteps = new(ErrorKind.Conflict, "complaint.too_many_steps",
        "The complaint has as many steps as fit. Bring it to an end.");

    public static readonly Error OwnerUnknown = new Error(ErrorKind.Invalid, "owner_unknown",
        "There is no active member of staff with this id. Name somebody who works here.").About("/ownerId");

    public static readonly Error TargetUnknown = new Error(ErrorKind.Invalid, "target_unknown",
        "There is no member of staff with this id. Leave targetStaffId out where you do not know who it was.").About("/targetStaffId");

    public static readonly Error ComplaintUnknown = new Error(ErrorKind.Invalid, "complaint_unknown",
        "There is no such complaint. Check the id.").About("/complaintId");

    public static readonly Error ReferenceInvalid = new Error(ErrorKind.Invalid, "reference_invalid",
        "This is no reference of a complaint; a character was misheard. It looks like K7Q2-9MXA-3.").About("/reference");
}
