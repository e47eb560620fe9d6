using Crm.Application;
using Crm.Application.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Infrastructure;

public static class CrmInfrastructure
{
    public static void AddCrmInfrastructure(this IServiceCollection services, CrmStoreSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<Stores>();
        services.AddSingleton<IPlacements>(provider => provider.GetRequiredService<Stores>());
        services.AddSingleton<StoreMigrator>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<StaffOfTokens>();
        services.AddScoped<ICrmDb>(provider => provider.GetRequiredService<Stores>().TenantStore(provider.GetRequiredService<Caller>()));
        // A caller of the platform has no tenant store: who serves both asks for it when it is needed.
        services.AddScoped<Func<ICrmDb>>(provider => provider.GetRequiredService<ICrmDb>);
        services.AddScoped<ICatalogDb>(provider => provider.GetRequiredService<Stores>().Catalog(provider.GetRequiredService<Caller>()));
    }
}
