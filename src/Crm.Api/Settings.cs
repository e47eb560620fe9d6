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

    /// <summary>Whether this process does the background work of the installation. Off where other processes do it.</summary>
    public bool Workers { get; set; } = true;

    /// <summary>How much one network may send to a tenant without a credential in a minute: enough for an office behind one address.</summary>
    public int PublicWritesPerMinute { get; set; } = 120;
    public string Catalog { get; set; } = CrmStoreSettings.Main;
    public string DefaultPlacement { get; set; } = CrmStoreSettings.Main;
    public string DataFolder { get; set; } = "data";

    /// <summary>The OIDC authorities whose tokens are accepted.</summary>
    public IList<AuthoritySettings> Authorities { get; set; } = [];

    public CrmStoreSettings Stores { get; private set; } = new();

    public ApiKeySecret? GivenKey => ApiKeySecret.TryParse(BootstrapKey, out var secret) ? secret : null;

    /// <summary>The settings, or null after saying on standard error what is wrong with them.</summary>
    public static Settings? ReadOrTell(IConfiguration configuration, bool isDevelopment = false)
    {
        try
        {
            return Read(configuration, isDevelopment);
        }
        catch (SettingsException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return null;
        }
    }

    public static Settings Read(IConfiguration configuration, bool isDevelopment = false)
    {
        var settings = new Settings();
        var problems = new List<string>();
        Bind(() => configuration.GetSection("Crm").Bind(settings), problems);
        settings.Stores = new CrmStoreSettings { Catalog = settings.Catalog, DefaultPlacement = settings.DefaultPlacement };
        foreach (var store in configuration.GetSection("Stores").GetChildren())
        {
            settings.Stores.Stores[store.Key] = new();
            Bind(() => settings.Stores.Stores[store.Key] = store.Get<StoreSettings>() ?? new(), problems);
        }
        if (problems.Count == 0 && settings.Stores.Stores.Count == 0)
        {
            MakeFolder(settings.DataFolder, problems);
            settings.Stores.Stores[CrmStoreSettings.Main] = new() { ConnectionString = $"Data Source={Path.Combine(settings.DataFolder, "crm.db")}" };
        }
        if (problems.Count == 0)
        {
            problems.AddRange(settings.Problems().Concat(AuthoritySettings.Problems([.. settings.Authorities], isDevelopment)));
        }
        if (isDevelopment)
        {
            settings.Authorities = [.. settings.Authorities, .. AuthoritySettings.OfUserJwts(configuration)];
        }
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    /// <summary>The binder names value, path and type of what it cannot read between single quotes.</summary>
    private static void Bind(Action bind, List<string> problems)
    {
        try
        {
            bind();
        }
        catch (InvalidOperationException wrong)
        {
            problems.Add(wrong.Message.Split('\'') is [_, var value, _, var path, _, var type, ..]
                ? $"{path.Replace(":", "__", StringComparison.Ordinal)} is '{value}'. {Wanted(type)}"
                : wrong.Message);
        }
    }

    private static string Wanted(string type) => (Type.GetType(type) ?? typeof(StoreSettings).Assembly.GetType(type)) switch
    {
        { IsEnum: true } choices => $"Use one of: {string.Join(", ", Enum.GetNames(choices))}.",
        var known when known == typeof(bool) => "Use true or false.",
        var known => $"A value of type {known?.Name ?? type} is needed.",
    };

    private static void MakeFolder(string folder, List<string> problems)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add($"The folder '{folder}' of Crm__DataFolder cannot be made: {refused.Message} Name one that this process may write to.");
        }
    }

    private IEnumerable<string> Problems()
    {
        if (BootstrapKey is not null && GivenKey is null)
        {
            yield return "Crm__BootstrapKey is no key. It is crm_, 10 characters, an underscore and 52 characters of 0-9 and a-z without i, l, o, u.";
        }
        if (PublicWritesPerMinute < 1)
        {
            yield return $"Crm__PublicWritesPerMinute is '{PublicWritesPerMinute}'. Use a number from 1.";
        }
        foreach (var problem in Stores.Problems())
        {
            yield return problem;
        }
    }
}

internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems));
