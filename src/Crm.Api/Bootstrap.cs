using Crm.Application;
using Crm.Application.ApiKeys;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>What happens before the first request: the embedded store is brought up to date, a platform key exists, and a new installation has a demo tenant.</summary>
internal static class Bootstrap
{
    public static async Task Run(WebApplication app, Settings settings)
    {
        var ct = app.Lifetime.ApplicationStopping;
        await PrepareStores(app.Services, settings, ct);
        var news = new List<string>();
        if (await PlatformKey(app.Services, settings, ct) is { IsFirst: true } first)
        {
            if (first.Text is { } text)
            {
                news.Add($"  Platform key:            {text}");
            }
            if (settings.Demo && await Demo.Provision(app.Services, ct) is { } demoKey)
            {
                news.Add($"  Demo administrator key:  {demoKey}");
            }
        }
        app.Lifetime.ApplicationStarted.Register(() => Greet(app, news));
    }

    private static async Task<BootstrappedKey> PlatformKey(IServiceProvider services, Settings settings, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker(null, "bootstrap");
        var key = await scope.ServiceProvider.GetRequiredService<Dispatcher>().Send(new BootstrapPlatform(settings.GivenKey), ct);
        // Another process that started at the same moment was first with the given key.
        return key.Failed(out _, out var made) ? new BootstrappedKey(false, null) : made;
    }

    private static void Greet(WebApplication app, List<string> news)
    {
        Console.WriteLine($"CRM API is ready. Try it at {app.Urls.FirstOrDefault()}/docs");
        if (news.Count > 0)
        {
            Console.WriteLine("Keys, shown this once and kept nowhere:");
            news.ForEach(Console.WriteLine);
        }
    }

    /// <summary>Embedded stores are brought up to date; any other must be. No tenant may lie in a store that is not configured.</summary>
    public static async Task PrepareStores(IServiceProvider services, Settings settings, CancellationToken ct)
    {
        services.GetRequiredService<Stores>().BeginModels();
        var migrator = services.GetRequiredService<StoreMigrator>();
        await (settings.MigrateAtStart ? migrator.MigrateAll(ct) : migrator.MigrateEmbedded(ct));
        StoreOutdatedException.ThrowIfAny(await migrator.Pending(ct));
        var missing = await migrator.MissingPlacements(ct);
        if (missing.Count > 0)
        {
            throw new SettingsException([.. missing.Select(p => $"There are tenants in the store '{p}', which is not configured. Set Stores__{p}__Provider and Stores__{p}__ConnectionString.")]);
        }
    }
}
