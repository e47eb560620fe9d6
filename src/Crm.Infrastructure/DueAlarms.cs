using System.Linq.Expressions;
using Crm.Application;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>An alarm that has gone off, and whose it is.</summary>
internal sealed record DueAlarm(int Tenant, Guid ResourceId, string Kind, DateTimeOffset WakesAt);

/// <summary>
/// Claims of alarms in a whole store. A claim moves the instant at which the alarm wakes to the end of its lease: that is the condition under
/// which the next one claims it, so any number of processes claim each once, and what one of them lost in a crash wakes again by itself.
/// </summary>
internal static class DueAlarms
{
    /// <summary>How many are claimed at once: they must be done within the lease.</summary>
    public const int MostPerClaim = 100;

    /// <summary>Longer than a command takes, and no longer than a promise may wait after a crash.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>What fails time and again is tried less often, so that it does not keep others waiting.</summary>
    private static readonly TimeSpan LongLease = TimeSpan.FromHours(1);
    private const int AttemptsAtFirst = 5;

    /// <summary>The first that are due, claimed for whoever calls; empty where nothing is due or others were faster.</summary>
    public static async Task<IReadOnlyList<DueAlarm>> ClaimDue(this CrmDbContext store, DateTimeOffset now, CancellationToken ct)
    {
        // As precise as both stores keep it, since the claim is found again by it.
        now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var due = await Of(store).Where(a => a.WakesAt <= now).OrderBy(a => a.WakesAt).Take(MostPerClaim).Select(Row).ToListAsync(ct);
        return due.Count == 0 ? due : await store.Claim(due, now, ct);
    }

    /// <summary>Those of the due ones that nobody else has claimed since they were read.</summary>
    public static async Task<IReadOnlyList<DueAlarm>> Claim(this CrmDbContext store, IReadOnlyList<DueAlarm> due, DateTimeOffset now, CancellationToken ct)
    {
        var (claim, soon, late) = (UuidV7.Next(now), now + Lease, now + LongLease);
        await store.Run(inner => store.Mark(due, claim, soon, late, inner), ct);
        return await Of(store).Where(a => (a.WakesAt == soon || a.WakesAt == late) && a.ClaimedBy == claim).Select(Row).ToListAsync(ct);
    }

    /// <summary>The conditional update: what another one marked in the meantime wakes later than these and is left alone.</summary>
    public static Task<int> Mark(
        this CrmDbContext store, IReadOnlyList<DueAlarm> due, Guid claim, DateTimeOffset soon, DateTimeOffset late, CancellationToken ct)
    {
        var (first, last, ids) = (due[0].WakesAt, due[^1].WakesAt, due.Select(d => d.ResourceId).Distinct().ToList());
        return Of(store).Where(a => a.WakesAt >= first && a.WakesAt <= last && ids.Contains(a.ResourceId)).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.WakesAt, x => x.Attempts < AttemptsAtFirst ? soon : late).SetProperty(x => x.ClaimedBy, claim).SetProperty(x => x.Attempts, x => x.Attempts + 1),
            ct);
    }

    private static readonly Expression<Func<Alarm, DueAlarm>> Row =
        a => new DueAlarm(EF.Property<int>(a, Tenancy.Column), a.ResourceId, a.Kind, a.WakesAt);

    /// <summary>Of all tenants: ids and times, and nothing that says what of.</summary>
    private static IQueryable<Alarm> Of(CrmDbContext store) => store.Set<Alarm>().IgnoreQueryFilters([Tenancy.FilterName]);
}
