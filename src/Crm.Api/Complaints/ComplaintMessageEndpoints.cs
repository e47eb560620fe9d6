using Crm.Application;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Phrases;

namespace Crm.Api.Complaints;

/// <summary>What is written to a complainant and by them, and the link by which they follow the complaint.</summary>
internal static class ComplaintMessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder complaints)
    {
        complaints.MapPost("{id}/messages", WriteComplaintMessage).Operation<ComplaintMessageTaken>(
            Permission.ComplaintsWrite, 201, PhraseErrors.Blocked, ComplaintMessageErrors.OverrideMissing, ComplaintMessageErrors.MacroUnknown, ComplaintMessageErrors.CorrectedUnknown,
            ComplaintMessageErrors.TooMany, ComplaintErrors.ConflictOfInterest, CustomerErrors.Merged, CustomerErrors.Erased);
        complaints.MapGet("{id}/messages", ListComplaintMessages).Operation<Page<ComplaintMessageDetails>>(Permission.ComplaintsRead, 200, ListErrors.CursorInvalid);
        complaints.MapGet("{id}/messages/{messageId}", GetComplaintMessage).Operation<ComplaintMessageDetails>(Permission.ComplaintsRead, 200);
        complaints.MapPost("{id}/tracking-link", RenewTrackingLink).Operation<RenewedTrackingLink>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.ConflictOfInterest, ComplaintErrors.TooManySteps, CustomerErrors.Merged, CustomerErrors.Erased);
    }

    /// <summary>Writes a message</summary>
    /// <remarks>
    /// What goes to the customer is checked by the phrase guard: words that it blocks are refused with better ones, unless override says why and the credential may
    /// (`phrases:override`); words that it warns of are named in warnings (S2-PHRASE-1). No placeholder goes out unfilled. The same macro a second time raises a deflection
    /// flag; a policy statement, a survey or an automatic reply never counts as a response, nor does what nobody sent in person (S1-DEFLECT-1). A message never changes once it
    /// is sent: a wrong one is corrected by another one that names it in correctsId, and both stay to be seen (S2-TRANSP-2). What the customer wrote is recorded as incoming,
    /// word for word. It is possible at every stage; a complaint has at most 400 messages.
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> WriteComplaintMessage(ComplaintId id, ComplaintMessageBody message, Dispatcher send, CancellationToken ct) =>
        send.Send(new WriteComplaintMessage(id, message), ct).Created(m => $"/v1/complaints/{id}/messages/{m.Id}");

    /// <summary>Lists the messages of a complaint</summary>
    /// <remarks>Newest first; sort=createdAt turns that round. They never change.</remarks>
    private static Task<IResult> ListComplaintMessages([AsParameters] ListComplaintMessages query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a message</summary>
    /// <remarks>It never changes.</remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetComplaintMessage(ComplaintId id, MessageId messageId, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetComplaintMessage(id, messageId), ct).Ok();

    /// <summary>Renews the customer's link</summary>
    /// <remarks>
    /// For a customer who lost it, or where somebody else has it: the former link finds nothing from now on. The new one is told this once and stored as a hash alone
    /// (S2-TRANSP-2).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> RenewTrackingLink(ComplaintId id, Dispatcher send, CancellationToken ct) => send.Send(new RenewTrackingLink(id), ct).Ok();
}
