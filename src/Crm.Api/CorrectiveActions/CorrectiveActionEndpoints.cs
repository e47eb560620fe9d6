using Crm.Application;
using Crm.Application.CorrectiveActions;
using Crm.Domain;
using Crm.Domain.Causes;
using Crm.Domain.Commitments;
using Crm.Domain.CorrectiveActions;
using Crm.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.CorrectiveActions;

/// <summary>What is done so that a cause does not come back, and whether it helped.</summary>
internal static class CorrectiveActionEndpoints
{
    public static void MapCorrectiveActions(this IEndpointRouteBuilder app)
    {
        var actions = app.MapGroup("/v1/corrective-actions").WithTags("CorrectiveActions");
        actions.MapPost("", PlanCorrectiveAction).Operation<CorrectiveActionDetails>(
            Permission.CorrectiveActionsWrite, 201, CauseErrors.Unknown, CommitmentErrors.ResponsibleUnknown, StoreErrors.ExternalIdTaken);
        actions.MapGet("", ListCorrectiveActions).Operation<Page<CorrectiveActionRow>>(Permission.CorrectiveActionsRead, 200, ListErrors.CursorInvalid);
        actions.MapGet("{id}", GetCorrectiveAction).Operation<CorrectiveActionDetails>(Permission.CorrectiveActionsRead, 200);
        actions.MapPatch("{id}", ReviseCorrectiveAction).Operation<CorrectiveActionDetails>(
            Permission.CorrectiveActionsWrite, 200, CauseErrors.Unknown, CommitmentErrors.ResponsibleUnknown, CorrectiveActionErrors.AlreadyDone,
            CorrectiveActionErrors.Cancelled, StoreErrors.ExternalIdTaken);
        actions.MapPost("{id}/start", StartCorrectiveAction).Operation<CorrectiveActionDetails>(
            Permission.CorrectiveActionsWrite, 200, CorrectiveActionErrors.AlreadyStarted, CorrectiveActionErrors.AlreadyDone, CorrectiveActionErrors.Cancelled);
        actions.MapPost("{id}/completion", CompleteCorrectiveAction).Operation<CorrectiveActionDetails>(
            Permission.CorrectiveActionsWrite, 200, CorrectiveActionErrors.AlreadyDone, CorrectiveActionErrors.Cancelled);
        actions.MapPost("{id}/effectiveness", CheckEffectiveness).Operation<CorrectiveActionDetails>(
            Permission.CorrectiveActionsWrite, 200, CorrectiveActionErrors.NotDone, CorrectiveActionErrors.AlreadyChecked, CorrectiveActionErrors.CheckTooEarly,
            CorrectiveActionErrors.Cancelled);
        actions.MapPost("{id}/cancellation", CancelCorrectiveAction).Operation<CorrectiveActionDetails>(
            Permission.CorrectiveActionsWrite, 200, CorrectiveActionErrors.AlreadyDone, CorrectiveActionErrors.Cancelled);
    }

    /// <summary>Plans a corrective action</summary>
    /// <remarks>
    /// What is to be done about a cause, until when, and the one member of staff who answers for it (S1-LEARN-1). The due day may lie in the past, for actions that are taken
    /// over from elsewhere.
    /// </remarks>
    private static Task<IResult> PlanCorrectiveAction(PlanCorrectiveAction action, Dispatcher send, CancellationToken ct) =>
        send.Send(action, ct).Created(a => $"/v1/corrective-actions/{a.Id}");

    /// <summary>Lists corrective actions</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt, dueOn or updatedAt. With updatedSince, the change feed.</remarks>
    private static Task<IResult> ListCorrectiveActions([AsParameters] ListCorrectiveActions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a corrective action</summary>
    /// <remarks>With what shows that it was done, and the last check of its effect.</remarks>
    /// <param name="id">The action.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCorrectiveAction(CorrectiveActionId id, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetCorrectiveAction(id), ct).Ok();

    /// <summary>Revises a corrective action</summary>
    /// <remarks>Changes the given members and leaves the others, while it is planned or in progress. A new cause is one in use, a new owner somebody who works here.</remarks>
    /// <param name="id">The action.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseCorrectiveAction(
        CorrectiveActionId id, Patch<CorrectiveActionContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseCorrectiveAction(id, changes, ifMatch), ct).Ok();

    /// <summary>Starts a corrective action</summary>
    /// <remarks>A planned one; or again one that turned out ineffective, which is then done and checked anew.</remarks>
    /// <param name="id">The action.</param>
    private static Task<IResult> StartCorrectiveAction(CorrectiveActionId id, Dispatcher send, CancellationToken ct) => send.Send(new StartCorrectiveAction(id), ct).Ok();

    /// <summary>Completes a corrective action</summary>
    /// <remarks>Records that it was done, when, and what shows it, from planned or in progress. Whether it helped is checked later.</remarks>
    /// <param name="id">The action.</param>
    private static Task<IResult> CompleteCorrectiveAction(CorrectiveActionId id, CompletionBody completion, Dispatcher send, CancellationToken ct) =>
        send.Send(new CompleteCorrectiveAction(id, completion), ct).Ok();

    /// <summary>Checks whether a corrective action helped</summary>
    /// <remarks>
    /// Compares how many complaints of the cause were received in equally long windows before and from the day on which the action was done. They are counted here, of all that were
    /// resolved with that cause; the window after must be over.
    /// The action is effective where the cause did not come back or came back less often, and else ineffective (S1-LEARN-1).
    /// </remarks>
    /// <param name="id">The action.</param>
    private static Task<IResult> CheckEffectiveness(CorrectiveActionId id, EffectivenessBody counts, Dispatcher send, CancellationToken ct) =>
        send.Send(new CheckEffectiveness(id, counts), ct).Ok();

    /// <summary>Cancels a corrective action</summary>
    /// <remarks>While it is planned or in progress, with the reason. It stays in the list.</remarks>
    /// <param name="id">The action.</param>
    private static Task<IResult> CancelCorrectiveAction(CorrectiveActionId id, ActionCancellationBody cancellation, Dispatcher send, CancellationToken ct) =>
        send.Send(new CancelCorrectiveAction(id, cancellation), ct).Ok();
}
