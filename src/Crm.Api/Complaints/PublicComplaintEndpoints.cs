using Crm.Application;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;

namespace Crm.Api.Complaints;

/// <summary>What a complainant does without a login: hand in a complaint, follow it, and answer.</summary>
internal static class PublicComplaintEndpoints
{
    public static void MapPublicComplaints(this IEndpointRouteBuilder app)
    {
        var complaints = app.MapGroup("/v1/public/{tenantSlug}/complaints").WithTags("Complaints");
        complaints.MapPost("", FilePublicComplaint).PublicOperation<PublicComplaintReceipt>(201);
        complaints.MapGet("{token}", TrackComplaint).PublicOperation<TrackedComplaint>(Error.NotFound<Complaint>());
        complaints.MapPost("{token}/messages", WriteByLink).PublicOperation<TrackedComplaint>(
            200, Error.NotFound<Complaint>(), ComplaintMessageErrors.TooMany, CustomerErrors.Merged, CustomerErrors.Erased);
        complaints.MapPost("{token}/offers/{offerId}/acceptance", AcceptOfferByLink).PublicOperation<TrackedComplaint>(
            200, Error.NotFound<Complaint>(), ComplaintErrors.OfferExpired, ComplaintErrors.OfferDeclined, ComplaintErrors.OfferWithdrawn, ComplaintErrors.AcknowledgementComesFirst,
            ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst, ComplaintErrors.AlreadyResolved, ComplaintErrors.TooManySteps, CalendarErrors.NeverOpens,
            ComplaintErrors.Closed, CustomerErrors.Merged, CustomerErrors.Erased);
        complaints.MapPost("{token}/offers/{offerId}/refusal", DeclineOfferByLink).PublicOperation<TrackedComplaint>(
            200, Error.NotFound<Complaint>(), ComplaintErrors.OfferAccepted, ComplaintErrors.OfferExpired, ComplaintErrors.OfferDeclined, ComplaintErrors.OfferWithdrawn,
            ComplaintErrors.AcknowledgementComesFirst, ComplaintErrors.AssessmentComesFirst, ComplaintErrors.OwnerComesFirst, ComplaintErrors.AlreadyResolved,
            ComplaintErrors.TooManySteps, ComplaintErrors.Closed, CustomerErrors.Merged, CustomerErrors.Erased);
        complaints.MapPost("{token}/executive-escalation", CallExecutive).PublicOperation<TrackedComplaint>(
            200, Error.NotFound<Complaint>(), ComplaintMessageErrors.ExecutiveCalledAlready, CustomerErrors.Merged, CustomerErrors.Erased);
        complaints.MapPost("{token}/outcome", TellOutcome).PublicOperation<TrackedComplaint>(
            200, Error.NotFound<Complaint>(), ComplaintErrors.ResolutionComesFirst, ComplaintErrors.CommitmentsOpen, ComplaintErrors.Closed, ComplaintErrors.TooManySteps, CustomerErrors.Merged, CustomerErrors.Erased);
    }

    /// <summary>Hands in a complaint without a login</summary>
    /// <remarks>
    /// One call, with a statement and one way to answer, or anonymous (S3-ACCESS-2). The answer is a reference to read out and a secret link to follow the complaint; nothing
    /// else of it is told, and the link is told this once. Nothing is refused for what it is about, and a telephone number that cannot be read is kept as words. At most 120
    /// complaints and answers in a minute from one network. An `Idempotency-Key` here has 16 characters at least, and is the key of this very request.
    /// </remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    private static Task<IResult> FilePublicComplaint(string tenantSlug, FilePublicComplaint complaint, Dispatcher send, CancellationToken ct) =>
        send.Send(complaint, ct).Created(c => c.TrackingLink);

    /// <summary>Follows a complaint without a login</summary>
    /// <remarks>
    /// What the customer may know: where it stands, who answers for it, when the next update is due, what was written, offered and decided. Notes, findings and assessments are
    /// no part of it. A token that is wrong, was renewed, or belongs to another tenant is 404, all alike (S2-TRANSP-2).
    /// </remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the tracking link.</param>
    private static Task<IResult> TrackComplaint(string tenantSlug, string token, Dispatcher send, CancellationToken ct) => send.Send(new TrackComplaint(token), ct).Ok();

    /// <summary>Writes to those who handle a complaint</summary>
    /// <remarks>The words stand in the complaint as they were sent. Where the complaint waited for the customer, it waits no more. Possible at every stage.</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the tracking link.</param>
    private static Task<IResult> WriteByLink(string tenantSlug, string token, CustomerMessageBody message, Dispatcher send, CancellationToken ct) =>
        send.Send(new WriteByLink(token, message), ct).Ok();

    /// <summary>Accepts an offer by link</summary>
    /// <remarks>What is accepted becomes promises, in the same transaction. Accepting again is the same acceptance (S1-HELP-6).</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the tracking link.</param>
    /// <param name="offerId">The offer.</param>
    private static Task<IResult> AcceptOfferByLink(string tenantSlug, string token, OfferId offerId, Dispatcher send, CancellationToken ct) =>
        send.Send(new AcceptOfferByLink(token, offerId), ct).Ok();

    /// <summary>Declines an offer by link</summary>
    /// <remarks>The customer does not want it. Another one may follow.</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the tracking link.</param>
    /// <param name="offerId">The offer.</param>
    private static Task<IResult> DeclineOfferByLink(string tenantSlug, string token, OfferId offerId, CustomerRefusalBody refusal, Dispatcher send, CancellationToken ct) =>
        send.Send(new DeclineOfferByLink(token, offerId, refusal), ct).Ok();

    /// <summary>Calls the executive</summary>
    /// <remarks>
    /// The direct line to whoever leads the house, over the heads of all who handle the complaint: at every stage, once until it is opened again. Nobody can keep it from
    /// arriving or take it back; no operation does so (S4-EXEC-1).
    /// </remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the tracking link.</param>
    private static Task<IResult> CallExecutive(string tenantSlug, string token, ExecutiveCallBody call, Dispatcher send, CancellationToken ct) =>
        send.Send(new CallExecutive(token, call), ct).Ok();

    /// <summary>Tells whether it is solved</summary>
    /// <remarks>
    /// After the decision. Solved closes the complaint as confirmed, not solved opens it again (S1-HELP-9), also within 14 days after it was closed. The rating says how what came of it compares with what was expected,
    /// and stands in place of what we thought of it (S4-NEEDS-1).
    /// </remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the tracking link.</param>
    private static Task<IResult> TellOutcome(string tenantSlug, string token, OutcomeBody outcome, Dispatcher send, CancellationToken ct) =>
        send.Send(new TellOutcome(token, outcome), ct).Ok();
}
