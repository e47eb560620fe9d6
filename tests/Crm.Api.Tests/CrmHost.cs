using Crm.Api.Tests.Commands;
using Crm.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

#if !WITHOUT_FIXTURE
[assembly: AssemblyFixture(typeof(Crm.Api.Tests.CrmHost))]
#endif

namespace Crm.Api.Tests;

/// <summary>The real application on one store that is never reset; every test is a new tenant.</summary>
public sealed class CrmHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string PlatformKey = "crm_p1atf0rmke_0000000000000000000000000000000000000000000000000000";

    /// <summary>A file with every migration applied, null until the host of all tests has made it.</summary>
    private static string? migrated;

    private readonly string folder = Path.Combine(Path.GetTempPath(), "crm-tests-" + Path.GetRandomFileName());
    private readonly Dictionary<string, string> settings = [];
    private readonly SemaphoreSlim provisioning = new(1);
    private Seeks? seeks;

    /// <summary>What a test with a host of its own changes in the application's services.</summary>
    public Action<IServiceCollection> ChangeServices { get; set; } = _ => { };

    /// <summary>The clock of the application, which a test with a host of its own may set.</summary>
    public TestClock Clock { get; } = new();

#if SQLSERVER
    /// <summary>Whether the store under the tests is SQL Server.</summary>
    public static bool IsOnSqlServer => true;
#else
    /// <summary>Whether the store under the tests is SQL Server.</summary>
    public static bool IsOnSqlServer => false;
#endif

    private static readonly string? SqlServer = IsOnSqlServer ? Environment.GetEnvironmentVariable("CRM_TEST_SQLSERVER") : null;
    public static bool IsAvailable => !IsOnSqlServer || !string.IsNullOrWhiteSpace(SqlServer);

    /// <summary>The file of the embedded store.</summary>
    public string DatabaseFile => Path.Combine(folder, "crm.db");

    /// <summary>A host with settings of its own, on the same SQL Server or on a file of its own.</summary>
    public static CrmHost With(params (string Name, string Value)[] settings)
    {
        var host = new CrmHost();
        foreach (var (name, value) in settings)
        {
            host.settings[name] = value;
        }
        return host;
    }

    /// <summary>An embedded store that has nothing left to migrate: to migrate one for each host and process would take most of the tests' time.</summary>
    public static void CopyMigratedTo(string file)
    {
        if (migrated is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(migrated, file);
        }
    }

    /// <summary>Starts the application before the first test, since tests that ask at once would each start one.</summary>
    public async ValueTask InitializeAsync()
    {
        seeks = IsOnSqlServer ? null : new Seeks();
        if (IsAvailable)
        {
            _ = Server;
        }
        if (!IsOnSqlServer)
        {
            var copy = Path.Combine(folder, "migrated.db");
            await using var store = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false");
            await store.OpenAsync();
            await using var command = store.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            await command.ExecuteNonQueryAsync();
            migrated = copy;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Directory.CreateDirectory(folder);
        CopyMigratedTo(DatabaseFile);
        builder.UseSetting("Crm:BootstrapKey", PlatformKey);
        builder.UseSetting("Crm:Demo", "false");
        builder.UseSetting("Crm:Workers", "false");
        // Tests that send everything that nobody should send come from one network; that there is a limit is a test of its own.
        builder.UseSetting("Crm:PublicWritesPerMinute", "100000");
        builder.UseSetting("Stores:main:Provider", SqlServer is null ? "Sqlite" : "SqlServer");
        builder.UseSetting("Stores:main:ConnectionString", SqlServer ?? $"Data Source={DatabaseFile}");
        builder.UseSetting("Stores:main:RowLevelSecurity", "false");
        builder.UseSetting("Crm:MigrateAtStart", "true");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        builder.ConfigureServices(services => ChangeServices(services));
    }

    /// <summary>The platform's administrator.</summary>
    public ApiClient Platform => new(CreateClient(), PlatformKey);

    /// <summary>A client without a credential.</summary>
    public ApiClient Anonymous => new(CreateClient(), null);

    public ApiClient ClientWith(string? key) => new(CreateClient(), key);

    /// <summary>A brand-new tenant and its administrator.</summary>
    public async Task<TestTenant> NewTenant(string locale = "en", string? country = "IR", object? limits = null)
    {
        var slug = "t-" + Guid.NewGuid().ToString("n")[..20];
        // One after the other: that many at once work too is a test of its own.
        await provisioning.WaitAsync();
        try
        {
            var answer = await Platform.Post("/v1/platform/tenants", new { slug, name = "Test " + slug, locale, country, timeZone = "Asia/Tehran", limits });
            answer.Is(201);
            return new TestTenant(this, answer.Text("id"), slug, answer.Text("administratorKey"));
        }
        finally
        {
            provisioning.Release();
        }
    }

    /// <summary>The host of all tests is the last to go: what they asked the stores is looked at then.</summary>
    public override async ValueTask DisposeAsync()
    {
        var walks = seeks is null ? [] : Walks(seeks);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.True(walks.Count == 0, $"{walks.Count} queries grow with a tenant.{Environment.NewLine}{string.Join(Environment.NewLine, walks)}");
    }

    private List<string> Walks(Seeks asked)
    {
        using (asked)
        {
            var stores = Services.GetRequiredService<Stores>();
            using var crm = stores.TenantStore(CrmStoreSettings.Main);
            using var catalog = stores.Catalog();
            return [.. asked.Findings(migrated!, [crm.Model, catalog.Model])];
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A tenant of one test.</summary>
public sealed class TestTenant(CrmHost host, string id, string slug, string administratorKey)
{
    public CrmHost Host { get; } = host;
    public string Id { get; } = id;
    public string Slug { get; } = slug;
    public string AdministratorKey { get; } = administratorKey;
    public ApiClient Administrator { get; } = host.ClientWith(administratorKey);
}

/// <summary>The system's time plus what a test added.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    /// <summary>To the next morning, for a test in which some hours pass and no midnight must.</summary>
    public void AdvanceToMorning() => Advance(TimeSpan.FromHours(24 + 5) - GetUtcNow().TimeOfDay);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(ahead.TotalSeconds * TimestampFrequency);
}

/// <summary>What tests over HTTP start from; skipped, and counted as such, where their store is not configured.</summary>
public abstract class ApiTest
{
    protected ApiTest(CrmHost host)
    {
        Assert.SkipUnless(CrmHost.IsAvailable, "CRM_TEST_SQLSERVER names no database.");
        Host = host;
    }

    protected CrmHost Host { get; }
}
