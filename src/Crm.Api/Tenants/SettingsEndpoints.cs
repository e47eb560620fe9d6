using Crm.Application;
using Crm.Application.Tenants;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Tenants;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Tenants;

/// <summary>The tenant's own customs: language, week, time zone, currency, country and forms of address.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        var settings = app.MapGroup("/v1/settings").WithTags("Settings");
        settings.MapGet("", GetSettings).Operation<SettingsDetails>(Permission.SettingsRead, 200);
        settings.MapPatch("", ReviseSettings).Operation<SettingsDetails>(Permission.SettingsWrite, 200, TenantErrors.Closed, CalendarErrors.Unknown);
    }

    /// <summary>Reads the tenant's settings</summary>
    /// <remarks>The customs that everything else follows: language, week, time zone, currency, country and forms of address (S4-CULT-1).</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetSettings(string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetSettings(), ct).Ok();

    /// <summary>Revises the tenant's settings</summary>
    /// <remarks>
    /// Changes the given members and leaves the others; lists are replaced whole (S4-CULT-1). The name is the platform's to change. What was
    /// recorded under the old settings stays as it is.
    /// </remarks>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseSettings(
        Patch<TenantSettings> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseSettings(changes, ifMatch), ct).Ok();
}
