using Crm.Application.Members;
using Crm.Application.Rewards;
using Crm.Domain.Customers;
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
        var members = await db.Members.AsNoTracking()
            .Where(m => known.Any() && (m.CustomerId == me || m.CustomerId == known.Select(c => c.SurvivorId).FirstOrDefault()) && m.LeftAt == null && m.MergedIntoId == null && (only == null || m.Id == only))
            .OrderBy(m => m.Id).ToListAsync(ct);
        if (members.Count == 0)
        {
            return [];
        }
        var offered = (await rewards.Of(db, caller.Tenant.Number, ct)).ToLookup(r => r.Reward.ProgrammeId);
        var had = await db.HadBy([.. members.Select(m => m.Id)], [.. members.SelectMany(m => offered[m.ProgrammeId]).SelectMany(r => r.Limited)], ct);
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
        var view = member.View(programme.Content, now);
        var usable = Math.Max(0, view.Available);
        var reach = offered.Where(o => o.Left != 0 && o.Reward.Refusal(programme.Id, member.TierCode, had(o.Reward.Id), now) is null)
            .Select(o => Of(o, o.Reward.Content.PriceFor(member.TierCode), usable)).ToList();
        return new(
            member.Id, programme.Id, programme.Content.Name, MemberBalance.Of(member.Id, programme, view.Balance, LotRow.Of(view), now),
            programme.Content.Tiers is { } scheme ? GetTierHandler.Of(loaded, view.Available, scheme, now) : null,
            [.. reach.Where(r => r.Missing == 0).OrderByDescending(r => r.Points).ThenBy(r => r.RewardId).Take(MostRewards)],
            [.. reach.Where(r => r.Missing > 0 && (r.Missing <= r.Points / 4 || r.Missing <= view.Pending)).OrderBy(r => r.Missing).ThenBy(r => r.RewardId).Take(MostRewards)]);
    }

    private static RewardInReach Of(RewardOnOffer offer, long points, long usable)
    {
        var content = offer.Reward.Content;
        return new(offer.Reward.Id, content.Name, content.Description, points, Math.Max(0, points - usable), offer.Left, content.VoucherDays is not null, content.Until);
    }
}
