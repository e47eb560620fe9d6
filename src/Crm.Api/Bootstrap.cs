using Crm.Application;
using Crm.Application.ApiKeys;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>What happens before the first request: the embedded store is brought up to date, and a platform key exists.</summary>
internal static class Bootstrap
{
    public static async Task Run(IServiceProvider services, Settings settings, CancellationToken ct)
    {
        await PrepareStores(services, settings, ct);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker(null, "bootstrap");
        var key = await scope.ServiceProvider.GetRequiredService<Dispatcher>().Send(new BootstrapPlatform(settings.GivenKey), ct);
        if (!key.Failed(out _, out var made) && made.Text is { } text)
        {
            Console.WriteLine($"Platform key (shown once):  {text}");
        }
    }

    /// <summary>Embedded stores are brought up to date; any other must be. No tenant may lie in a store that is not configured.</summary>
    public static async Task PrepareStores(IServiceProvider services, Settings settings, CancellationToken ct)
    {
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
