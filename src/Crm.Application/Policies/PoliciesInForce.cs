using Crm.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Policies;

/// <summary>
/// The policies that tenants have in use, remembered for a few seconds, so that starting a clock costs no query. What this process changes it
/// forgets at once; what another one changes shows within four seconds. Versions say from when on they are asked, so those to come are remembered too.
/// </summary>
public sealed class PoliciesInForce(TimeProvider clock)
{
    private const int MostKept = 2_000;

    /// <summary>How long ago a clock may have started without the store being asked for versions of that time.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(1);

    private readonly Remembered<int, Known> kept = new(clock, MostKept);

    /// <summary>The policies of the tenant that are in force now, in no order.</summary>
    public async ValueTask<IReadOnlyList<PolicyInForce>> Of(ICrmDb db, int tenant, CancellationToken ct) =>
        PolicyChoice.At((await Recently(db, tenant, ct)).Versions, clock.GetUtcNow());

    /// <summary>
    /// The target that a clock starting at this instant runs under, and its rungs. Null only where neither the tenant's policies nor the preset
    /// standard, which holds where they have no target for the facts, have one for the metric.
    /// </summary>
    public async ValueTask<ChosenTarget?> Choose(ICrmDb db, int tenant, ClockFacts facts, DateTimeOffset at, CancellationToken ct)
    {
        var known = await Recently(db, tenant, ct);
        var versions = at < known.Since ? await Since(db, at, ct) : known.Versions;
        return PolicyChoice.Of(PolicyChoice.At(versions, at), facts).Chosen;
    }

    /// <summary>Of each policy in use the version that is in force at an instant, and all after it; asked of the store.</summary>
    public static async Task<IReadOnlyList<PolicyInForce>> Since(ICrmDb db, DateTimeOffset at, CancellationToken ct) =>
        await (
            from policy in db.Policies
            where policy.RetiredAt == null
            from version in db.PolicyVersions
            where version.PolicyId == policy.Id
                && !db.PolicyVersions.Any(next => next.PolicyId == version.PolicyId && next.Number > version.Number && next.EffectiveFrom <= at)
            select new PolicyInForce(version.PolicyId, version.Number, version.EffectiveFrom, version.Content)).ToListAsync(ct);

    /// <summary>Forgets the policies of a tenant, since they changed.</summary>
    public void Forget(int tenant) => kept.Forget(tenant);

    private ValueTask<Known> Recently(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, async (_, inner) =>
    {
        var since = clock.GetUtcNow() - Back;
        return new Known(since, await Since(db, since, inner));
    }, ct);

    private sealed record Known(DateTimeOffset Since, IReadOnlyList<PolicyInForce> Versions);
}
