using Crm.Domain;

namespace Crm.Application.Tenants;

public sealed record ResumeTenant(TenantId Id) : ICatalogCommand<TenantDetails>;

internal sealed class ResumeTenantHandler(ICatalogDb catalog, TimeProvider clock) : ICatalogCommandHandler<ResumeTenant, TenantDetails>
{
    public async Task<Result<TenantDetails>> Handle(ResumeTenant command, CancellationToken ct)
    {
        if ((await catalog.Tenants.Load(command.Id, default, ct)).Failed(out var error, out var tenant)
            || tenant.Resume(clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        return TenantDetails.Of(tenant);
    }
}
