using Crm.Domain.Customers;

namespace Crm.Domain.Referrals;

/// <summary>Where a referral stands: the person may still become a customer; did; had been one before; the referral was taken back.</summary>
public enum ReferralState { Open, Converted, Unfounded, Withdrawn }

/// <summary>What is known of two people who are not to reward each other for themselves.</summary>
/// <param name="SameHousehold">Whether they live together, or collect points together.</param>
/// <param name="Bought">Whether the one who is referred bought before.</param>
/// <param name="ReferralId">The referral by which that one is known already.</param>
public sealed record ReferralTies(bool SameHousehold, bool Bought, ReferralId? ReferralId)
{
    public static readonly ReferralTies None = new(false, false, null);
}

/// <summary>
/// Somebody brought somebody new (S5-REFER-1): it is kept with the lead from where it came, and rewarded once, when the lead becomes a customer. Who is referred first by one person is not
/// referred by another.
/// </summary>
public sealed class Referral : AggregateRoot<Referral>, IResource
{
    public const int SourceMaxLength = 40;

    private Referral() { }

    public static string Prefix => "referral";

    public CustomerId ReferrerId { get; private set; }
    public CustomerId ReferredId { get; private set; }

    /// <summary>The code of where the lead came from, besides the referrer: a link, a campaign, a shop.</summary>
    public string? SourceCode { get; private set; }

    /// <summary>What must be unique: who is referred, or its own id when it was taken back.</summary>
    public ByteKey Slot { get; private set; }
    public ReferralState State { get; private set; }

    /// <summary>The first purchase, where that made a customer of the lead.</summary>
    public PurchaseId? PurchaseId { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The points that the referrer earned; each is an entry about this referral.</summary>
    public long Points { get; private set; }
    public StaffId? By { get; private set; }

    public static Result<Referral> Make(Customer referrer, Customer referred, ReferralTies ties, string? sourceCode, StaffId? by, DateTimeOffset now)
    {
        if (referrer.Id == referred.Id || ties.SameHousehold || SharesContact(referrer.Profile, referred.Profile))
        {
            return ReferralErrors.Self;
        }
        if (!IsLead(referred.Lifecycle) || ties.Bought)
        {
            return ReferralErrors.AlreadyCustomer.With(referred.Id.ToString());
        }
        if (ties.ReferralId is { } known)
        {
            return ReferralErrors.AlreadyReferred.With(known.ToString());
        }
        var referral = new Referral
        {
            Id = ReferralId.New(now), ReferrerId = referrer.Id, ReferredId = referred.Id, SourceCode = FoldedText.Shown(sourceCode), By = by, Slot = SlotOf(referred.Id.Value),
        };
        referral.Changed(now);
        referral.Raise(new CustomerReferred(referral.Id, referrer.Id, referred.Id));
        return referral;
    }

    public static bool IsLead(Lifecycle stage) => stage is Lifecycle.Prospect or Lifecycle.Lead;

    /// <summary>The lead became a customer.</summary>
    public void Convert(PurchaseId? purchase, long points, DateTimeOffset now)
    {
        (State, PurchaseId, Points, SettledAt) = (ReferralState.Converted, purchase, points, now);
        Changed(now);
        Raise(new ReferralConverted(Id, ReferrerId, ReferredId, points));
    }

    /// <summary>It turned out that the lead had been a customer before.</summary>
    public void Dismiss(DateTimeOffset now)
    {
        (State, SettledAt) = (ReferralState.Unfounded, now);
        Changed(now);
        Raise(new ReferralDismissed(Id, ReferrerId, ReferredId));
    }

    /// <summary>Takes it back, so that another one may be made. Repeating it changes nothing.</summary>
    public Result Withdraw(DateTimeOffset now)
    {
        if (State == ReferralState.Withdrawn)
        {
            return Result.Done;
        }
        if (State != ReferralState.Open)
        {
            return ReferralErrors.Settled;
        }
        (State, SettledAt, Slot) = (ReferralState.Withdrawn, now, SlotOf(Id.Value));
        Changed(now);
        Raise(new ReferralWithdrawn(Id, ReferrerId, ReferredId));
        return Result.Done;
    }

    private static ByteKey SlotOf(Guid id) => new(id.ToByteArray(bigEndian: true));

    private static bool SharesContact(CustomerProfile one, CustomerProfile other) => one.ContactPoints.Any(p =>
        p.Kind is ContactPointKind.Phone or ContactPointKind.Email && other.ContactPoints.Any(q => q.Kind == p.Kind && q.Normalized == p.Normalized));
}

public static class ReferralErrors
{
    public static readonly Error Self = new(ErrorKind.Conflict, "referral.self_referral",
        "Nobody refers themselves: both are the same customer, of one household, or share a telephone number or e-mail address.");

    public static readonly Error AlreadyCustomer = new(ErrorKind.Conflict, "referral.already_customer",
        "Who is referred is, or was, a customer already. Only a prospect or lead who never bought can be referred.");

    public static readonly Error AlreadyReferred = new(ErrorKind.Conflict, "referral.already_referred",
        "Somebody else referred this person before; the first one counts.");

    public static readonly Error Settled = new(ErrorKind.Conflict, "referral.settled",
        "The referral has come to its end and is not taken back any more.");

    public static readonly Error ReferrerUnknown = new Error(ErrorKind.Invalid, "referrer_unknown",
        "There is no customer in use with this id.").About("/referrerId");

    public static readonly Error ReferredUnknown = new Error(ErrorKind.Invalid, "referred_unknown",
        "There is no customer in use with this id.").About("/referredId");
}

[EventType("referral.made", 1, "A customer referred somebody new.")]
public sealed record CustomerReferred(ReferralId ReferralId, CustomerId ReferrerId, CustomerId ReferredId) : IDomainEvent;

[EventType("referral.converted", 1, "Somebody who was referred became a customer; the referrer earned what the programmes give for that.")]
public sealed record ReferralConverted(ReferralId ReferralId, CustomerId ReferrerId, CustomerId ReferredId, long Points) : IDomainEvent;

[EventType("referral.dismissed", 1, "Somebody who was referred turned out to have been a customer before; nothing is earned.")]
public sealed record ReferralDismissed(ReferralId ReferralId, CustomerId ReferrerId, CustomerId ReferredId) : IDomainEvent;

[EventType("referral.withdrawn", 1, "A referral was taken back.")]
public sealed record ReferralWithdrawn(ReferralId ReferralId, CustomerId ReferrerId, CustomerId ReferredId) : IDomainEvent;
