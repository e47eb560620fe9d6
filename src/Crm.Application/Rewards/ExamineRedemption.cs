using Crm.Application.Members;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Rewards;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Rewards;

/// <summary>Who would have a reward. Nothing is spent.</summary>
/// <param name="MemberId">Who.</param>
public sealed record RedemptionExaminationBody(MemberId MemberId)
{
    public static readonly RedemptionExaminationBody Example = new(MemberDetails.ExampleId);
}

/// <summary>What would come of a redemption, and why.</summary>
/// <param name="Allowed">Whether the member could have the reward now.</param>
/// <param name="Points">What it would cost the member.</param>
/// <param name="Available">The points that are usable.</param>
/// <param name="Left">How many of the reward are left; null where it never runs out.</param>
/// <param name="Refusals">The codes of everything that is in the way, as reserving would refuse it.</param>
/// <param name="Lots">What would be taken of which lots, in order.</param>
public sealed record RedemptionExamination(bool Allowed, long Points, long Available, long? Left, IReadOnlyList<string> Refusals, IReadOnlyList<LotShare> Lots)
{
    public static readonly RedemptionExamination Example = new(true, 120, 180, 49, [], [new(2, 30), new(1, 90)]);
}

/// <summary>What is taken of a lot.</summary>
/// <param name="Number">The lot.</param>
/// <param name="Points">How many points.</param>
public sealed record LotShare(int Number, long Points)
{
    /// <summary>What an entry takes of which lots, in order; nothing where there is none.</summary>
    internal static IReadOnlyList<LotShare> Of(Ledger ledger, LedgerEntry? entry) => [.. ledger.Allocations.Where(a => a.EntryNumber == entry?.Number).Select(a => new LotShare(a.LotNumber, a.Points))];
}

public sealed record ExamineRedemption(RewardId Id, RedemptionExaminationBody Body) : IQuery<RedemptionExamination>;

internal sealed class ExamineRedemptionHandler(ICrmDb db, MemberLedgers ledgers, TimeProvider clock) : IQueryHandler<ExamineRedemption, RedemptionExamination>
{
    public async Task<Result<RedemptionExamination>> Handle(ExamineRedemption query, CancellationToken ct)
    {
        var (id, now) = (query.Body.MemberId, clock.GetUtcNow());
        var wanted = await db.Rewards.AsNoTracking().Where(r => r.Id == query.Id).Select(r => new
        {
            Reward = r,
            Had = db.Redemptions.Count(x => x.MemberId == id && x.RewardId == r.Id && x.State != RedemptionState.Released),
            Left = db.RewardStocks.Where(s => s.RewardId == r.Id).Select(s => (long?)s.Left).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (wanted is null)
        {
            return Error.NotFound<Reward>();
        }
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } member)
        {
            return MemberErrors.Unknown;
        }
        var loaded = await ledgers.Of(member, ct);
        var view = member.View(loaded.Programme.Content, now);
        var (points, available) = (wanted.Reward.Content.PriceFor(member.TierCode), view.Available);
        List<Error?> refusals =
        [
            wanted.Reward.Refusal(member.ProgrammeId, member.TierCode, wanted.Had, now), member.LeftAt is null ? null : MemberErrors.Left,
            wanted.Left == 0 ? RewardErrors.OutOfStock : null, available < points ? MemberErrors.BalanceInsufficient : null,
        ];
        // What it would take, tried on copies.
        var taken = view.Take(new(EntryKind.Redeem, points, "examined"), now);
        var codes = refusals.OfType<Error>().Select(r => r.Code).ToList();
        return new RedemptionExamination(codes.Count == 0, points, available, wanted.Left, codes, LotShare.Of(view, taken));
    }
}
