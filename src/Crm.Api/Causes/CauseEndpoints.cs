using Crm.Application;
using Crm.Application.Causes;
using Crm.Domain;
using Crm.Domain.Causes;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Causes;

/// <summary>Why customers complain: the tenant's own taxonomy.</summary>
internal static class CauseEndpoints
{
    public static void MapCauses(this IEndpointRouteBuilder app)
    {
        var causes = app.MapGroup("/v1/causes").WithTags("Causes");
        causes.MapPost("", AddCause).Operation<CauseDetails>(
            Permission.CausesWrite, 201, CauseErrors.CodeTaken, CauseErrors.ParentUnknown, CauseErrors.TooDeep, CauseErrors.TooMany);
        causes.MapGet("", ListCauses).Operation<Page<CauseDetails>>(Permission.CausesRead, 200, ListErrors.CursorInvalid);
        causes.MapGet("{id}", GetCause).Operation<CauseDetails>(Permission.CausesRead, 200);
        causes.MapPatch("{id}", ReviseCause).Operation<CauseDetails>(
            Permission.CausesWrite, 200, CauseErrors.Retired, CauseErrors.CodeIsFixed, CauseErrors.ParentUnknown, CauseErrors.Circular, CauseErrors.TooDeep);
        causes.MapDelete("{id}", RetireCause).Operation(Permission.CausesWrite, CauseErrors.HasActiveBelow);
        app.MapGroup("/v1").WithTags("Causes").MapPost("causes:adopt", AdoptCauses).Operation<AdoptedCauses>(
            Permission.CausesWrite, 200, CauseErrors.CodeTaken, CauseErrors.TooMany);
    }

    /// <summary>Adds a cause</summary>
    /// <remarks>
    /// One entry of the taxonomy by which the tenant learns from complaints (S1-LEARN-1), at the top or below another cause in use, in up to 3 levels. Its code is unique
    /// in the tenant, retired causes included, and never changes.
    /// </remarks>
    private static Task<IResult> AddCause(CauseContent cause, Dispatcher send, CancellationToken ct) =>
        send.Send(new AddCause(cause), ct).Created(c => $"/v1/causes/{c.Id}");

    /// <summary>Lists the causes</summary>
    /// <remarks>In the order of the tree unless sort says otherwise: each cause is followed by those below it, in the order of their codes. Orders: tree, createdAt.</remarks>
    private static Task<IResult> ListCauses([AsParameters] ListCauses query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a cause</summary>
    /// <remarks>Also one that is out of use.</remarks>
    /// <param name="id">The cause.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCause(CauseId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCause(id), ct).Ok();

    /// <summary>Revises a cause</summary>
    /// <remarks>
    /// Changes the given members and leaves the others; null removes. With another parent everything below it goes with it, and those causes have a new version, too. A parent
    /// that lies below the cause is refused, and so is a place where a cause would be on a fourth level.
    /// </remarks>
    /// <param name="id">The cause.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseCause(
        CauseId id, Patch<CauseContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseCause(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a cause</summary>
    /// <remarks>It stays on what it was given to and is given to nothing new. Refused while causes below it are in use.</remarks>
    /// <param name="id">The cause.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireCause(CauseId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireCause(id, ifMatch), ct).NoContent();

    /// <summary>Adopts a taxonomy</summary>
    /// <remarks>
    /// Adds every cause of a preset whose code the tenant does not have yet, with Persian and English names: standard has 17 on two levels, such as product-defect,
    /// late-delivery, wrong-item, staff-conduct, billing-error, unclear-terms and no-answer. Repeating it adds nothing. They are the tenant's own from then on.
    /// </remarks>
    private static Task<IResult> AdoptCauses(AdoptCauses adoption, Dispatcher send, CancellationToken ct) => send.Send(adoption, ct).Ok();
}
