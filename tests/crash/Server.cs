using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Crm.Crash;

/// <summary>One process of the product on an embedded store.</summary>
internal sealed class Server : IDisposable
{
    public const string PlatformKey = "crm_crash00000_" + "0000000000000000000000000000000000000000000000000000";

    private readonly Process process;

    private Server(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts the server and waits until it answers.</summary>
    public static async Task<Server> Start(string assembly, string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(assembly)])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            Environment = { ["ASPNETCORE_URLS"] = address.ToString(), ["Crm__BootstrapKey"] = PlatformKey, ["Crm__Demo"] = "false", ["Logging__LogLevel__Default"] = "Error" },
        };
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Console.Write(line.Data is { Length: > 0 } text ? text + Environment.NewLine : "");
        started.ErrorDataReceived += (_, line) => Console.Write(line.Data is { Length: > 0 } text ? text + Environment.NewLine : "");
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60) && !started.HasExited; await Task.Delay(50))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/v1/customers", UriKind.Relative));
                return new(started, address);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        started.Kill();
        throw new InvalidOperationException("The server did not start.");
    }

    /// <summary>SIGKILL: nothing in the process learns of it.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
