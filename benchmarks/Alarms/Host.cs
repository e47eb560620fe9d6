using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alarms;

/// <summary>The product, with its workers run by hand.</summary>
internal sealed class Host(string folder, TimeProvider time) : WebApplicationFactory<Crm.Api.Problem>
{
    public const string PlatformKey = "crm_benchmarkk_0000000000000000000000000000000000000000000000000000";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(folder);
        foreach (var (name, value) in new[] { ("Crm:BootstrapKey", PlatformKey), ("Crm:Demo", "false"), ("Crm:Workers", "false"), ("Crm:MigrateAtStart", "true"),
            ("Stores:main:Provider", "Sqlite"), ("Stores:main:ConnectionString", $"Data Source={Path.Combine(folder, "crm.db")}") })
        {
            builder.UseSetting(name, value);
        }
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(time)));
    }
}

/// <summary>The system's time and what it was moved by.</summary>
internal sealed class MovedTime : TimeProvider
{
    private TimeSpan ahead;

    public void Move(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
