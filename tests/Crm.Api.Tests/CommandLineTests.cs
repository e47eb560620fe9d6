using System.Diagnostics;
using System.Text.Json.Nodes;
using Crm.Api.Tests.Tenants;

namespace Crm.Api.Tests;

/// <summary>The built binary as a process of its own.</summary>
public sealed class CommandLineTests : ApiTest, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crm-cli-").FullName;

    private string Store => Path.Combine(folder, "data", "crm.db");

    public CommandLineTests(CrmHost host) : base(host)
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "The command line is tested on embedded stores of its own.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Creates_lists_suspends_resumes_and_closes_tenants()
    {
        CrmHost.CopyMigratedTo(Store);
        var slug = TenantSteps.NewSlug();
        var made = await Json("tenants", "create", "--slug", slug, "--name", "فروشگاه", "--locale", "fa-IR", "--json");
        Assert.StartsWith("crm_", made["administratorKey"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("IRR", made["settings"]!["currency"]!.GetValue<string>());
        Assert.Equal("suspended", (await Json("tenants", "suspend", slug, "--reason", "Unpaid", "--json"))["status"]!.GetValue<string>());
        Assert.Equal("active", (await Json("tenants", "resume", made["id"]!.GetValue<string>(), "--json"))["status"]!.GetValue<string>());
        Assert.Equal("closing", (await Json("tenants", "close", slug, "--grace", "P1D", "--json"))["status"]!.GetValue<string>());
        Assert.Equal(slug, Assert.Single((await Json("tenants", "list", "--json"))["data"]!.AsArray())!["slug"]!.GetValue<string>());
        var list = await Run("tenants", "list");
        Assert.Equal(0, list.Exit);
        Assert.Contains(slug, list.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Creates_keys()
    {
        CrmHost.CopyMigratedTo(Store);
        var slug = TenantSteps.NewSlug();
        await Json("tenants", "create", "--slug", slug, "--name", "A", "--json");
        var key = await Json("keys", "create", "--tenant", slug, "--name", "Front end", "--role", "agent", "--permission", "audit:read", "--json");
        Assert.StartsWith("crm_", key["key"]!.GetValue<string>(), StringComparison.Ordinal);
        var platform = await Run("keys", "create", "--platform", "--name", "Deploy");
        Assert.Equal(0, platform.Exit);
        Assert.Contains("crm_", platform.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("keys", "create", "--name", "A")).Exit);
        Assert.Equal(2, (await Run("keys", "create", "--tenant", slug, "--name", "A")).Exit);
        Assert.Equal(1, (await Run("keys", "create", "--tenant", slug, "--name", "A", "--permission", "tenants:read")).Exit);
    }

    [Fact]
    public async Task Migrates_and_has_nothing_to_do_the_second_time()
    {
        Assert.NotEmpty((await Json("migrate", "--json"))["migrated"]!.AsArray());
        Assert.Empty((await Json("migrate", "--json"))["migrated"]!.AsArray());
    }

    [Fact]
    public async Task Tells_by_the_exit_code_what_went_wrong()
    {
        CrmHost.CopyMigratedTo(Store);
        var refused = await Run("tenants", "suspend", "nobody-here");
        Assert.Equal((1, ""), (refused.Exit, refused.Out));
        Assert.StartsWith("tenant.not_found: ", refused.Error, StringComparison.Ordinal);
        var invalid = await Run("tenants", "create", "--slug", "A B", "--name", "A", "--json");
        Assert.Equal(1, invalid.Exit);
        Assert.Equal("validation_failed", JsonNode.Parse(invalid.Error)!["code"]!.GetValue<string>());
        Assert.Equal(2, (await Run("tenants", "create", "--slug", "a")).Exit);
        Assert.Equal(2, (await Run("tenant", "list")).Exit);
        Assert.Equal(2, (await Run("tenants")).Exit);
        var help = await Run("tenants", "create", "--help");
        Assert.Equal(0, help.Exit);
        Assert.Contains("--time-zone", help.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stores__main__Provider", "Oracle", "Stores__main__Provider is 'Oracle'. Use one of: Sqlite, SqlServer.")]
    [InlineData("Crm__Demo", "perhaps", "Crm__Demo is 'perhaps'. Use true or false.")]
    [InlineData("Crm__DataFolder", "/proc/nothing/here", "Crm__DataFolder")]
    [InlineData("Crm__Catalog", "elsewhere", "The store 'elsewhere' is used but not configured.")]
    [InlineData("Crm__BootstrapKey", "short", "Crm__BootstrapKey is no key.")]
    [InlineData("Stores__main__ConnectionString", "Data Source=/nowhere/at/all/crm.db", "'/nowhere/at/all'")]
    [InlineData("Stores__main__ConnectionString", "Nonsense", "cannot be read")]
    public async Task Wrong_settings_are_told_in_a_sentence(string name, string value, string expected)
    {
        foreach (var args in new string[][] { ["tenants", "list"], [] })
        {
            var run = await Run(args, (name, value));
            Assert.Equal(3, run.Exit);
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_store_that_is_none_is_told_in_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.db"), string.Concat(Enumerable.Repeat("This is no database. ", 500)));
        foreach (var args in new string[][] { ["tenants", "list"], [] })
        {
            var run = await Run(args, ("Stores__main__ConnectionString", "Data Source=broken.db"));
            Assert.Equal(3, run.Exit);
            Assert.StartsWith("The store cannot be used", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_outdated_store_is_told_what_to_run() =>
        Assert.Contains("`Crm.Api migrate`", Assert.Throws<Infrastructure.StoreOutdatedException>(() => Infrastructure.StoreOutdatedException.ThrowIfAny(["main: First"])).Message, StringComparison.Ordinal);

    private async Task<JsonNode> Json(params string[] args)
    {
        var run = await Run(args);
        Assert.True(run.Exit == 0, run.Error);
        return JsonNode.Parse(run.Out)!;
    }

    private Task<(int Exit, string Out, string Error)> Run(params string[] args) => Run(args, ("Crm__Demo", "false"));

    private async Task<(int Exit, string Out, string Error)> Run(string[] args, (string Name, string Value) setting)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Crm.Api.dll"), .. args])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment[setting.Name] = setting.Value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
