using Crm.Application;
using Crm.Application.Gestures;
using Crm.Domain;
using Crm.Domain.Gestures;
using Crm.Domain.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Gestures;

/// <summary>Small thanks that are given by rule.</summary>
internal static class StandingGestureEndpoints
{
    public static void MapStandingGestures(this IEndpointRouteBuilder app)
    {
        var standing = app.MapGroup("/v1/standing-gestures").WithTags("Gestures");
        standing.MapPost("", EstablishStandingGesture).Operation<StandingGestureDetails>(Permission.GesturesApprove, 201, StandingGestureErrors.TooMany, ProgrammeErrors.Unknown);
        standing.MapGet("", ListStandingGestures).Operation<Page<StandingGestureDetails>>(Permission.GesturesRead, 200, ListErrors.CursorInvalid);
        standing.MapGet("{id}", GetStandingGesture).Operation<StandingGestureDetails>(Permission.GesturesRead, 200);
        standing.MapPatch("{id}", ReviseStandingGesture).Operation<StandingGestureDetails>(
            Permission.GesturesApprove, 200, StandingGestureErrors.Retired, StandingGestureErrors.TriggerIsFixed, ProgrammeErrors.Unknown);
        standing.MapDelete("{id}", RetireStandingGesture).Operation(Permission.GesturesApprove);
        standing.MapGet("{id}/preview", PreviewStandingGesture).Operation<StandingGesturePreview>(Permission.GesturesRead, 200);
        standing.MapGet("{id}/occasions", ListStandingOccasions).Operation<Page<StandingOccasionRow>>(Permission.GesturesRead, 200, ListErrors.CursorInvalid);
    }

    /// <summary>Establishes a gesture that is given by rule</summary>
    /// <remarks>
    /// On a birthday, on an anniversary, or some days after a bad experience (S5-APPREC-1), shortly after midnight where the tenant is, once for each customer and occasion. It stays within a
    /// budget of its own and those of the tenant, and keeps the cooldown of the gesture rules: beyond them nothing is given, or a person is asked. Who wishes no contact gets nothing.
    /// A birthday is a fact of the kind birthday that everybody may see. The 29th of February has the 28th in other years. After an outage at most 7 days are made up for.
    /// </remarks>
    private static Task<IResult> EstablishStandingGesture(EstablishStandingGesture command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(g => $"/v1/standing-gestures/{g.Id}");

    /// <summary>Lists gestures that are given by rule</summary>
    /// <remarks>Newest first, those out of use included.</remarks>
    private static Task<IResult> ListStandingGestures([AsParameters] ListStandingGestures query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a gesture that is given by rule</summary>
    /// <remarks>As it is now.</remarks>
    /// <param name="id">The standing gesture.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetStandingGesture(StandingGestureId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetStandingGesture(id), ct).Ok();

    /// <summary>Revises a gesture that is given by rule</summary>
    /// <remarks>Changes the given members and leaves the others. It counts for every occasion that is not settled yet. What it is given for does not change.</remarks>
    /// <param name="id">The standing gesture.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseStandingGesture(
        StandingGestureId id, Patch<StandingGestureContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseStandingGesture(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a gesture that is given by rule</summary>
    /// <remarks>Nothing is given by it any more; occasions that wait are left out.</remarks>
    /// <param name="id">The standing gesture.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireStandingGesture(StandingGestureId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireStandingGesture(id, ifMatch), ct).NoContent();

    /// <summary>Previews a day of a gesture that is given by rule</summary>
    /// <remarks>For whom it would be given, asked or left out on a day, with reasons, as budgets and cooldown stand now: the first 50. Nothing is given and nothing written.</remarks>
    /// <param name="id">The standing gesture.</param>
    /// <param name="on">The day; tomorrow where the tenant is, where absent.</param>
    private static Task<IResult> PreviewStandingGesture(StandingGestureId id, DateOnly? on, Dispatcher send, CancellationToken ct) => send.Send(new PreviewStandingGesture(id, on), ct).Ok();

    /// <summary>Lists the occasions of a gesture that is given by rule</summary>
    /// <remarks>What came of each: given, asked, or left out and why; and those whose day is to come. Newest first.</remarks>
    private static Task<IResult> ListStandingOccasions([AsParameters] ListStandingOccasions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();
}
