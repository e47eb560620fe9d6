using Crm.Application;
using Crm.Application.Gestures;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Gestures;
using Crm.Domain.Interactions;
using Crm.Domain.Members;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Gestures;

/// <summary>Small thanks to customers, within budgets.</summary>
internal static class GestureEndpoints
{
    public static void MapGestures(this IEndpointRouteBuilder app)
    {
        var gestures = app.MapGroup("/v1/gestures").WithTags("Gestures");
        gestures.MapPost("", GiveGesture).Operation<GestureDetails>(
            Permission.GesturesWrite, 201, GestureErrors.NoBudget, InteractionErrors.CustomerUnknown, CustomerErrors.Merged, CustomerErrors.Erased, ComplaintErrors.ComplaintUnknown,
            MemberErrors.Unknown, MemberErrors.Left, MemberErrors.PointsOverflow);
        gestures.MapGet("", ListGestures).Operation<Page<GestureDetails>>(Permission.GesturesRead, 200, ListErrors.CursorInvalid);
        gestures.MapGet("{id}", GetGesture).Operation<GestureDetails>(Permission.GesturesRead, 200);
        gestures.MapPost("{id}/decision", DecideGesture).Operation<GestureDetails>(
            Permission.GesturesApprove, 200, GestureErrors.Decided, GestureErrors.OwnGesture, MemberErrors.Left, MemberErrors.PointsOverflow);
        app.MapGet("/v1/gesture-rules", GetGestureRules).WithTags("Gestures").Operation<GestureRulesDetails>(Permission.GesturesRead, 200);
        app.MapPut("/v1/gesture-rules", SetGestureRules).WithTags("Gestures").Operation<GestureRulesDetails>(Permission.GesturesApprove, 200);
    }

    /// <summary>Gives a small thanks</summary>
    /// <remarks>
    /// Points, a gift, a note or a call (S5-APPREC-1). Within the budgets and not too soon after another one it is given at once; beyond them it waits for a second person, and a
    /// budget of 0 refuses it. Points are an entry of the member's ledger about the complaint that they are for, or the gesture.
    /// </remarks>
    private static Task<IResult> GiveGesture(GiveGesture command, Dispatcher send, CancellationToken ct) => send.Send(command, ct).Created(g => $"/v1/gestures/{g.Id}");

    /// <summary>Lists gestures</summary>
    /// <remarks>Newest first.</remarks>
    private static Task<IResult> ListGestures([AsParameters] ListGestures query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a gesture</summary>
    /// <remarks>With the entry that gave its points, and why it needed approval.</remarks>
    /// <param name="id">The gesture.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetGesture(GestureId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetGesture(id), ct).Ok();

    /// <summary>Decides on a gesture</summary>
    /// <remarks>By a second person: never by the one who gives it. Approved points are given now.</remarks>
    /// <param name="id">The gesture.</param>
    private static Task<IResult> DecideGesture(GestureId id, GestureDecisionBody body, Dispatcher send, CancellationToken ct) => send.Send(new DecideGesture(id, body), ct).Ok();

    /// <summary>Reads how freely thanks are given</summary>
    /// <remarks>Version 0 where nothing was set: then every gesture needs approval.</remarks>
    private static Task<IResult> GetGestureRules(Dispatcher send, CancellationToken ct) => send.Send(new GetGestureRules(), ct).Ok();

    /// <summary>Sets how freely thanks are given</summary>
    /// <remarks>Replaces the budgets and the time between two gestures for one customer. With If-Match "0" where nothing was set.</remarks>
    /// <param name="ifMatch">The ETag of the version that is replaced.</param>
    private static Task<IResult> SetGestureRules(GestureRulesBody rules, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new SetGestureRules(rules, ifMatch), ct).Ok();
}
