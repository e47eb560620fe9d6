using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>A reward of the catalogue and how many are left; null where it never runs out.</summary>
public sealed record RewardOnOffer(Reward Reward, long? Left);

/// <summary>
/// What a catalogue shows: the newest rewards in use of each tenant, remembered for a few seconds. How many are left may be that old, too; reserving looks at the stock itself.
/// </summary>
public sealed class RewardsOnOffer(TimeProvider clock)
{
    public const int Most = 500;
    private const int MostKept = 500;

    private readonly Remembered<int, IReadOnlyList<RewardOnOffer>> kept = new(clock, MostKept);

    public ValueTask<IReadOnlyList<RewardOnOffer>> Of(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, async (_, inner) =>
        await db.Rewards.AsNoTracking().Where(r => r.RetiredAt == null).OrderByDescending(r => r.Id).Take(Most)
            .Select(r => new RewardOnOffer(r, db.RewardStocks.Where(s => s.RewardId == r.Id).Select(s => (long?)s.Left).FirstOrDefault())).ToListAsync(inner), ct);
}
