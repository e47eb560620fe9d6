using Microsoft.Extensions.Logging;

namespace Crm.Infrastructure;

/// <summary>Writes down once a minute, and at the end of the process, when keys were last used and how many requests each tenant sent.</summary>
public sealed class RecordUse(Credentials credentials, RequestCounts counts, WorkerHeartbeats heartbeats, TimeProvider clock, ILogger<RecordUse> log)
    : Worker(heartbeats, clock, log)
{
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override async Task RunOnce(CancellationToken ct)
    {
        await credentials.RecordUse(ct);
        await counts.Write(ct);
    }

    /// <summary>By now the server takes no more requests, so nothing is counted after this.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await RunLogged(cancellationToken);
    }
}
