using Crm.Domain.ApiKeys;
using Crm.Infrastructure;

namespace Crm.Api;

/// <summary>The settings of the process, checked at start. Names are those of the environment: <c>Crm__Demo</c> is <see cref="Demo"/>.</summary>
internal sealed class Settings
{
    public string? BootstrapKey { get; set; }
    public bool Demo { get; set; } = true;

    /// <summary>Brings SQL Server stores up to date at start, too. For tests and trials; elsewhere the migrate command does it once.</summary>
    public bool MigrateAtStart { get; set; }
    public string Catalog { get; set; } = CrmStoreSettings.Main;
    public string DefaultPlacement { get; set; } = CrmStoreSettings.Main;
    public string DataFolder { get; set; } = "data";

    /// <summary>The OIDC authorities whose tokens are accepted.</summary>
    public IList<AuthoritySettings> Authorities { get; set; } = [];

    public CrmStoreSettings Stores { get; private set; } = new();

    public ApiKeySecret? GivenKey => ApiKeySecret.TryParse(BootstrapKey, out var secret) ? secret : null;

    public static Settings Read(IConfiguration configuration, bool isDevelopment = false)
    {
        var settings = new Settings();
        configuration.GetSection("Crm").Bind(settings);
        settings.Stores = new CrmStoreSettings { Catalog = settings.Catalog, DefaultPlacement = settings.DefaultPlacement };
        foreach (var store in configuration.GetSection("Stores").GetChildren())
        {
            settings.Stores.Stores[store.Key] = store.Get<StoreSettings>() ?? new();
        }
        if (settings.Stores.Stores.Count == 0)
        {
            Directory.CreateDirectory(settings.DataFolder);
            settings.Stores.Stores[CrmStoreSettings.Main] = new() { ConnectionString = $"Data Source={Path.Combine(settings.DataFolder, "crm.db")}" };
        }
        var problems = settings.Problems().Concat(AuthoritySettings.Problems([.. settings.Authorities], isDevelopment)).ToList();
        if (isDevelopment)
        {
            settings.Authorities = [.. settings.Authorities, .. AuthoritySettings.OfUserJwts(configuration)];
        }
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private IEnumerable<string> Problems()
    {
        if (BootstrapKey is not null && GivenKey is null)
        {
            yield return "Crm__BootstrapKey is no key. It is crm_, 10 characters, an underscore and 52 characters of 0-9 and a-z without i, l, o, u.";
        }
        foreach (var problem in Stores.Problems())
        {
            yield return problem;
        }
    }
}

internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems));
