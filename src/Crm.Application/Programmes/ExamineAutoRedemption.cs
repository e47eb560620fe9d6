using Crm.Application.Members;
using Crm.Application.Rewards;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Programmes;

/// <summary>Whose next night to look at. Nothing is redeemed.</summary>
/// <param name="MemberId">Who.</param>
public sealed record AutoRedemptionExaminationBody(MemberId MemberId)
{
    public static readonly AutoRedemptionExaminationBody Example = new(MemberDetails.ExampleId);
}

/// <summary>What the next night would redeem for a member, and why, unless something happens until then.</summary>
/// <param name="At">The midnight of that night.</param>
/// <param name="Redeems">Whether it would redeem the reward.</param>
/// <param name="RewardId">The reward; null where the programme names none.</param>
/// <param name="Threshold">From how many points on; null where the programme names no reward.</param>
/// <param name="Points">What it would cost the member.</param>
/// <param name="Available">The points that are usable then: those that become active by then count, and those that expire with that midnight, too.</param>
/// <param name="Left">How many of the reward are left; null where it never runs out.</param>
/// <param name="Refusals">The codes of everything that is in the way.</param>
/// <param name="Lots">What would be taken of which lots, in order.</param>
public sealed record AutoRedemptionExamination(
    DateTimeOffset At, bool Redeems, RewardId? RewardId, long? Threshold, long? Points, long Available, long? Left, IReadOnlyList<string> Refusals, IReadOnlyList<LotShare> Lots)
{
    public static readonly AutoRedemptionExamination Example = new(
        new(2026, 3, 21, 20, 30, 0, TimeSpan.Zero), true, RewardDetails.ExampleId, 150, 120, 180, 49, [], [new(2, 30), new(1, 90)]);
}

public sealed record ExamineAutoRedemption(ProgrammeId Id, AutoRedemptionExaminationBody Body) : IQuery<AutoRedemptionExamination>;

internal sealed class ExamineAutoRedemptionHandler(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes)
    : IQueryHandler<ExamineAutoRedemption, AutoRedemptionExamination>
{
    public async Task<Result<AutoRedemptionExamination>> Handle(ExamineAutoRedemption query, CancellationToken ct)
    {
        var (id, now) = (query.Body.MemberId, clock.GetUtcNow());
        if (await programmes.Find(db, caller.Tenant.Number, query.Id, ct) is not { } programme)
        {
            return Error.NotFound<Programme>();
        }
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.ProgrammeId == query.Id, ct) is not { } member)
        {
            return MemberErrors.Unknown;
        }
        var midnight = programme.Content.NextMidnight(now);
        var view = member.ViewBefore(programme.Content, midnight, now);
        var available = view.Available;
        if (programme.Content.AutoRedemption is not { } auto || await db.OfferedByNight(auto, ct) is not { } offer)
        {
            return new AutoRedemptionExamination(midnight, false, null, null, null, available, null, [ProgrammeErrors.RedeemsNothing.Code], []);
        }
        var had = (await db.HadBy([id], offer.Limited, ct)).GetValueOrDefault((id, auto.RewardId));
        var price = offer.Reward.Content.PriceFor(member.TierCode);
        List<Error?> refusals =
        [
            offer.Reward.Refusal(programme.Id, member.TierCode, had, midnight), member.LeftAt is null ? null : MemberErrors.Left, offer.Left == 0 ? RewardErrors.OutOfStock : null,
            available < auto.Threshold ? ProgrammeErrors.BelowThreshold : null, available < price ? MemberErrors.BalanceInsufficient : null,
        ];
        var codes = refusals.OfType<Error>().Select(r => r.Code).ToList();
        // What it would take, tried on copies.
        var paid = codes.Count > 0 ? null : view.TakeBefore(midnight, new(EntryKind.Redeem, price, "examined"), now);
        return new AutoRedemptionExamination(
            midnight, paid is not null, auto.RewardId, auto.Threshold, price, available, offer.Left, codes, LotShare.Of(view, paid));
    }
}
