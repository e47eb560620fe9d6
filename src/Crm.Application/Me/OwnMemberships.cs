using Crm.Application.Members;
using Crm.Application.Rewards;
using Crm.Domain.Customers;
using Crm.Domain.Members;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Me;

/// <summary>
/// Reads the memberships of the customer for whom the caller acts, and no others. One query: members with their open lots; programmes and catalogue are remembered. A second one
/// only where a reward may be had so many times.
/// </summary>
internal sealed class OwnMemberships(ICrmDb db, Caller caller, TimeProvider clock, MemberLedgers ledgers, RewardsOnOffer rewards)
{
    private const int MostRewards = 50;

    public async Task<IReadOnlyList<MyMembership>> Read(MemberId? only, CancellationToken ct)
    {
        if (caller.CustomerId is not { } me)
        {
            return [];
        }
        // Who was merged into somebody is that somebody; who was erased is nobody.
        var known = db.Customers.Where(c => c.Id == me && (c.State == CustomerState.Active || c.State == CustomerState.Merged));
        var members = await db.Members.AsNoTracking().WithOpenLots()
            .Where(m => known.Any() && (m.CustomerId == me || m.CustomerId == known.Select(c => c.SurvivorId).FirstOrDefault()) && m.LeftAt == null && m.MergedIntoId == null && (only == null || m.Id == only))
            .OrderBy(m => m.Id).ToListAsync(ct);
        if (members.Count == 0)
        {
            return [];
        }
        var offered = (await rewards.Of(db, caller.Tenant.Number, ct)).ToLookup(r => r.Reward.ProgrammeId);
        var had = await Had([.. members.Select(m => m.Id)], [.. members.SelectMany(m => offered[m.ProgrammeId]).Where(r => r.Reward.Content.MostPerMember is not null).Select(r => r.Reward.Id)], ct);
        var answers = new List<MyMembership>();
        foreach (var member in members)
        {
            var loaded = await ledgers.Of(member, ct);
            answers.Add(Of(loaded, [.. offered[member.ProgrammeId]], reward => had.GetValueOrDefault((member.Id, reward)), clock.GetUtcNow()));
        }
        return answers;
    }

    private static MyMembership Of(LoadedMember loaded, IReadOnlyList<RewardOnOffer> offered, Func<RewardId, int> had, DateTimeOffset now)
    {
        var (member, programme) = (loaded.Member, loaded.Programme);
        var view = Member.View(member.Id, programme.Content, member.Standing, member.Lots, now);
        var usable = Math.Max(0, view.Available);
        var reach = offered.Where(o => o.Left != 0 && o.Reward.Refusal(programme.Id, member.TierCode, had(o.Reward.Id), now) is null)
            .Select(o => Of(o, o.Reward.Content.PriceFor(member.TierCode), usable)).ToList();
        return new(
            member.Id, programme.Id, programme.Content.Name, GetBalanceHandler.Of(member.Id, programme, view, now),
            programme.Content.Tiers is { } scheme ? GetTierHandler.Of(member, loaded, scheme, now) : null,
            [.. reach.Where(r => r.Missing == 0).OrderByDescending(r => r.Points).ThenBy(r => r.RewardId).Take(MostRewards)],
            [.. reach.Where(r => r.Missing > 0 && (r.Missing <= r.Points / 4 || r.Missing <= view.Pending)).OrderBy(r => r.Missing).ThenBy(r => r.RewardId).Take(MostRewards)]);
    }

    private static RewardInReach Of(RewardOnOffer offer, long points, long usable)
    {
        var content = offer.Reward.Content;
        return new(offer.Reward.Id, content.Name, content.Description, points, Math.Max(0, points - usable), offer.Left, content.VoucherDays is not null, content.Until);
    }

    private async Task<Dictionary<(MemberId, RewardId), int>> Had(IReadOnlyList<MemberId> members, IReadOnlyList<RewardId> limited, CancellationToken ct) => limited.Count == 0 ? []
        : await db.Redemptions.Where(r => members.Contains(r.MemberId) && limited.Contains(r.RewardId) && r.State != RedemptionState.Released)
            .GroupBy(r => new { r.MemberId, r.RewardId }).Select(g => new { g.Key.MemberId, g.Key.RewardId, Count = g.Count() }).ToDictionaryAsync(g => (g.MemberId, g.RewardId), g => g.Count, ct);
}
