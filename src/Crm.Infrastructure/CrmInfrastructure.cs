using Crm.Application;
using Crm.Application.Customers;
using Crm.Application.Tenants;
using Crm.Infrastructure.Customers;
using Crm.Infrastructure.Tenants;
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
        services.AddSingleton<PeopleOfTokens>();
        services.AddSingleton<IKnownCredentials>(provider => provider.GetRequiredService<Credentials>());
        services.AddSingleton<RequestCounts>();
        services.AddSingleton<IMeasureTenants, MeasureTenants>();
        services.AddScoped<ICrmDb>(provider => provider.GetRequiredService<Stores>().TenantStore(provider.GetRequiredService<Caller>()));
        // A caller of the platform has no tenant store: who serves both asks for it when it is needed.
        services.AddScoped<Func<ICrmDb>>(provider => provider.GetRequiredService<ICrmDb>);
        services.AddScoped<ICustomerRows, CustomerRows>();
        services.AddScoped<ICatalogDb>(provider => provider.GetRequiredService<Stores>().Catalog(provider.GetRequiredService<Caller>()));
    }

    /// <summary>What goes on in the background. With <paramref name="all"/> off only what belongs to this process runs; the rest is another's, or a test's.</summary>
    public static void AddCrmWorkers(this IServiceCollection services, bool all)
    {
        services.AddSingleton<WorkerHeartbeats>();
        services.AddWorker<RecordUse>(runs: true);
        services.AddWorker<ForgetAnswers>(all);
        services.AddWorker<EraseClosedTenants>(all);
        services.AddWorker<RingAlarms>(all);
    }

    private static void AddWorker<T>(this IServiceCollection services, bool runs) where T : Worker
    {
        services.AddSingleton<T>();
        if (runs)
        {
            services.AddHostedService(provider => provider.GetRequiredService<T>());
        }
    }
}
