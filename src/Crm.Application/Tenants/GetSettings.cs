using Crm.Domain;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Tenants;

public sealed record GetSettings : IQuery<SettingsDetails>;

internal sealed class GetSettingsHandler(ICatalogDb catalog, Caller caller) : IQueryHandler<GetSettings, SettingsDetails>
{
    public async Task<Result<SettingsDetails>> Handle(GetSettings query, CancellationToken ct)
    {
        var number = caller.Tenant.Number;
        return await catalog.Tenants.Where(t => t.Number == number).Select(SettingsDetails.Projection).FirstOrDefaultAsync(ct) is { } settings
            ? settings
            : Error.NotFound<Tenant>();
    }
}
