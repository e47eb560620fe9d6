using Crm.Application;
using Crm.Application.Tenants;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Tenants;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Tenants;

/// <summary>The organisations that work with this installation, for who runs it. Needs a platform credential.</summary>
internal static class TenantEndpoints
{
    public static void MapTenants(this IEndpointRouteBuilder app)
    {
        var tenants = app.MapGroup("/v1/platform/tenants").WithTags("Tenants");
        tenants.MapPost("", ProvisionTenant).Operation<TenantDetails>(
            Permission.TenantsProvision, 201, TenantErrors.SlugTaken, TenantErrors.UnknownPlacement, RaceErrors.TurnLost);
        tenants.MapGet("", ListTenants).Operation<Page<TenantRow>>(Permission.TenantsRead, 200, ListErrors.CursorInvalid);
        tenants.MapGet("{id}", GetTenant).Operation<TenantDetails>(Permission.TenantsRead, 200);
        tenants.MapPatch("{id}", ReviseTenant).Operation<TenantDetails>(Permission.TenantsProvision, 200, TenantErrors.Closed, CalendarErrors.Unknown);
        tenants.MapGet("{id}/usage", GetTenantUsage).Operation<TenantUsage>(Permission.TenantsRead, 200);
        tenants.MapPost("{id}/suspension", SuspendTenant).Operation<TenantDetails>(Permission.TenantsProvision, 200, TenantErrors.Closing, TenantErrors.Closed);
        tenants.MapDelete("{id}/suspension", ResumeTenant).Operation(Permission.TenantsProvision, TenantErrors.Closing, TenantErrors.Closed);
        tenants.MapPost("{id}/closure", CloseTenant).Operation<TenantDetails>(Permission.TenantsProvision, 200, TenantErrors.Closed);
        tenants.MapDelete("{id}/closure", CancelTenantClosure).Operation(Permission.TenantsProvision, TenantErrors.Erasing, TenantErrors.Closed);
        app.MapSettings();
    }

    /// <summary>Provisions a tenant</summary>
    /// <remarks>
    /// Makes the tenant and its first administrator key, which is shown in this answer and never again. The slug is taken for ever, even
    /// after the tenant is closed. What is absent follows the custom of the locale or country.
    /// </remarks>
    private static Task<IResult> ProvisionTenant(ProvisionTenant command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(t => $"/v1/platform/tenants/{t.Id}");

    /// <summary>Lists tenants</summary>
    /// <remarks>Newest first unless sort says otherwise: createdAt. Closed tenants stay in the list.</remarks>
    private static Task<IResult> ListTenants([AsParameters] ListTenants query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a tenant</summary>
    /// <remarks>A closed tenant answers with what its erasure removed.</remarks>
    /// <param name="id">The tenant.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetTenant(TenantId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetTenant(id), ct).Ok();

    /// <summary>Revises a tenant</summary>
    /// <remarks>
    /// Changes the given members of name, settings and limits and leaves the others; lists are replaced whole, and null for limits or one of
    /// them brings the default back. This process obeys at once, others within 5 seconds.
    /// </remarks>
    /// <param name="id">The tenant.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseTenant(
        TenantId id, Patch<TenantBody> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseTenant(id, changes, ifMatch), ct).Ok();

    /// <summary>Reads what a tenant uses</summary>
    /// <remarks>Rows by table and an estimate of their bytes, counted now, and the requests of the last 30 days.</remarks>
    /// <param name="id">The tenant.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetTenantUsage(TenantId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetTenantUsage(id), ct).Ok();

    /// <summary>Suspends a tenant</summary>
    /// <remarks>
    /// Every credential of the tenant is refused with tenant_suspended: at once by this process, within 5 seconds by every other. Nothing is
    /// lost. Repeating it changes nothing, the reason included.
    /// </remarks>
    /// <param name="id">The tenant.</param>
    private static Task<IResult> SuspendTenant(TenantId id, SuspensionBody body, Dispatcher send, CancellationToken ct) =>
        send.Send(new SuspendTenant(id, body.Reason), ct).Ok();

    /// <summary>Resumes a suspended tenant</summary>
    /// <remarks>The suspension has no version of its own, so no If-Match is asked for. Repeating it changes nothing.</remarks>
    /// <param name="id">The tenant.</param>
    private static Task<IResult> ResumeTenant(TenantId id, Dispatcher send, CancellationToken ct) => send.Send(new ResumeTenant(id), ct).NoContent();

    /// <summary>Closes a tenant</summary>
    /// <remarks>
    /// From now on its credentials read and export only, those of a suspended tenant included. When the grace period is over, within a
    /// minute, everything of the tenant is erased: its data, its keys, the words of its audit trail. Then it is closed, and erased tells how
    /// many rows of what went. Repeating it changes nothing: call the closure off first to set another grace period.
    /// </remarks>
    /// <param name="id">The tenant.</param>
    private static Task<IResult> CloseTenant(TenantId id, ClosureBody body, Dispatcher send, CancellationToken ct) =>
        send.Send(new CloseTenant(id, body.Reason, body.GracePeriod), ct).Ok();

    /// <summary>Calls the closure of a tenant off</summary>
    /// <remarks>Possible until the grace period is over. A tenant that was suspended before is suspended again. Repeating it changes nothing.</remarks>
    /// <param name="id">The tenant.</param>
    private static Task<IResult> CancelTenantClosure(TenantId id, Dispatcher send, CancellationToken ct) =>
        send.Send(new CancelTenantClosure(id), ct).NoContent();
}
