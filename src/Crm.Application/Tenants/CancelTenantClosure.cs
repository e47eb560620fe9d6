using Crm.Domain;

namespace Crm.Application.Tenants;

public sealed record CancelTenantClosure(TenantId Id) : ICatalogCommand<TenantDetails>;

internal sealed class CancelTenantClosureHandler(ICatalogDb catalog, TimeProvider clock) : ICatalogCommandHandler<CancelTenantClosure, TenantDetails>
{
    public async Task<Result<TenantDetails>> Handle(CancelTenantClosure command, CancellationToken ct)
    {
        if ((await catalog.Tenants.Load(command.Id, default, ct)).Failed(out var error, out var tenant)
            || tenant.CancelClosure(clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        return TenantDetails.Of(tenant);
    }
}
