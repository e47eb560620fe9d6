using Crm.Application;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Complaints;
using Crm.Domain.Conflicts;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Work;
using Crm.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Work;

/// <summary>What is to be done, by whom and by when: each person's and team's queue, assignment, and hand-over without a gap.</summary>
internal static class WorkEndpoints
{
    public static void MapWork(this IEndpointRouteBuilder app)
    {
        var work = app.MapGroup("/v1/work").WithTags("Work");
        work.MapPost("", OpenTask).Operation<WorkDetails>(
            Permission.WorkWrite, 201, WorkErrors.OwnerUnknown, WorkErrors.DuePast, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased,
            CalendarErrors.Unknown, CalendarErrors.NeverOpens, StoreErrors.ExternalIdTaken);
        work.MapGet("", ListWork).Operation<Page<WorkRow>>(Permission.WorkRead, 200, ListErrors.CursorInvalid, WorkErrors.StaffNeeded);
        work.MapGet("statistics", GetWorkStatistics).Operation<WorkStatistics>(Permission.WorkRead, 200, InteractionErrors.PeriodInvalid);
        work.MapGet("{id}", GetWork).Operation<WorkDetails>(Permission.WorkRead, 200);
        work.MapGet("{id}/history", GetWorkHistory).Operation<WorkHistory>(Permission.WorkRead, 200);
        work.MapPatch("{id}", ReviseWork).Operation<WorkDetails>(
            Permission.WorkWrite, 200, WorkErrors.NotYours, WorkErrors.DrivenByRecord, WorkErrors.Closed, WorkErrors.ChangedTooOften, WorkErrors.DuePast,
            CustomerErrors.Erased, StoreErrors.ExternalIdTaken);
        work.MapPost("{id}/completion", CompleteWork).Operation<WorkDetails>(
            Permission.WorkWrite, 200, WorkErrors.NotYours, WorkErrors.DrivenByRecord, WorkErrors.Closed);
        work.MapPost("{id}/cancellation", CancelWork).Operation<WorkDetails>(
            Permission.WorkWrite, 200, WorkErrors.NotYours, WorkErrors.DrivenByRecord, WorkErrors.Closed);
        work.MapPost("{id}/reopening", ReopenWork).Operation<WorkDetails>(
            Permission.WorkWrite, 200, WorkErrors.NotYours, WorkErrors.DrivenByRecord, WorkErrors.NotClosed, WorkErrors.ChangedTooOften);
        Error[] assigning =
            [WorkErrors.OwnerUnknown, WorkErrors.ReceiverAbsent, WorkErrors.NobodyFits, WorkErrors.Closed, WorkErrors.ChangedTooOften, Impartiality.ConflictOfInterest, ComplaintErrors.AppealNeedsAnother, ComplaintErrors.ApproverIsRequester, ComplaintMessageErrors.ExecutiveCallNotYours];
        work.MapPost("{id}/assignment", AssignWork).Operation<AssignedWork>(Permission.WorkAssign, 200, assigning);
        app.MapPost("/v1/work/assignments:batch", AssignMuchWork).WithTags("Work")
            .Operation<BatchAnswer<AssignedWork>>(Permission.WorkAssign, 200, Batches.SizeInvalid);
        work.MapPost("{id}/hand-over", ProposeHandOver).Operation<WorkDetails>(
            Permission.WorkWrite, 200, WorkErrors.NotYours, WorkErrors.ReceiverUnknown, WorkErrors.ReceiverInactive, WorkErrors.ReceiverAbsent, WorkErrors.ReceiverOwnsIt,
            WorkErrors.HandOverPending, WorkErrors.Unowned, WorkErrors.Closed, WorkErrors.ChangedTooOften, CalendarErrors.NeverOpens, Impartiality.ConflictOfInterest, ComplaintErrors.AppealNeedsAnother, ComplaintErrors.ApproverIsRequester, ComplaintMessageErrors.ExecutiveCallNotYours);
        Error[] answering = [WorkErrors.HandOverNotYours, WorkErrors.NoHandOver, WorkErrors.HandOverTimedOut, WorkErrors.Closed];
        work.MapPost("{id}/hand-over/acceptance", AcceptHandOver).Operation<WorkDetails>(Permission.WorkWrite, 200, [.. answering, WorkErrors.ReceiverInactive, Impartiality.ConflictOfInterest, ComplaintErrors.AppealNeedsAnother, ComplaintErrors.ApproverIsRequester, ComplaintMessageErrors.ExecutiveCallNotYours]);
        work.MapPost("{id}/hand-over/refusal", DeclineHandOver).Operation<WorkDetails>(Permission.WorkWrite, 200, answering);
        work.MapPost("{id}/hand-over/withdrawal", WithdrawHandOver).Operation<WorkDetails>(
            Permission.WorkWrite, 200, WorkErrors.NotYours, WorkErrors.NoHandOver, WorkErrors.Closed);
    }

    /// <summary>Opens a task</summary>
    /// <remarks>
    /// Work about no other record. From the first instant on it has exactly one accountable owner (S3-OWNER-1): the named one, the caller, or whoever fits best by load, skill
    /// and language (S5-EFF-1). Only while the tenant has no active member of staff does nobody own it; who is employed next takes it up at once. It is due at an
    /// instant, or when within has passed in the open hours of a calendar, or undated.
    /// </remarks>
    private static Task<IResult> OpenTask(OpenTask task, Dispatcher send, CancellationToken ct) => send.Send(task, ct).Created(w => $"/v1/work/{w.Id}");

    /// <summary>Lists work</summary>
    /// <remarks>
    /// The queue of a person (mine or ownerId), a team (accountableId) or everybody: what is open, what is due first first and what is undated last, unless state and sort
    /// say otherwise: dueAt, createdAt or updatedAt. Due instants are reckoned in open hours when work is opened. A person's queue has the work of those for whom that person stands in
    /// now, unless includeDelegated=false. With updatedSince, the change feed.
    /// </remarks>
    private static Task<IResult> ListWork([AsParameters] ListWork query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells how work is balanced</summary>
    /// <remarks>
    /// What each member of staff has open now, by priority and by what is due (S5-STAFF-1), and of a period of at most 366 days how often work changed its owner and how many
    /// hand-overs came back. The bounce rate is what came back, declined or unanswered, by all that was answered or timed out (S3-OWNER-1).
    /// </remarks>
    private static Task<IResult> GetWorkStatistics([AsParameters] GetWorkStatistics query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a piece of work</summary>
    /// <remarks>Where it stands now, with the hand-over that waits for an answer. How it came to that is its history.</remarks>
    /// <param name="id">The piece of work.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetWork(WorkId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetWork(id), ct).Ok();

    /// <summary>Reads the history of a piece of work</summary>
    /// <remarks>Everything that happened to it, oldest first, and who owned it when, without a gap (S3-OWNER-1). Nothing of it is ever changed (S3-ACCT-1).</remarks>
    /// <param name="id">The piece of work.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetWorkHistory(WorkId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetWorkHistory(id), ct).Ok();

    /// <summary>Revises a task</summary>
    /// <remarks>
    /// Changes the given members and leaves the others; null removes. For its owner, their delegate, who answers for it, and holders of work:assign. Work
    /// about another record changes with that record only.
    /// </remarks>
    /// <param name="id">The task.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseWork(
        WorkId id, Patch<WorkContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseWork(id, changes, ifMatch), ct).Ok();

    /// <summary>Completes a task</summary>
    /// <remarks>
    /// It was done. For its owner, their delegate during an absence, who answers for it, and holders of work:assign. A hand-over that waits is withdrawn. Work about another
    /// record is closed by that record only, such as a promise by its fulfilment.
    /// </remarks>
    /// <param name="id">The task.</param>
    private static Task<IResult> CompleteWork(WorkId id, WorkCompletionBody completion, Dispatcher send, CancellationToken ct) =>
        send.Send(new CompleteWork(id, completion), ct).Ok();

    /// <summary>Cancels a task</summary>
    /// <remarks>
    /// It is not to be done any more. For the same people as completing it. Work about another record is closed by that record, unless its customer was erased, on
    /// whose records nothing is recorded any more.
    /// </remarks>
    /// <param name="id">The task.</param>
    private static Task<IResult> CancelWork(WorkId id, WorkCancellationBody cancellation, Dispatcher send, CancellationToken ct) =>
        send.Send(new CancelWork(id, cancellation), ct).Ok();

    /// <summary>Reopens a task</summary>
    /// <remarks>It is to be done again, by the same owner, or by whoever fits best where that one does not work here any more.</remarks>
    /// <param name="id">The task.</param>
    private static Task<IResult> ReopenWork(WorkId id, WorkReopeningBody reopening, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReopenWork(id, reopening), ct).Ok();

    /// <summary>Assigns a piece of work</summary>
    /// <remarks>
    /// Moves it at once, by order: to a named member of staff who is there, or with automatic=true to whoever fits best (S5-EFF-1). Who fits has the skill, valid today, speaks
    /// the language and is not absent; of these it goes to the one with the least open work by weight, then to who has waited longest, then to the lower id. Where nobody
    /// fits it goes to who lacks least, since work without an owner is worse; the reasons say so. A hand-over that waits is withdrawn. What the work is about follows. Whoever handles
    /// a complaint neither moves nor gets the work of the executive whom its customer called (S4-EXEC-1).
    /// </remarks>
    /// <param name="id">The piece of work.</param>
    private static Task<IResult> AssignWork(WorkId id, WorkAssignmentBody assignment, Dispatcher send, CancellationToken ct) =>
        send.Send(new AssignWork(id, assignment), ct).Ok();

    /// <summary>Assigns up to 200 pieces of work</summary>
    /// <remarks>
    /// Each item is done or refused on its own, one after the other, so that each automatic choice knows the loads that the one before left; the whole answers 200.
    /// With an Idempotency-Key each item is kept under it, so a repeated batch does what is missing and nothing twice.
    /// </remarks>
    private static Task<IResult> AssignMuchWork(Batch<WorkAssignment> batch, Batches batches, HttpContext http) =>
        batches.Run(http, batch, StatusCodes.Status200OK, static item => (ICommand<AssignedWork>)new AssignWork(item.WorkId, new(item.OwnerId, item.Automatic, item.Reason)), atOnce: 1);

    /// <summary>Proposes a hand-over</summary>
    /// <remarks>
    /// Asks a colleague who is there to take the work over, with what they must know (S3-OWNER-1). Until they accept, the owner stays the owner. Unanswered in the given open hours of the
    /// tenant's default calendar, 4 where absent, it comes back: the sender keeps the work, returns grows, and the lead is told. For the owner, their delegate during an
    /// absence, and holders of work:assign on the owner's behalf. One hand-over waits at a time.
    /// </remarks>
    /// <param name="id">The piece of work.</param>
    private static Task<IResult> ProposeHandOver(WorkId id, HandOverBody handOver, Dispatcher send, CancellationToken ct) =>
        send.Send(new ProposeHandOver(id, handOver), ct).Ok();

    /// <summary>Accepts a hand-over</summary>
    /// <remarks>
    /// From this instant the receiver owns the work, and their present manager answers for it; there is no gap. Only the receiver, or their delegate during an absence,
    /// accepts. What the work is about follows.
    /// </remarks>
    /// <param name="id">The piece of work.</param>
    private static Task<IResult> AcceptHandOver(WorkId id, Dispatcher send, CancellationToken ct) => send.Send(new AcceptHandOver(id), ct).Ok();

    /// <summary>Declines a hand-over</summary>
    /// <remarks>The sender keeps the work, returns grows, and sender and lead are told. Only the receiver, or their delegate during an absence, declines.</remarks>
    /// <param name="id">The piece of work.</param>
    private static Task<IResult> DeclineHandOver(WorkId id, HandOverRefusalBody refusal, Dispatcher send, CancellationToken ct) =>
        send.Send(new DeclineHandOver(id, refusal), ct).Ok();

    /// <summary>Withdraws a hand-over</summary>
    /// <remarks>The owner keeps the work after all. That is no bounce.</remarks>
    /// <param name="id">The piece of work.</param>
    private static Task<IResult> WithdrawHandOver(WorkId id, Dispatcher send, CancellationToken ct) => send.Send(new WithdrawHandOver(id), ct).Ok();
}
