using Crm.Application;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Causes;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.Complaints;

/// <summary>The steps of a complaint, each of which asks for those before it.</summary>
internal static class ComplaintStepEndpoints
{
    public static void MapSteps(this RouteGroupBuilder complaints)
    {
        var steps = complaints.MapGroup("{id}");
        steps.MapPost("acknowledgement", AcknowledgeComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AlreadyAcknowledged, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("assessment", AssessComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.OwnerComesFirst, ComplaintErrors.AlreadyResolved,
            ComplaintErrors.TooManySteps, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("statement-parts", AddStatementPart).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.TooManySteps, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("hearing", CompleteHearing).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingAlreadyCompleted, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("playback", PlayBackNeed).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("empathy", EmpathiseWithComplainant).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("apology", ApologiseForComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.EmpathyComesFirst,
            ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("desired-outcome", RecordDesiredOutcome).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.PlaybackComesFirst,
            ComplaintErrors.EmpathyComesFirst, ComplaintErrors.ApologyComesFirst, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("offers", MakeOffer).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.PlaybackComesFirst,
            ComplaintErrors.EmpathyComesFirst, ComplaintErrors.ApologyComesFirst, ComplaintErrors.DesiredOutcomeComesFirst, ComplaintErrors.CustomerComesFirst, ComplaintErrors.TooManyOffers,
            ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("refusal", RefuseWish).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.PlaybackComesFirst,
            ComplaintErrors.EmpathyComesFirst, ComplaintErrors.ApologyComesFirst, ComplaintErrors.DesiredOutcomeComesFirst, ComplaintErrors.CustomerComesFirst, ComplaintErrors.TooManyOffers,
            ComplaintErrors.AlternativesRequired, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("waiting", WaitOnComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AlreadyResolved, ComplaintErrors.AlreadyWaiting, ComplaintErrors.TooManySteps,
            ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("review", ReviewResolution).Operation<ComplaintDetails>(
            Permission.ComplaintsReview, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.PlaybackComesFirst,
            ComplaintErrors.EmpathyComesFirst, ComplaintErrors.ApologyComesFirst, ComplaintErrors.ReviewerIsHandler, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("resolution", ResolveComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, ComplaintErrors.HearingComesFirst, ComplaintErrors.PlaybackComesFirst,
            ComplaintErrors.EmpathyComesFirst, ComplaintErrors.ApologyComesFirst, ComplaintErrors.DesiredOutcomeComesFirst, ComplaintErrors.AcceptanceComesFirst,
            ComplaintErrors.ApprovalComesFirst, ComplaintErrors.OffersOpen, ComplaintErrors.CommitmentsOpen, ComplaintErrors.SecondReviewRequired, ComplaintErrors.SecondPersonRequired,
            ComplaintErrors.EvidenceRequired, ComplaintErrors.GestureOrWaiverRequired, CauseErrors.Unknown.About("/causeCode"), ComplaintErrors.AppealNeedsAnother, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("follow-ups", FollowUpComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ResolutionComesFirst, ComplaintErrors.CommitmentsOpen, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("appeal", AppealComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ResolutionComesFirst, ComplaintErrors.AlreadyAppealed, ComplaintErrors.AppealNeedsAnother,
            ComplaintErrors.NobodyImpartial, ComplaintErrors.OwnerUnknown, ComplaintErrors.TooManySteps, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed,
            CustomerErrors.Erased);
        steps.MapPost("withdrawal", WithdrawComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("duplicate", MarkDuplicate).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ComplaintUnknown, ComplaintErrors.DuplicateOfItself, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("abuse", FlagAbuse).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.TooManySteps, ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("escalation", EscalateComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.AlreadyEscalated, ComplaintErrors.TooManySteps, ComplaintErrors.ConflictOfInterest,
            ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("owner", AssignOwner).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.OwnerUnknown, ComplaintErrors.AppealNeedsAnother, ComplaintErrors.TooManySteps,
            ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        steps.MapPost("customer", IdentifyComplainant).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.CustomerKnown, ComplaintErrors.TooManySteps, InteractionErrors.CustomerUnknown, CustomerErrors.Merged,
            ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
    }

    /// <summary>Acknowledges a complaint</summary>
    /// <remarks>
    /// That the customer was told that it has come; exactly once.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> AcknowledgeComplaint(ComplaintId id, AcknowledgementBody acknowledgement, Dispatcher send, CancellationToken ct) =>
        send.Send(new AcknowledgeComplaint(id, acknowledgement), ct).Ok();

    /// <summary>Assesses a complaint</summary>
    /// <remarks>
    /// Severity, safety, complexity, impact and what must be done at once. After the acknowledgement; it may be assessed again until it is resolved, and the
    /// last assessment counts.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> AssessComplaint(ComplaintId id, AssessmentBody assessment, Dispatcher send, CancellationToken ct) =>
        send.Send(new AssessComplaint(id, assessment), ct).Ok();

    /// <summary>Adds a part to the statement</summary>
    /// <remarks>
    /// What the complainant says further, verbatim (S1-HELP-1); at any time until the complaint is closed, at most 100 parts. No part is ever changed. What
    /// the customer says ends waiting for the customer.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> AddStatementPart(ComplaintId id, StatementPartBody part, Dispatcher send, CancellationToken ct) =>
        send.Send(new AddStatementPart(id, part), ct).Ok();

    /// <summary>Completes the hearing</summary>
    /// <remarks>
    /// That the customer was heard to the end (S1-HELP-1). Nothing is offered, refused or decided before. Once in each instance of the complaint, after the
    /// assessment.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> CompleteHearing(ComplaintId id, HearingBody hearing, Dispatcher send, CancellationToken ct) =>
        send.Send(new CompleteHearing(id, hearing), ct).Ok();

    /// <summary>Plays back the need</summary>
    /// <remarks>
    /// That the need was said back to the customer, who confirmed or corrected it (S1-HELP-2). A complaint by telephone needs a confirmed playback before
    /// anything is offered, refused or decided; what was corrected is played back again, on every channel.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> PlayBackNeed(ComplaintId id, PlaybackBody playback, Dispatcher send, CancellationToken ct) =>
        send.Send(new PlayBackNeed(id, playback), ct).Ok();

    /// <summary>Shows empathy</summary>
    /// <remarks>
    /// What was said to show that we understand how it feels; after the hearing (S1-HELP-3).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> EmpathiseWithComplainant(ComplaintId id, EmpathyBody empathy, Dispatcher send, CancellationToken ct) =>
        send.Send(new EmpathiseWithComplainant(id, empathy), ct).Ok();

    /// <summary>Apologises</summary>
    /// <remarks>
    /// An apology; after empathy, without which it sounds hollow. Whether it admits a fault is apart from its words, and it counts without (S1-HELP-3).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> ApologiseForComplaint(ComplaintId id, ApologyBody apology, Dispatcher send, CancellationToken ct) =>
        send.Send(new ApologiseForComplaint(id, apology), ct).Ok();

    /// <summary>Records the desired outcome</summary>
    /// <remarks>
    /// What the customer wants, in their own words, or that they declined to say; before the first offer, and after hearing and apology (S1-HELP-5).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> RecordDesiredOutcome(ComplaintId id, DesiredOutcomeBody desired, Dispatcher send, CancellationToken ct) =>
        send.Send(new RecordDesiredOutcome(id, desired), ct).Ok();

    /// <summary>Makes an offer</summary>
    /// <remarks>
    /// Offers up to 5 remedies until a time; after the desired outcome, and once it is known who the customer is (S1-HELP-6). What is above the authority of whoever makes it, by
    /// the matrix at /v1/authorities, per complaint and per period, waits for approval first, in the state pendingApproval, and the customer knows nothing of it (S3-EMPOWER-1). Its terms never change: another offer is another record, and a complaint
    /// has at most 50.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> MakeOffer(ComplaintId id, OfferBody offer, Dispatcher send, CancellationToken ct) =>
        send.Send(new MakeOffer(id, offer), ct).Ok();

    /// <summary>Refuses the desired outcome</summary>
    /// <remarks>
    /// With thanks, a reason and at least one alternative, each of which becomes an offer (S1-HELP-6), which waits for approval where it is above the authority of whoever makes it.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> RefuseWish(ComplaintId id, WishRefusalBody refusal, Dispatcher send, CancellationToken ct) =>
        send.Send(new RefuseWish(id, refusal), ct).Ok();

    /// <summary>Lets a complaint wait</summary>
    /// <remarks>
    /// For the customer or a third party, beside its stage. DELETE ends it, and for the customer so does the next part of the statement.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> WaitOnComplaint(ComplaintId id, WaitingBody waiting, Dispatcher send, CancellationToken ct) =>
        send.Send(new WaitOnComplaint(id, waiting), ct).Ok();

    /// <summary>Reviews as a second person</summary>
    /// <remarks>
    /// Approves, or does not, that the customer is at fault or that there is no remedy (S1-HELP-4, S1-HELP-10). By somebody who acts for a member of staff,
    /// does not own the complaint and is impartial.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> ReviewResolution(ComplaintId id, ComplaintReviewBody review, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviewResolution(id, review), ct).Ok();

    /// <summary>Resolves a complaint</summary>
    /// <remarks>
    /// The decision, its root cause and findings. The cause is one in use of /v1/causes, or of the taxonomy that ships where the tenant has none of its own; where it has come back too often
    /// for the same customer, product or category within the tenant's window, recurrences says so, and recurrence.detected is told (S1-LEARN-1). Whatever is decided, the customer was heard and met with empathy. Not upheld is no shortcut; customerFault
    /// needs evidence and a second person (S1-HELP-4), unresolvedNoRemedy a second person and a gesture or waiver (S1-HELP-10). Fixed and compensated need
    /// the desired outcome, compensated also an accepted offer. No offer and no promise is open (S1-HELP-7).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> ResolveComplaint(ComplaintId id, Resolution resolution, Dispatcher send, CancellationToken ct) =>
        send.Send(new ResolveComplaint(id, resolution), ct).Ok();

    /// <summary>Asks whether it is solved</summary>
    /// <remarks>
    /// After the resolution (S1-HELP-9). solved closes the complaint confirmed, notSolved reopens it, and the third noAnswer of an instance closes it
    /// unconfirmed.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> FollowUpComplaint(ComplaintId id, FollowUpBody contact, Dispatcher send, CancellationToken ct) =>
        send.Send(new FollowUpComplaint(id, contact), ct).Ok();

    /// <summary>Appeals</summary>
    /// <remarks>
    /// The customer does not accept the decision. Once, after it was resolved; somebody who did not handle it before hears and decides anew, and the second
    /// decision stands beside the first (S3-FAIR-2).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> AppealComplaint(ComplaintId id, AppealBody appeal, Dispatcher send, CancellationToken ct) =>
        send.Send(new AppealComplaint(id, appeal), ct).Ok();

    /// <summary>Withdraws a complaint</summary>
    /// <remarks>
    /// The customer takes it back, at any time. What was promised is still promised.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> WithdrawComplaint(ComplaintId id, ComplaintWithdrawalBody withdrawal, Dispatcher send, CancellationToken ct) =>
        send.Send(new WithdrawComplaint(id, withdrawal), ct).Ok();

    /// <summary>Marks a duplicate</summary>
    /// <remarks>
    /// The same complaint came in twice. It goes on as the other one.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> MarkDuplicate(ComplaintId id, DuplicateBody duplicate, Dispatcher send, CancellationToken ct) =>
        send.Send(new MarkDuplicate(id, duplicate), ct).Ok();

    /// <summary>Flags abusive conduct</summary>
    /// <remarks>
    /// Protects whoever handles the complaint. The complaint stays open, and counts as before (S2-PERSONAL-1).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> FlagAbuse(ComplaintId id, AbuseBody abuse, Dispatcher send, CancellationToken ct) =>
        send.Send(new FlagAbuse(id, abuse), ct).Ok();

    /// <summary>Escalates a complaint</summary>
    /// <remarks>
    /// Takes it to a higher level, 1 to 5, and never down again.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> EscalateComplaint(ComplaintId id, ComplaintEscalationBody escalation, Dispatcher send, CancellationToken ct) =>
        send.Send(new EscalateComplaint(id, escalation), ct).Ok();

    /// <summary>Makes somebody else answer for it</summary>
    /// <remarks>
    /// Exactly one member of staff does (S2-OWN-1), who is impartial: not complained about, nor reporting to whom is, directly or round corners (S3-FAIR-1).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> AssignOwner(ComplaintId id, ComplaintOwnerBody owner, Dispatcher send, CancellationToken ct) =>
        send.Send(new AssignOwner(id, owner), ct).Ok();

    /// <summary>Says which customer complained</summary>
    /// <remarks>
    /// Where that was not known at intake.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> IdentifyComplainant(ComplaintId id, ComplainantBody complainant, Dispatcher send, CancellationToken ct) =>
        send.Send(new IdentifyComplainant(id, complainant), ct).Ok();
}
