using Crm.Application;
using Crm.Application.Audit;
using Crm.Domain;

namespace Crm.Api.Audit;

/// <summary>Who did what, to which record, when and in which request. Entries are never changed.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/v1/audit").WithTags("Audit").MapGet("", ListAudit).Operation<Page<AuditRow>>(Permission.AuditRead, 200, ListErrors.CursorInvalid);
        app.MapGroup("/v1/platform/audit").WithTags("Audit").MapGet("", ListPlatformAudit)
            .Operation<Page<AuditRow>>(Permission.TenantsRead, 200, ListErrors.CursorInvalid);
    }

    /// <summary>Lists what was done</summary>
    /// <remarks>
    /// Every write leaves an entry that nobody can change: who, what, when, in which request, before and after. Newest first, and no other order. What was done to the
    /// tenant's data, and what was done to its keys and settings, by itself or by the platform, stand in one list. Secrets and their hashes are masked.
    /// </remarks>
    private static Task<IResult> ListAudit([AsParameters] ListAudit query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Lists what was done to the platform</summary>
    /// <remarks>Tenants and credentials of the whole installation; no tenant's data is in it. Newest first.</remarks>
    private static Task<IResult> ListPlatformAudit([AsParameters] ListPlatformAudit query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();
}
