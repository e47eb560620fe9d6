using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>A reward of the catalogue and how many are left; null where it never runs out.</summary>
public sealed record RewardOnOffer(Reward Reward, long? Left)
{
    /// <summary>The reward, where a member may have it so many times only.</summary>
    internal IReadOnlyList<RewardId> Limited => Reward.Content.MostPerMember is null ? [] : [Reward.Id];
}

/// <summary>
/// What a catalogue shows: the newest rewards in use of each tenant, remembered for a few seconds. How many are left may be that old, too; reserving looks at the stock itself.
/// </summary>
public sealed class RewardsOnOffer(TimeProvider clock)
{
    public const int Most = 500;
    private const int MostKept = 500;

    private readonly Remembered<int, IReadOnlyList<RewardOnOffer>> kept = new(clock, MostKept);

    public ValueTask<IReadOnlyList<RewardOnOffer>> Of(ICrmDb db, int tenant, CancellationToken ct) => kept.Get(tenant, async (_, inner) =>
        await db.OnOffer(db.Rewards.AsNoTracking().Where(r => r.RetiredAt == null).OrderByDescending(r => r.Id).Take(Most)).ToListAsync(inner), ct);
}

internal static class Offering
{
    /// <summary>Rewards with how many are left.</summary>
    public static IQueryable<RewardOnOffer> OnOffer(this ICrmDb db, IQueryable<Reward> rewards) =>
        rewards.Select(r => new RewardOnOffer(r, db.RewardStocks.Where(s => s.RewardId == r.Id).Select(s => (long?)s.Left).FirstOrDefault()));

    /// <summary>How often members had rewards and did not give them back; without a query where no reward is asked for.</summary>
    public static async Task<Dictionary<(MemberId, RewardId), int>> HadBy(this ICrmDb db, IReadOnlyList<MemberId> members, IReadOnlyList<RewardId> rewards, CancellationToken ct) => rewards.Count == 0 ? []
        : await db.Redemptions.Where(r => members.Contains(r.MemberId) && rewards.Contains(r.RewardId) && r.State != RedemptionState.Released)
            .GroupBy(r => new { r.MemberId, r.RewardId }).Select(g => new { g.Key.MemberId, g.Key.RewardId, Count = g.Count() }).ToDictionaryAsync(g => (g.MemberId, g.RewardId), g => g.Count, ct);
}
