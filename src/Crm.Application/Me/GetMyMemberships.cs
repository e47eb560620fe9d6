using Crm.Application.Members;
using Crm.Application.Programmes;
using Crm.Domain;

namespace Crm.Application.Me;

public sealed record GetMyMemberships : IQuery<MyMemberships>;

/// <summary>The memberships of the customer for whom the credential acts.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Data">One for each programme that the customer is in, the oldest first; none where the credential acts for no customer.</param>
public sealed record MyMemberships(DateTimeOffset AsOf, IReadOnlyList<MyMembership> Data)
{
    public static readonly MyMemberships Example = new(ProgrammeDetails.ExampleTime, [MyMembership.Example]);
}

/// <summary>What a customer has in a programme: points, tier, and what can be had for them.</summary>
/// <param name="Id">The member's id.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Programme">What people call it.</param>
/// <param name="Balance">The points, with the lots of which something is left and when they expire.</param>
/// <param name="Tier">The tier, what is missing for the next one and to stay; null in a programme without tiers.</param>
/// <param name="WithinReach">Rewards that the points are enough for, the dearest first; at most 50.</param>
/// <param name="NearlyWithinReach">Rewards for which at most a quarter of the price is missing, or no more than what is pending; the least missing first, at most 50.</param>
public sealed record MyMembership(
    MemberId Id, ProgrammeId ProgrammeId, string Programme, MemberBalance Balance, TierProgress? Tier, IReadOnlyList<RewardInReach> WithinReach,
    IReadOnlyList<RewardInReach> NearlyWithinReach)
{
    public static readonly MyMembership Example = new(
        MemberDetails.ExampleId, ProgrammeDetails.ExampleId, ProgrammeDetails.Example.Content.Name, MemberBalance.Example, TierProgress.Example, [RewardInReach.Example], []);
}

/// <summary>A reward, and what is missing for it.</summary>
/// <param name="RewardId">The reward.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is.</param>
/// <param name="Points">What it costs this member.</param>
/// <param name="Missing">How many points are missing; 0 where there are enough.</param>
/// <param name="Left">How many are left, a few seconds ago at most; null where it never runs out.</param>
/// <param name="Voucher">Whether it comes as a voucher.</param>
/// <param name="Until">Until when it is offered; null where that is open.</param>
public sealed record RewardInReach(RewardId RewardId, string Name, string? Description, long Points, long Missing, long? Left, bool Voucher, DateTimeOffset? Until)
{
    public static readonly RewardInReach Example = new(Rewards.RewardDetails.ExampleId, "فنجان", null, 100, 0, 49, true, null);
}

internal sealed class GetMyMembershipsHandler(OwnMemberships own, TimeProvider clock) : IQueryHandler<GetMyMemberships, MyMemberships>
{
    public async Task<Result<MyMemberships>> Handle(GetMyMemberships query, CancellationToken ct) => new MyMemberships(clock.GetUtcNow(), await own.Read(null, ct));
}
