using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Crm.Api.Tests.Readme;

/// <summary>The five-minute walk of the README, run as it stands there against the product as it is started there.</summary>
public sealed partial class ReadmeWalkTests
{
    [Fact]
    public async Task Does_the_main_job_with_curl()
    {
        Assert.SkipWhen(CrmHost.IsOnSqlServer, "The README starts the product without set-up, on the embedded store.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The walk is written for a POSIX shell.");
        var folder = Directory.CreateTempSubdirectory("crm-walk-");
        var address = "http://127.0.0.1:" + FreePort();
        using var product = Start("dotnet", [typeof(Program).Assembly.Location], folder.FullName, ("ASPNETCORE_URLS", address), ("Crm__Demo", "false"));
        try
        {
            var key = await PlatformKey(product);
            var script = Walk().Match(await File.ReadAllTextAsync(Path.Combine(Root(), "README.md"))).Groups["script"].Value;
            Assert.NotEmpty(script);
            using var shell = Start("bash", ["-euo", "pipefail", "-c", script], folder.FullName, ("CRM", address), ("KEY", key));
            var (said, complained) = (await shell.StandardOutput.ReadToEndAsync(), await shell.StandardError.ReadToEndAsync());
            await shell.WaitForExitAsync();
            Assert.True(shell.ExitCode == 0, complained + said);
            Assert.Contains("کریمی", said, StringComparison.Ordinal);
            Assert.Contains("interaction.recorded", said, StringComparison.Ordinal);
            Assert.Contains("preferredName", said, StringComparison.Ordinal);
        }
        finally
        {
            product.Kill(entireProcessTree: true);
            await product.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PlatformKey(Process product)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await product.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (Key().Match(line) is { Success: true } key)
            {
                return key.Value;
            }
        }
        throw new InvalidOperationException("The product ended without printing a platform key.");
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Crm.Api.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }

    [GeneratedRegex("<!-- walk: executed by a test -->\n```bash\n(?<script>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Walk();

    [GeneratedRegex("crm_[0-9a-z]{10}_[0-9a-z]{52}", RegexOptions.None, 1000)]
    private static partial Regex Key();
}
