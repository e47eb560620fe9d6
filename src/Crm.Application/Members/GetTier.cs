using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

public sealed record GetTier(MemberId Id) : IQuery<TierProgress>;

/// <summary>Where a member stands on the way of the tiers, and what is missing (S5-LOYAL-2).</summary>
/// <param name="MemberId">The member.</param>
/// <param name="AsOf">The moment.</param>
/// <param name="Tier">The tier; null below the first one.</param>
/// <param name="Benefits">What it brings, in words.</param>
/// <param name="Since">The day on which it was reached.</param>
/// <param name="ExpiresAt">When it ends unless it is reached again, grace included; null where it has no end.</param>
/// <param name="Points">The points by which tiers are reached now.</param>
/// <param name="WindowFrom">The first day of the window in which they count; null where the balance counts.</param>
/// <param name="WindowTo">Its last day.</param>
/// <param name="NextTier">The tier above; null at the top.</param>
/// <param name="PointsToNext">How many points are missing for it.</param>
/// <param name="StayInTierPoints">How many points are missing to reach the present tier again.</param>
/// <param name="ProjectedTier">The tier after the end of the present one, as things stand.</param>
public sealed record TierProgress(
    MemberId MemberId, DateTimeOffset AsOf, string? Tier, string? Benefits, DateOnly? Since, DateTimeOffset? ExpiresAt, long Points, DateOnly? WindowFrom, DateOnly? WindowTo,
    string? NextTier, long? PointsToNext, long? StayInTierPoints, string? ProjectedTier)
{
    public static readonly TierProgress Example = new(
        MemberDetails.ExampleId, ProgrammeDetails.ExampleTime, "gold", null, new(2026, 3, 10), new(2027, 12, 31, 20, 30, 0, TimeSpan.Zero), 1000, new(2026, 1, 1), new(2026, 12, 31),
        null, null, 0, "gold");
}

internal sealed class GetTierHandler(ICrmDb db, TimeProvider clock, MemberLedgers ledgers) : IQueryHandler<GetTier, TierProgress>
{
    public async Task<Result<TierProgress>> Handle(GetTier query, CancellationToken ct)
    {
        if (await db.Members.AsNoTracking().FirstOrDefaultAsync(m => m.Id == query.Id, ct) is not { } member)
        {
            return Error.NotFound<Member>();
        }
        var (loaded, now) = (await ledgers.Of(member, ct), clock.GetUtcNow());
        return loaded.Programme.Content.Tiers is { } scheme ? Of(loaded, member.View(loaded.Programme.Content, now).Available, scheme, now)
            : new TierProgress(member.Id, now, null, null, null, null, 0, null, null, null, null, null, null);
    }

    internal static TierProgress Of(LoadedMember loaded, long available, TierScheme scheme, DateTimeOffset now)
    {
        var (member, content) = (loaded.Member, loaded.Programme.Content);
        var (day, joined) = (content.DayOf(now), content.DayOf(member.CreatedAt));
        var tier = member.Tier.At(scheme, day, joined);
        var (rank, points) = (scheme.RankOf(tier.Code), tier.Basis(scheme, available, loaded.Rolling));
        var next = rank + 1 < scheme.Tiers.Count ? scheme.Tiers[rank + 1] : null;
        var window = scheme.Basis == TierBasis.EarnedInWindow ? scheme.WindowOf(day, tier.Anchor(scheme, joined)) : ((DateOnly From, DateOnly To)?)null;
        var projected = tier.Projected(scheme, joined, available, loaded.Rolling);
        return new(
            member.Id, now, tier.Code, rank < 0 ? null : scheme.Tiers[rank].Benefits, tier.Since, tier.LastDay(scheme) is { } last ? content.Midnight(last.AddDays(1)) : null, points,
            window?.From, window?.To, next?.Code, next is null ? null : Math.Max(0, next.Threshold - points), rank < 0 ? null : Math.Max(0, scheme.Tiers[rank].Threshold - points),
            projected < 0 ? null : scheme.Tiers[projected].Code);
    }
}
