using Crm.Application;
using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.Complaints;

/// <summary>Complaints and the practice of H.E.L.P.: heard, met with empathy, led to a solution, provided for, and asked whether it is solved.</summary>
internal static class ComplaintEndpoints
{
    public static void MapComplaints(this IEndpointRouteBuilder app)
    {
        var complaints = app.MapGroup("/v1/complaints").WithTags("Complaints");
        complaints.MapPost("", FileComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsFile, 201, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, ComplaintErrors.OwnerUnknown, ComplaintErrors.TargetUnknown,
            ComplaintErrors.ConflictOfInterest);
        complaints.MapGet("", ListComplaints).Operation<Page<ComplaintRow>>(Permission.ComplaintsRead, 200, ListErrors.CursorInvalid, ComplaintErrors.ReferenceInvalid);
        complaints.MapGet("statistics", GetComplaintStatistics).Operation<ComplaintStatistics>(Permission.ComplaintsRead, 200, InteractionErrors.PeriodInvalid);
        complaints.MapGet("{id}/comparable", CompareComplaint).Operation<ComparableComplaints>(Permission.ComplaintsRead, 200);
        complaints.MapGet("{id}", GetComplaint).Operation<ComplaintDetails>(Permission.ComplaintsRead, 200);
        complaints.MapGet("{id}/history", GetComplaintHistory).Operation<ComplaintHistory>(Permission.ComplaintsRead, 200);
        complaints.MapGet("{id}/statement-parts", GetStatement).Operation<ComplaintStatement>(Permission.ComplaintsRead, 200);
        complaints.MapPost("{id}/reopening", ReopenComplaint).Operation<ComplaintDetails>(
            Permission.ComplaintsWrite, 200, ComplaintErrors.NotClosed, ComplaintErrors.Closed, ComplaintErrors.TooManySteps, ComplaintErrors.ConflictOfInterest, CustomerErrors.Merged,
            CustomerErrors.Erased);
        complaints.MapDelete("{id}/waiting", StopWaiting).Operation(Permission.ComplaintsWrite, ComplaintErrors.ConflictOfInterest, CustomerErrors.Erased);
        complaints.MapSteps();
        complaints.MapOfferAnswers();
        complaints.MapMessages();
        app.MapPublicComplaints();
        app.MapComplaintDrafts();
    }

    /// <summary>Files a complaint</summary>
    /// <remarks>
    /// From any channel, about anything: nothing is refused for its category (S2-OWN-1), and a statement is enough (S3-ACCESS-2). A phone number or address that cannot be
    /// read is kept as words and marked as not verified. receivedAt says when it came, createdAt when it was entered (S3-ACCESS-1). An unusable product bought up to 7 days
    /// before the receipt is urgent (S2-URGENT-1); a threat, or a public review, raises the severity by one, makes the risk high and is told by complaint.at_risk (S5-RET-2).
    /// Somebody impartial owns it from the beginning (S3-FAIR-1); where there is nobody it is taken in all the same, and an owner is to be named.
    /// </remarks>
    private static Task<IResult> FileComplaint(FileComplaint complaint, Dispatcher send, CancellationToken ct) =>
        send.Send(complaint, ct).Created(c => $"/v1/complaints/{c.Id}");

    /// <summary>Lists complaints</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt, receivedAt or updatedAt. With updatedSince, the change feed. With unanswered=true, where the customer waits for an answer.</remarks>
    private static Task<IResult> ListComplaints([AsParameters] ListComplaints query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads the statistics of complaints</summary>
    /// <remarks>
    /// Of the complaints received from one day to another, at most 366 days, as they stand now: how many, times to first contact and to resolution as median and 90th percentile, the
    /// H.E.L.P. index, transfers, reopening, deflection, what is unanswered, what was delivered by what was expected, and the spread of remedies; with groupBy also for each category,
    /// channel, owner, cause or severity. The numbers are kept with every save, so that a year of a million complaints answers at once; counts are exact, durations and amounts told
    /// within 4.5 percent.
    /// </remarks>
    private static Task<IResult> GetComplaintStatistics([AsParameters] GetComplaintStatistics query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Compares a complaint with others of the same cause</summary>
    /// <remarks>
    /// Resolved complaints of the cause of this one, or of the named cause before it has one, with the least, the median and the most of what customers accepted in the latest 500, so
    /// that alike is treated alike (S3-FAIR-2).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="cause">The code of the cause to compare by; the complaint's own where absent.</param>
    private static Task<IResult> CompareComplaint(ComplaintId id, string? cause, Dispatcher send, CancellationToken ct) => send.Send(new CompareComplaint(id, cause), ct).Ok();

    /// <summary>Reads a complaint</summary>
    /// <remarks>Where it stands, what was done, and in nextActions what may be done next, with the address of each step.</remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetComplaint(ComplaintId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetComplaint(id), ct).Ok();

    /// <summary>Reads the history of a complaint</summary>
    /// <remarks>Every step, oldest first. Nothing of it is ever changed.</remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetComplaintHistory(ComplaintId id, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetComplaintHistory(id), ct).Ok();

    /// <summary>Reads the statement</summary>
    /// <remarks>All that the complainant said, verbatim and part by part (S1-HELP-1). A part is neither changed nor taken away, so there is no PUT, PATCH or DELETE.</remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetStatement(ComplaintId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetStatement(id), ct).Ok();

    /// <summary>Reopens a complaint</summary>
    /// <remarks>
    /// Within 14 days of its end the same record goes on, as its next instance: the customer is heard anew. Afterwards another complaint follows it, named in followUpOfId, and
    /// the answer is 201 with its address. A complaint that is resolved and not closed can be reopened, too (S1-HELP-9).
    /// </remarks>
    /// <param name="id">The complaint.</param>
    private static Task<IResult> ReopenComplaint(ComplaintId id, ReopeningBody reopening, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReopenComplaint(id, reopening), ct).Upserted(c => $"/v1/complaints/{c.Id}");

    /// <summary>Ends the waiting of a complaint</summary>
    /// <remarks>It waits for nobody any more. Repeating it is no error.</remarks>
    /// <param name="id">The complaint.</param>
    /// <param name="ifMatch">The ETag of the version that this is based on.</param>
    private static Task<IResult> StopWaiting(ComplaintId id, [Microsoft.AspNetCore.Mvc.FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new StopWaiting(id, ifMatch), ct).NoContent();
}
