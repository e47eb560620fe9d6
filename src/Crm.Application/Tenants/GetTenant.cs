using Crm.Domain;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Tenants;

public sealed record GetTenant(TenantId Id) : IQuery<TenantDetails>;

internal sealed class GetTenantHandler(ICatalogDb catalog) : IQueryHandler<GetTenant, TenantDetails>
{
    public async Task<Result<TenantDetails>> Handle(GetTenant query, CancellationToken ct) =>
        await catalog.Tenants.Where(t => t.Id == query.Id).Select(TenantDetails.Projection).FirstOrDefaultAsync(ct) is { } tenant
            ? tenant
            : Error.NotFound<Tenant>();
}
