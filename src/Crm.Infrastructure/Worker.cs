using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.Infrastructure;

/// <summary>
/// Work that nobody waits for: a turn at every interval, in every process. A turn claims what is due by a conditional update with a lease,
/// so that any number of processes do it once and a crash is made good by the next turn. A test sets the clock and calls
/// <see cref="RunOnce"/>. What a turn throws is logged and tried again; the heartbeat tells how long ago a turn succeeded.
/// </summary>
public abstract class Worker(WorkerHeartbeats heartbeats, TimeProvider clock, ILogger log) : BackgroundService
{
    public string Name => GetType().Name;
    protected abstract TimeSpan Interval { get; }

    /// <summary>One turn: everything that is due now.</summary>
    public abstract Task RunOnce(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        heartbeats.Start(Name);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await RunLogged(stoppingToken);
        }
        while (!stoppingToken.IsCancellationRequested && await NextTick(timer, stoppingToken));
    }

    /// <summary>A turn whose failure is logged and not thrown.</summary>
    protected async Task RunLogged(CancellationToken ct)
    {
        try
        {
            await RunOnce(ct);
            heartbeats.Succeeded(Name);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The process ends; whoever comes next goes on.
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The worker {Worker} failed; it tries again in {Interval}", Name, Interval);
        }
    }

    private static async Task<bool> NextTick(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>Tells by the metric <c>crm.worker.seconds_since_success</c> how long ago a turn of each worker succeeded in this process.</summary>
public sealed class WorkerHeartbeats : IDisposable
{
    public const string MeterName = "Crm";
    public const string InstrumentName = "crm.worker.seconds_since_success";

    private readonly ConcurrentDictionary<string, long> last = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private readonly Meter meter = new(MeterName);

    public WorkerHeartbeats(TimeProvider clock)
    {
        this.clock = clock;
        meter.CreateObservableGauge(InstrumentName, Measure, "s", "Seconds since a turn of the worker succeeded, or since it started.");
    }

    public void Start(string worker) => last.TryAdd(worker, clock.GetTimestamp());

    public void Succeeded(string worker) => last[worker] = clock.GetTimestamp();

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> Measure() =>
        last.Select(w => new Measurement<double>(clock.GetElapsedTime(w.Value).TotalSeconds, new KeyValuePair<string, object?>("worker", w.Key)));
}
