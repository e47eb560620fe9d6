using Crm.Application;
using Crm.Application.Commitments;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Commitments;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.Commitments;

/// <summary>Promises to customers: what, by when, by whom, and whether they were kept.</summary>
internal static class CommitmentEndpoints
{
    public static void MapCommitments(this IEndpointRouteBuilder app)
    {
        var commitments = app.MapGroup("/v1/commitments").WithTags("Commitments");
        commitments.MapPost("", MakeCommitment).Operation<CommitmentDetails>(
            Permission.CommitmentsWrite, 201, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, CommitmentErrors.ResponsibleNeeded,
            CommitmentErrors.ResponsibleUnknown, CommitmentErrors.InteractionUnknown, CommitmentErrors.KeyAccountUnknown, CalendarErrors.Unknown, CalendarErrors.NeverOpens, ComplaintErrors.ComplaintUnknown,
            ComplaintErrors.AlreadyResolved, ComplaintErrors.Closed);
        commitments.MapGet("", ListCommitments).Operation<Page<CommitmentRow>>(Permission.CommitmentsRead, 200, ListErrors.CursorInvalid);
        commitments.MapGet("statistics", GetCommitmentStatistics).Operation<CommitmentStatistics>(Permission.CommitmentsRead, 200, InteractionErrors.PeriodInvalid);
        commitments.MapGet("{id}", GetCommitment).Operation<CommitmentDetails>(Permission.CommitmentsRead, 200);
        commitments.MapGet("{id}/history", GetCommitmentHistory).Operation<CommitmentHistory>(Permission.CommitmentsRead, 200);
        commitments.MapPost("{id}/fulfilment", FulfilCommitment).Operation<CommitmentDetails>(
            Permission.CommitmentsWrite, 200, CommitmentErrors.AlreadyKept, CommitmentErrors.Withdrawn, CustomerErrors.Erased);
        commitments.MapPost("{id}/renegotiation", RenegotiateCommitment).Operation<CommitmentDetails>(
            Permission.CommitmentsWrite, 200, CommitmentErrors.AlreadyKept, CommitmentErrors.AlreadyBroken, CommitmentErrors.Withdrawn,
            CommitmentErrors.RenegotiatedTooOften, CalendarErrors.Unknown, CalendarErrors.NeverOpens, CustomerErrors.Erased);
        commitments.MapPost("{id}/withdrawal", WithdrawCommitment).Operation<CommitmentDetails>(
            Permission.CommitmentsWrite, 200, CommitmentErrors.WithdrawalNotYours, CommitmentErrors.AlreadyKept, CommitmentErrors.AlreadyBroken,
            CommitmentErrors.Withdrawn, CustomerErrors.Erased);
    }

    /// <summary>Makes a promise</summary>
    /// <remarks>
    /// What is promised to a customer, by when and by whom (S1-HELP-7). It is due at an instant, or when within has passed in the open hours of a calendar, whose
    /// version it keeps. The responsible member of staff does it; accountable is the manager whom that person has now (S3-ACCT-1). At the due
    /// instant the clock breaks a promise that is still open, once, and commitment.broken is told.
    /// </remarks>
    private static Task<IResult> MakeCommitment(MakeCommitment commitment, Dispatcher send, CancellationToken ct) =>
        send.Send(commitment, ct).Created(c => $"/v1/commitments/{c.Id}");

    /// <summary>Lists promises</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt, dueAt or updatedAt. With updatedSince, the change feed.</remarks>
    private static Task<IResult> ListCommitments([AsParameters] ListCommitments query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells how promises were kept</summary>
    /// <remarks>
    /// Of what was due in a period of at most 366 days, for the tenant and for each responsible member of staff: how many promises were kept, kept late, broken,
    /// withdrawn or are open, and the kept-rate. What was withdrawn counts for nobody, and a promise kept late is none that was kept (S1-HELP-7).
    /// </remarks>
    private static Task<IResult> GetCommitmentStatistics([AsParameters] GetCommitmentStatistics query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a promise</summary>
    /// <remarks>Where it stands now. How it came to that is its history.</remarks>
    /// <param name="id">The promise.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCommitment(CommitmentId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCommitment(id), ct).Ok();

    /// <summary>Reads the history of a promise</summary>
    /// <remarks>Everything that happened to it, oldest first, with both times of every renegotiation. Nothing of it is ever changed (S3-ACCT-1).</remarks>
    /// <param name="id">The promise.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCommitmentHistory(CommitmentId id, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetCommitmentHistory(id), ct).Ok();

    /// <summary>Records that a promise was kept</summary>
    /// <remarks>With what shows it. Before the due instant it is kept; from then on it is broken and kept late, and lateness tells by how much open time.</remarks>
    /// <param name="id">The promise.</param>
    private static Task<IResult> FulfilCommitment(CommitmentId id, FulfilmentBody fulfilment, Dispatcher send, CancellationToken ct) =>
        send.Send(new FulfilCommitment(id, fulfilment.Evidence), ct).Ok();

    /// <summary>Renegotiates a promise</summary>
    /// <remarks>
    /// Another due instant, with the customer's consent, while the promise is open and not yet due; at most 20 times. Every instant that was agreed stays in the history.
    /// </remarks>
    /// <param name="id">The promise.</param>
    private static Task<IResult> RenegotiateCommitment(CommitmentId id, RenegotiationBody renegotiation, Dispatcher send, CancellationToken ct) =>
        send.Send(new RenegotiateCommitment(id, renegotiation), ct).Ok();

    /// <summary>Withdraws a promise</summary>
    /// <remarks>
    /// Takes it back while it is open and not yet due. This is for the member of staff who is accountable for it, and for credentials with the permission commitments:withdraw.
    /// </remarks>
    /// <param name="id">The promise.</param>
    private static Task<IResult> WithdrawCommitment(CommitmentId id, WithdrawalBody withdrawal, Dispatcher send, CancellationToken ct) =>
        send.Send(new WithdrawCommitment(id, withdrawal.Reason), ct).Ok();
}
