using Crm.Application;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;

namespace Crm.Api.Complaints;

/// <summary>What the customer answers to an offer.</summary>
internal static class ComplaintOfferEndpoints
{
    public static void MapOfferAnswers(this RouteGroupBuilder complaints)
    {
        var offers = complaints.MapGroup("{id}/offers/{offerId}");
        offers.MapPost("approval", ApproveOffer).Operation<ComplaintDetails>(
            Permission.ComplaintsApprove, 200, ComplaintErrors.ApproverIsRequester, ComplaintErrors.OfferDecided, ComplaintErrors.OfferExpired,
            ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst, ComplaintErrors.AlreadyResolved,
            ComplaintErrors.TooManySteps, Error.NotFound<Offer>(), ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed, CustomerErrors.Erased);
        offers.MapPost("acceptance", AcceptOffer).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ApprovalComesFirst, ComplaintErrors.OfferNotApproved, ComplaintErrors.OfferExpired, ComplaintErrors.OfferDeclined, ComplaintErrors.OfferWithdrawn,
            ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst, ComplaintErrors.AlreadyResolved,
            ComplaintErrors.TooManySteps, CalendarErrors.NeverOpens, Error.NotFound<Offer>(), ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed,
            CustomerErrors.Erased);
        offers.MapPost("refusal", DeclineOffer).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ApprovalComesFirst, ComplaintErrors.OfferNotApproved, ComplaintErrors.OfferAccepted, ComplaintErrors.OfferExpired, ComplaintErrors.OfferDeclined,
            ComplaintErrors.OfferWithdrawn, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, Error.NotFound<Offer>(), ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed,
            CustomerErrors.Erased);
        offers.MapPost("withdrawal", WithdrawOffer).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ApprovalComesFirst, ComplaintErrors.OfferNotApproved, ComplaintErrors.OfferAccepted, ComplaintErrors.OfferExpired, ComplaintErrors.OfferDeclined,
            ComplaintErrors.OfferWithdrawn, ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, Error.NotFound<Offer>(), ComplaintErrors.ConflictOfInterest, ComplaintErrors.Closed,
            CustomerErrors.Erased);
    }

    /// <summary>Decides on an offer above somebody's authority</summary>
    /// <remarks>
    /// Approves of it, so that the customer may be offered it, or does not, with a reason; once (S3-EMPOWER-1). By somebody who acts for a member of staff other than whoever made
    /// the offer, and is impartial (S3-FAIR-1). An offer waits for this in the state pendingApproval, which has a clock and a piece of work of the kind approval; what is valid no longer can only
    /// be refused. The version of the authority matrix in force is kept with the decision.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="offerId">The offer.</param>
    private static Task<IResult> ApproveOffer(ComplaintId id, OfferId offerId, OfferApprovalBody approval, Dispatcher send, CancellationToken ct) =>
        send.Send(new ApproveOffer(id, offerId, approval), ct).Ok();

    /// <summary>Accepts an offer</summary>
    /// <remarks>
    /// What the customer accepts becomes promises, one for each remedy, by whoever owns the complaint and in the same transaction. Accepting again is the
    /// same acceptance (S1-HELP-6). What waits for approval cannot be accepted.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="offerId">The offer.</param>
    private static Task<IResult> AcceptOffer(ComplaintId id, OfferId offerId, OfferAcceptanceBody acceptance, Dispatcher send, CancellationToken ct) =>
        send.Send(new AcceptOffer(id, offerId, acceptance), ct).Ok();

    /// <summary>Declines an offer</summary>
    /// <remarks>
    /// The customer does not want it.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="offerId">The offer.</param>
    private static Task<IResult> DeclineOffer(ComplaintId id, OfferId offerId, OfferRefusalBody refusal, Dispatcher send, CancellationToken ct) =>
        send.Send(new DeclineOffer(id, offerId, refusal), ct).Ok();

    /// <summary>Withdraws an offer</summary>
    /// <remarks>
    /// Takes it back before the customer answered.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="offerId">The offer.</param>
    private static Task<IResult> WithdrawOffer(ComplaintId id, OfferId offerId, OfferWithdrawalBody withdrawal, Dispatcher send, CancellationToken ct) =>
        send.Send(new WithdrawOffer(id, offerId, withdrawal), ct).Ok();
}
