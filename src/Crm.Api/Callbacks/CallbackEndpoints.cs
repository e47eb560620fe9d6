using Crm.Application;
using Crm.Application.Callbacks;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Commitments;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.Callbacks;

/// <summary>Customers who are called back: when, on which number, by whom, and whether anybody did.</summary>
internal static class CallbackEndpoints
{
    public static void MapCallbacks(this IEndpointRouteBuilder app)
    {
        var callbacks = app.MapGroup("/v1/callbacks").WithTags("Callbacks");
        callbacks.MapPost("", RequestCallback).Operation<CallbackDetails>(
            Permission.CallbacksWrite, 201, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, CallbackErrors.NumberNeeded, CallbackErrors.OwnerUnknown,
            CommitmentErrors.InteractionUnknown);
        callbacks.MapGet("", ListCallbacks).Operation<Page<CallbackRow>>(Permission.CallbacksRead, 200, ListErrors.CursorInvalid);
        callbacks.MapGet("statistics", GetCallbackStatistics).Operation<CallbackStatistics>(Permission.CallbacksRead, 200, InteractionErrors.PeriodInvalid);
        callbacks.MapGet("{id}", GetCallback).Operation<CallbackDetails>(Permission.CallbacksRead, 200);
        callbacks.MapGet("{id}/history", GetCallbackHistory).Operation<CallbackHistory>(Permission.CallbacksRead, 200);
        callbacks.MapPost("{id}/attempts", AttemptCallback).Operation<CallbackDetails>(
            Permission.CallbacksWrite, 200, CallbackErrors.AlreadyReached, CallbackErrors.Cancelled, CallbackErrors.AttemptedTooOften, CommitmentErrors.InteractionUnknown,
            CustomerErrors.Erased);
        callbacks.MapPost("{id}/window", RescheduleCallback).Operation<CallbackDetails>(
            Permission.CallbacksWrite, 200, CallbackErrors.AlreadyReached, CallbackErrors.Cancelled, CallbackErrors.RescheduledTooOften, CustomerErrors.Erased);
        callbacks.MapPost("{id}/cancellation", CancelCallback).Operation<CallbackDetails>(
            Permission.CallbacksWrite, 200, CallbackErrors.AlreadyReached, CallbackErrors.Cancelled, CustomerErrors.Erased);
    }

    /// <summary>Asks for a callback</summary>
    /// <remarks>
    /// A customer is to be called within a window (S2-CALLBACK-1). The end of the window is a clock of metric callback, of all time, whose rungs say who is told
    /// on the way. Reaching the customer before the end fulfils it, and so does an attempt inside the window that reaches nobody: we called as promised. Where
    /// nobody called until the end the clock is breached, the callback is missed, once, and callback.missed is told. A dropped call, and a hold beyond the
    /// tenant's limit without consent, ask for one by themselves when the interaction is recorded within 24 hours of its end (S2-HOLD-1).
    /// </remarks>
    private static Task<IResult> RequestCallback(RequestCallback callback, Dispatcher send, CancellationToken ct) => send.Send(callback, ct).Created(c => $"/v1/callbacks/{c.Id}");

    /// <summary>Lists callbacks</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt, windowTo or updatedAt. With updatedSince, the change feed.</remarks>
    private static Task<IResult> ListCallbacks([AsParameters] ListCallbacks query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Tells what became of callbacks</summary>
    /// <remarks>
    /// Of what was asked for in a period of at most 366 days, for the tenant and for each owner: how many were made, reached, reached late, missed, cancelled or
    /// are open, and how many windows passed without an attempt. A window that was missed counts also where another one followed it (S2-CALLBACK-1).
    /// </remarks>
    private static Task<IResult> GetCallbackStatistics([AsParameters] GetCallbackStatistics query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a callback</summary>
    /// <remarks>Where it stands, with its attempts, and its window also as the clock on the customer's wall shows it.</remarks>
    /// <param name="id">The callback.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCallback(CallbackId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCallback(id), ct).Ok();

    /// <summary>Reads the history of a callback</summary>
    /// <remarks>Everything that happened to it, oldest first, with all its windows. Nothing of it is ever changed (S3-ACCT-1).</remarks>
    /// <param name="id">The callback.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCallbackHistory(CallbackId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCallbackHistory(id), ct).Ok();

    /// <summary>Records an attempt to call</summary>
    /// <remarks>
    /// With outcome reached the callback is done: reached, or reachedLate where its window was missed. Any other outcome leaves it open; inside the window it
    /// fulfils the clock, before the window it does not. At most 100 attempts.
    /// </remarks>
    /// <param name="id">The callback.</param>
    private static Task<IResult> AttemptCallback(CallbackId id, AttemptBody attempt, Dispatcher send, CancellationToken ct) => send.Send(new AttemptCallback(id, attempt), ct).Ok();

    /// <summary>Gives a callback another window</summary>
    /// <remarks>
    /// With the customer's consent, while it is open and also after its window was missed; at most 20 windows. Another clock begins. Every window that was agreed
    /// stays in the history, and a window that was missed stays missed.
    /// </remarks>
    /// <param name="id">The callback.</param>
    private static Task<IResult> RescheduleCallback(CallbackId id, CallbackWindowBody window, Dispatcher send, CancellationToken ct) =>
        send.Send(new RescheduleCallback(id, window), ct).Ok();

    /// <summary>Cancels a callback</summary>
    /// <remarks>It is not made any more. A window that was missed before stays missed.</remarks>
    /// <param name="id">The callback.</param>
    private static Task<IResult> CancelCallback(CallbackId id, CallbackCancellationBody cancellation, Dispatcher send, CancellationToken ct) =>
        send.Send(new CancelCallback(id, cancellation.Reason), ct).Ok();
}
