using Crm.Application;
using Crm.Application.Customers;
using Crm.Application.Tenants;
using Crm.Infrastructure.Customers;
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
        services.AddScoped<ICrmDb>(provider => provider.GetRequiredService<Stores>().TenantStore(provider.GetRequiredService<Caller>()));
        services.AddScoped<ICustomerRows, CustomerRows>();
        services.AddScoped<ICatalogDb>(provider => provider.GetRequiredService<Stores>().Catalog(provider.GetRequiredService<Caller>()));
    }
}
