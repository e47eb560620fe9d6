using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Referrals;

/// <summary>Whether a tenant ever had a referral, remembered for a few seconds, so that purchases of the others ask for none.</summary>
public sealed class ReferralsInUse(TimeProvider clock)
{
    private const int MostKept = 10_000;
    private readonly Remembered<int, bool> kept = new(clock, MostKept);

    public ValueTask<bool> Any(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, (_, inner) => db.Referrals.AnyAsync(inner), ct);

    public void Forget(int tenant) => kept.Forget(tenant);
}
