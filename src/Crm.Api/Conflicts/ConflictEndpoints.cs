using Crm.Application;
using Crm.Application.Conflicts;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.Conflicts;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;

namespace Crm.Api.Conflicts;

/// <summary>Who is not impartial, by their own word.</summary>
internal static class ConflictEndpoints
{
    public static void MapConflicts(this IEndpointRouteBuilder app)
    {
        var conflicts = app.MapGroup("/v1/conflicts").WithTags("Conflicts");
        conflicts.MapPost("", DeclareConflict).Operation<ConflictDetails>(
            Permission.ConflictsDeclare, 201, ConflictErrors.NotYours, ConflictErrors.StaffNeeded, CommitmentErrors.ResponsibleUnknown, InteractionErrors.CustomerUnknown,
            CustomerErrors.Merged, CustomerErrors.Erased);
        conflicts.MapGet("", ListConflicts).Operation<Page<ConflictDetails>>(Permission.ConflictsRead, 200, ListErrors.CursorInvalid);
        conflicts.MapGet("{id}", GetConflict).Operation<ConflictDetails>(Permission.ConflictsRead, 200);
        conflicts.MapPost("{id}/end", EndConflict).Operation<ConflictDetails>(Permission.ConflictsDeclare, 200, ConflictErrors.Ended);
    }

    /// <summary>Declares a conflict of interest</summary>
    /// <remarks>
    /// That a member of staff is close to a customer, a person or an organisation, or to a colleague, so that they neither handle nor approve what concerns that party
    /// (S3-FAIR-1). Staff declare their own; those of others take the permission conflicts:write.
    /// </remarks>
    private static Task<IResult> DeclareConflict(ConflictContent conflict, Dispatcher send, CancellationToken ct) =>
        send.Send(new DeclareConflict(conflict), ct).Created(c => $"/v1/conflicts/{c.Id}");

    /// <summary>Lists conflicts of interest</summary>
    /// <remarks>Newest first, those that have ended included. One's own only; with the permission conflicts:write those of everybody.</remarks>
    private static Task<IResult> ListConflicts([AsParameters] ListConflicts query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a conflict of interest</summary>
    /// <remarks>One's own; with the permission conflicts:write that of anybody. Any other is not found.</remarks>
    /// <param name="id">The conflict.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetConflict(ConflictId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetConflict(id), ct).Ok();

    /// <summary>Ends a conflict of interest</summary>
    /// <remarks>With the last day on which it counts, once. It stays, so that it can be told who was impartial when. One's own; with conflicts:write that of anybody.</remarks>
    /// <param name="id">The conflict.</param>
    private static Task<IResult> EndConflict(ConflictId id, ConflictEndBody end, Dispatcher send, CancellationToken ct) => send.Send(new EndConflict(id, end), ct).Ok();
}
