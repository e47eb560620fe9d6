using Crm.Application;
using Crm.Application.Staff;
using Crm.Domain;
using Crm.Domain.Staff;

namespace Crm.Api.Staff;

/// <summary>When members of staff are away, and who stands in for them.</summary>
internal static class AbsenceEndpoints
{
    public static void MapAbsences(this IEndpointRouteBuilder app)
    {
        var absences = app.MapGroup("/v1/staff/{id}/absences").WithTags("Absences");
        absences.MapPost("", PlanAbsence).Operation<AbsenceDetails>(
            Permission.StaffWrite, 201, Error.NotFound<StaffMember>(), AbsenceErrors.Overlaps, AbsenceErrors.DelegateUnknown, AbsenceErrors.DelegateAbsent);
        absences.MapGet("", ListAbsences).Operation<Page<AbsenceDetails>>(Permission.StaffRead, 200, ListErrors.CursorInvalid, Error.NotFound<StaffMember>());
        absences.MapGet("{absenceId}", GetAbsence).Operation<AbsenceDetails>(Permission.StaffRead, 200);
        absences.MapPost("{absenceId}/end", EndAbsence).Operation<AbsenceDetails>(Permission.StaffWrite, 200, AbsenceErrors.Over);
    }

    /// <summary>Plans an absence</summary>
    /// <remarks>
    /// While somebody is away, automatic assignment passes them by and nothing can be handed over to them; their delegate sees their work and acts on it on their behalf, but the owner
    /// stays the accountable one (S3-OWNER-1). It may have begun already. Absences of one person do not overlap, and a delegate is there all the time.
    /// </remarks>
    /// <param name="id">The member of staff.</param>
    private static Task<IResult> PlanAbsence(StaffId id, AbsenceContent absence, Dispatcher send, CancellationToken ct) =>
        send.Send(new PlanAbsence(id, absence), ct).Created(a => $"/v1/staff/{id}/absences/{a.Id}");

    /// <summary>Lists absences</summary>
    /// <remarks>Of a member of staff, the last to begin first unless sort says otherwise: from or createdAt. Those that were called off are in the list.</remarks>
    private static Task<IResult> ListAbsences([AsParameters] ListAbsences query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads an absence</summary>
    /// <remarks>Also one that is over or was called off.</remarks>
    /// <param name="id">The member of staff.</param>
    /// <param name="absenceId">The absence.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetAbsence(StaffId id, AbsenceId absenceId, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetAbsence(id, absenceId), ct).Ok();

    /// <summary>Ends an absence</summary>
    /// <remarks>Now, where it is under way; where it has not begun it is called off.</remarks>
    /// <param name="id">The member of staff.</param>
    /// <param name="absenceId">The absence.</param>
    private static Task<IResult> EndAbsence(StaffId id, AbsenceId absenceId, Dispatcher send, CancellationToken ct) =>
        send.Send(new EndAbsence(id, absenceId), ct).Ok();
}
