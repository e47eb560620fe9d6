using Crm.Application;
using Crm.Domain.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Infrastructure;

/// <summary>
/// Sends the command of every alarm whose time has come, as its tenant and in a unit of work of its own, which also drops or moves the alarm.
/// What fails keeps its alarm and is tried again when the lease has run out. A turn costs what is due, however many alarms there are.
/// </summary>
public sealed class RingAlarms(Stores stores, IServiceScopeFactory scopes, WorkerHeartbeats heartbeats, TimeProvider clock, ILogger<RingAlarms> log)
    : Worker(heartbeats, clock, log)
{
    /// <summary>How many commands run at once. On the embedded store their writes share commits.</summary>
    private const int AtOnce = 16;
    private readonly TimeProvider clock = clock;

    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    public override async Task RunOnce(CancellationToken ct)
    {
        var failures = new List<Exception>();
        foreach (var name in stores.Names)
        {
            try
            {
                while (await ClaimDue(name, ct) is { Count: > 0 } claimed)
                {
                    await Ring(claimed, failures, ct);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(new InvalidOperationException($"The alarms of the store {name} cannot be read.", failure));
            }
        }
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private async Task<IReadOnlyList<DueAlarm>> ClaimDue(string placement, CancellationToken ct)
    {
        await using var store = stores.WholeTenantStore(placement, Worker(null));
        return await store.ClaimDue(clock.GetUtcNow(), ct);
    }

    private async Task Ring(IReadOnlyList<DueAlarm> claimed, List<Exception> failures, CancellationToken ct)
    {
        var tenants = await Tenants([.. claimed.Select(c => c.Tenant).Distinct()], ct);
        await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (alarm, inner) =>
        {
            try
            {
                if (tenants.TryGetValue(alarm.Tenant, out var tenant))
                {
                    await Ring(alarm, tenant, inner);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                lock (failures)
                {
                    failures.Add(new InvalidOperationException($"The alarm {alarm.Kind} of {alarm.ResourceId} failed; it rings again when its lease has run out.", failure));
                }
            }
        });
    }

    private async Task Ring(DueAlarm alarm, CallerTenant tenant, CancellationToken ct)
    {
        if (!Alarms.Commands.TryGetValue(alarm.Kind, out var command))
        {
            throw new InvalidOperationException($"No command belongs to the kind {alarm.Kind}: it was set by a later release.");
        }
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeWorker(tenant, Name);
        if ((await scope.ServiceProvider.GetRequiredService<Dispatcher>().Send(command(alarm.ResourceId), ct)).Failed(out var refused))
        {
            // Somebody changed the record at this moment, and with it perhaps the alarm.
            log.LogInformation("The alarm {Kind} of {Resource} was refused with {Code}; if it still stands it rings again", alarm.Kind, alarm.ResourceId, refused.Code);
        }
    }

    /// <summary>Tenants for which time passes: not those whose records are about to be erased, with their alarms.</summary>
    private async Task<Dictionary<int, CallerTenant>> Tenants(List<int> numbers, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var catalog = stores.Catalog(Worker(null));
        var found = await catalog.Tenants.AsNoTracking()
            .Where(t => numbers.Contains(t.Number) && t.Status != TenantStatus.Closed && (t.Status != TenantStatus.Closing || t.ErasesAt > now)).ToListAsync(ct);
        return found.ToDictionary(t => t.Number, Credentials.Of);
    }

    private Caller Worker(CallerTenant? tenant)
    {
        var caller = new Caller();
        caller.BecomeWorker(tenant, Name);
        return caller;
    }
}
