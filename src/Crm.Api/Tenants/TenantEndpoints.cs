using Crm.Application;
using Crm.Application.Tenants;
using Crm.Domain;
using Crm.Domain.Tenants;

namespace Crm.Api.Tenants;

/// <summary>The organisations that work with this installation, for who runs it. Needs a platform credential.</summary>
internal static class TenantEndpoints
{
    public static void MapTenants(this IEndpointRouteBuilder app)
    {
        var tenants = app.MapGroup("/v1/platform/tenants").WithTags("Tenants");
        tenants.MapPost("", ProvisionTenant).Operation<TenantDetails>(Permission.TenantsProvision, 201, TenantErrors.SlugTaken, TenantErrors.UnknownPlacement);
    }

    /// <summary>Provisions a tenant</summary>
    /// <remarks>Makes the tenant and its first administrator key, which is shown in this answer and never again.</remarks>
    private static Task<IResult> ProvisionTenant(ProvisionTenant command, Dispatcher send, CancellationToken ct) =>
        send.Send(command, ct).Created(t => $"/v1/platform/tenants/{t.Id}");
}
