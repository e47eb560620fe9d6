using Crm.Application;
using Crm.Application.Staff;
using Crm.Domain;
using Crm.Domain.Staff;
using Crm.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Staff;

/// <summary>The people who work for the tenant: whom customers, interactions and keys name.</summary>
internal static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/v1/staff").WithTags("Staff");
        staff.MapPost("", EmployStaffMember).Operation<StaffDetails>(Permission.StaffWrite, 201, StaffErrors.UnknownManager, StoreErrors.ExternalIdTaken);
        staff.MapGet("", ListStaff).Operation<Page<StaffRow>>(Permission.StaffRead, 200, ListErrors.CursorInvalid);
        staff.MapGet("{id}", GetStaffMember).Operation<StaffDetails>(Permission.StaffRead, 200, Error.NotFound<StaffMember>());
        staff.MapPatch("{id}", ReviseStaffMember).Operation<StaffDetails>(
            Permission.StaffWrite, 200, Error.NotFound<StaffMember>(), StaffErrors.UnknownManager, StaffErrors.CircularReporting, StaffErrors.TooManyForLines,
            StoreErrors.ExternalIdTaken, Error.Stale, Error.PreconditionRequired);
        staff.MapPut("by-external-id/{externalId}", PutStaffMember).Operation<StaffDetails>(
            Permission.StaffWrite, 201, StaffErrors.UnknownManager, StaffErrors.CircularReporting, StaffErrors.TooManyForLines,
            UpsertErrors.ExternalIdMismatch, StoreErrors.ExternalIdTaken, Error.Stale, Error.PreconditionRequired);
    }

    /// <summary>Employs a member of staff</summary>
    /// <remarks>Records a person who works for the tenant, so that customers, interactions and API keys can name them. Their manager, if given, must be known.</remarks>
    private static Task<IResult> EmployStaffMember(EmployStaffMember command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(s => $"/v1/staff/{s.Id}");

    /// <summary>Lists staff</summary>
    /// <remarks>
    /// Newest first unless sort says otherwise: createdAt, updatedAt or name. Who no longer works here is in the list, with active false. With updatedSince, the
    /// change feed: in the order of change; nobody is ever deleted, so it has no tombstones. The language and skill filters look at every member of the tenant's staff.
    /// </remarks>
    private static Task<IResult> ListStaff([AsParameters] ListStaff query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a member of staff</summary>
    /// <remarks>Also one who no longer works here.</remarks>
    /// <param name="id">The member of staff.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetStaffMember(StaffId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetStaffMember(id), ct).Ok();

    /// <summary>Revises a member of staff</summary>
    /// <remarks>
    /// Changes the given members and leaves the others; null removes. Nobody is deleted: who leaves becomes inactive. A manager who reports to this member of staff,
    /// directly or round a corner, is refused. Managers can be changed in tenants of at most 20,000 staff.
    /// </remarks>
    /// <param name="id">The member of staff.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseStaffMember(
        StaffId id, Patch<StaffProfile> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseStaffMember(id, changes, ifMatch), ct).Ok();

    /// <summary>Makes or replaces a member of staff by your own key</summary>
    /// <remarks>
    /// Without If-Match: makes the member of staff, 201, or refuses with 428 and the current ETag where the key is known. With If-Match: replaces the known
    /// one whole, 200, or refuses with 412 where it is another version or there is none.
    /// </remarks>
    /// <param name="externalId">Your own key; at most 100 characters, percent-encoded.</param>
    /// <param name="ifMatch">The ETag of the version to replace, or *; absent where there is none yet.</param>
    private static Task<IResult> PutStaffMember(
        string externalId, StaffProfile profile, [FromHeader(Name = "If-Match")] IfMatch? ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new PutStaffMember(Http.ExternalIdOf(externalId), profile, ifMatch), ct).Upserted(s => $"/v1/staff/{s.Id}");
}
