using Crm.Application;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Complaints;

/// <summary>A complaint that is written in more than one sitting, without a login.</summary>
internal static class ComplaintDraftEndpoints
{
    public static void MapComplaintDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/v1/public/{tenantSlug}/complaint-drafts").WithTags("Complaints");
        drafts.MapPost("", StartComplaintDraft).PublicOperation<ComplaintDraftDetails>(201);
        drafts.MapGet("{token}", GetComplaintDraft).PublicOperation<ComplaintDraftDetails>(Error.NotFound<ComplaintDraft>());
        drafts.MapPut("{token}", SaveComplaintDraft).PublicOperation<ComplaintDraftDetails>(200, Error.NotFound<ComplaintDraft>(), Error.Stale);
        drafts.MapDelete("{token}", DiscardComplaintDraft).PublicOperation(Error.Stale);
        drafts.MapPost("{token}/submission", SubmitComplaintDraft).PublicOperation<PublicComplaintReceipt>(201, Error.NotFound<ComplaintDraft>());
    }

    /// <summary>Begins to write a complaint</summary>
    /// <remarks>
    /// Nothing is needed yet. The answer holds, this once, the secret by which it is written on from any device (S3-ACCESS-2). Nobody here reads a draft. It stays for 14 days after
    /// it was saved last. An `Idempotency-Key` here has 16 characters at least, and is the key of this very request.
    /// </remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    private static Task<IResult> StartComplaintDraft(string tenantSlug, DraftContent draft, Dispatcher send, CancellationToken ct) =>
        send.Send(new StartComplaintDraft(draft), ct).Created(d => d.Link!);

    /// <summary>Comes back to a draft</summary>
    /// <remarks>What was saved last. A token that is wrong, was handed in, is older than 14 days, or belongs to another tenant is 404, all alike.</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the draft.</param>
    private static Task<IResult> GetComplaintDraft(string tenantSlug, string token, Dispatcher send, CancellationToken ct) => send.Send(new GetComplaintDraft(token), ct).Ok();

    /// <summary>Saves a draft</summary>
    /// <remarks>In place of what it was. If-Match keeps two devices from overwriting each other.</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the draft.</param>
    private static Task<IResult> SaveComplaintDraft(
        string tenantSlug, string token, DraftContent draft, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new SaveComplaintDraft(token, draft, ifMatch), ct).Ok();

    /// <summary>Throws a draft away</summary>
    /// <remarks>For good, at once. Answers 204 where it is gone already.</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the draft.</param>
    private static Task<IResult> DiscardComplaintDraft(
        string tenantSlug, string token, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new DiscardComplaintDraft(token, ifMatch), ct).NoContent();

    /// <summary>Hands in a draft</summary>
    /// <remarks>
    /// Makes it a complaint, by the rules of one that is handed in at once: a statement and one way to answer, or anonymous. What is missing is told, and the draft stays. Once handed
    /// in it is gone, so that it becomes one complaint, however often this is sent; with the same `Idempotency-Key` the answer is the same.
    /// </remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the draft.</param>
    private static Task<IResult> SubmitComplaintDraft(string tenantSlug, string token, Dispatcher send, CancellationToken ct) =>
        send.Send(new SubmitComplaintDraft(token), ct).Created(c => c.TrackingLink);
}
