namespace Crm.Domain.Members;

[EventType("member.enrolled", 1, "A customer became a member of a loyalty programme.")]
public sealed record MemberEnrolled(MemberId MemberId, CustomerId CustomerId) : IDomainEvent;

[EventType("member.left", 1, "A member left a loyalty programme.")]
public sealed record MemberLeft(MemberId MemberId, CustomerId CustomerId) : IDomainEvent;

[EventType("points.earned", 1, "A member earned points; held tells whether they wait for a review.")]
public sealed record PointsEarned(MemberId MemberId, CustomerId CustomerId, int Entry, long Points, bool Held) : IDomainEvent;

[EventType("points.refused", 1, "An event would have earned more points than the programme allows for one, and earned none.")]
public sealed record PointsRefused(MemberId MemberId, CustomerId CustomerId, RecordId? Subject) : IDomainEvent;

[EventType("points.reviewed", 1, "Points that were held for review count now, or were taken away.")]
public sealed record PointsReviewed(MemberId MemberId, CustomerId CustomerId, int Entry, bool Approved) : IDomainEvent;

[EventType("points.redeemed", 1, "A member spent points.")]
public sealed record PointsRedeemed(MemberId MemberId, CustomerId CustomerId, int Entry, long Points, RecordId? Subject) : IDomainEvent;

[EventType("points.given_back", 1, "Points that were spent came back.")]
public sealed record PointsGivenBack(MemberId MemberId, CustomerId CustomerId, int Entry, long Points, RecordId? Subject) : IDomainEvent;

[EventType("points.expired", 1, "Points of a member expired.")]
public sealed record PointsExpired(MemberId MemberId, CustomerId CustomerId, int Entry, long Points) : IDomainEvent;

[EventType("points.clawed_back", 1, "Points were taken back because a purchase was returned.")]
public sealed record PointsClawedBack(MemberId MemberId, CustomerId CustomerId, int Entry, long Points, RecordId? Subject) : IDomainEvent;

[EventType("points.adjusted", 1, "Points were given or taken by hand.")]
public sealed record PointsAdjusted(MemberId MemberId, CustomerId CustomerId, int Entry, long Points) : IDomainEvent;

[EventType("points.transferred", 1, "Points moved from one member to another: within a household, or since their customers were merged.")]
public sealed record PointsTransferred(MemberId MemberId, CustomerId CustomerId, MemberId ToMemberId, long Points) : IDomainEvent;

[EventType("member.merged", 1, "A membership has become a part of another one, since its customer was merged into that one's.")]
public sealed record MemberMerged(MemberId MemberId, CustomerId CustomerId, MemberId MergedIntoId) : IDomainEvent;

[EventType("tier.upgraded", 1, "A member reached a higher tier.")]
public sealed record TierUpgraded(MemberId MemberId, CustomerId CustomerId, string TierCode, string? FormerTierCode) : IDomainEvent;

[EventType("tier.downgraded", 1, "A member's tier ended; tierCode is the one below, if any.")]
public sealed record TierDowngraded(MemberId MemberId, CustomerId CustomerId, string? TierCode, string FormerTierCode) : IDomainEvent;

[EventType("tier.prolonged", 1, "A member reached the present tier again, or stays in it.")]
public sealed record TierProlonged(MemberId MemberId, CustomerId CustomerId, string TierCode, DateOnly? ValidThrough) : IDomainEvent;

[EventType("tier.will_downgrade", 1, "A member's tier will end unless more points are earned in time.")]
public sealed record TierWillDowngrade(MemberId MemberId, CustomerId CustomerId, string TierCode, DateOnly LastDay) : IDomainEvent;
