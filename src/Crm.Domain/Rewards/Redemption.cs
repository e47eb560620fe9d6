using System.Security.Cryptography;
using System.Text;

namespace Crm.Domain.Rewards;

/// <summary>Where a redemption stands: points and stock are held; it is certain; the reward is handed over; points and stock went back.</summary>
public enum RedemptionState { Reserved, Confirmed, Fulfilled, Released }

/// <summary>
/// A code that is worth a reward, once: 130 random bits in the letters of Crockford's base32, in groups that can be read out. It is told once; what is kept is the hash by which it is
/// looked up.
/// </summary>
public readonly record struct VoucherCode
{
    public const int MaxLength = 40;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Letters = 26;

    private VoucherCode(string text) => Text = text;

    public string Text { get; }

    public ByteKey Key => KeyOf(Text ?? "");

    public static VoucherCode New() =>
        new(string.Join('-', RandomNumberGenerator.GetItems<char>(Alphabet, Letters).Chunk(7).Select(group => new string(group))));

    /// <summary>What a redemption with this code is looked up by, however it is typed.</summary>
    public static ByteKey KeyOf(string text)
    {
        var letters = text.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1').Where(char.IsAsciiLetterOrDigit);
        return new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(letters))));
    }

    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => "voucher code";
}

/// <summary>Points that a member spends on a reward: reserved, confirmed, fulfilled, or released (S5-LOYAL-3).</summary>
public sealed class Redemption : AggregateRoot<Redemption>, IResource
{
    private Redemption() { }

    public static string Prefix => "redemption";

    public RewardId RewardId { get; private set; }
    public MemberId MemberId { get; private set; }
    public CustomerId CustomerId { get; private set; }
    public long Points { get; private set; }

    /// <summary>The entry that took the points.</summary>
    public LedgerEntryId EntryId { get; private set; }
    public RedemptionState State { get; private set; }

    /// <summary>Until when it is held; a reservation that is not confirmed by then is released.</summary>
    public DateTimeOffset HeldUntil { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? FulfilledAt { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>The hash of the voucher's code.</summary>
    public ByteKey? VoucherKey { get; private set; }
    public DateTimeOffset? VoucherUntil { get; private set; }

    public static Redemption Reserve(Reward reward, MemberId member, CustomerId customer, long points, DateTimeOffset now)
    {
        var redemption = new Redemption
        {
            Id = RedemptionId.New(now), RewardId = reward.Id, MemberId = member, CustomerId = customer, Points = points, HeldUntil = now.AddMinutes(reward.Content.HoldMinutes),
        };
        redemption.Changed(now);
        redemption.Raise(new RewardReserved(redemption.Id, reward.Id, member, customer, points));
        return redemption;
    }

    public void PaidBy(LedgerEntryId entry) => EntryId = entry;

    /// <summary>Makes it certain. With a voucher its code is told now and never again.</summary>
    public Result<VoucherCode?> Confirm(int? voucherDays, DateTimeOffset now)
    {
        if (State != RedemptionState.Reserved)
        {
            return RedemptionErrors.NotReserved;
        }
        if (now >= HeldUntil)
        {
            return RedemptionErrors.HoldOver;
        }
        (State, ConfirmedAt) = (RedemptionState.Confirmed, now);
        Changed(now);
        Raise(new RewardConfirmed(Id, RewardId, MemberId, CustomerId));
        if (voucherDays is not { } days)
        {
            return (VoucherCode?)null;
        }
        var code = VoucherCode.New();
        (VoucherKey, VoucherUntil) = (code.Key, now.AddDays(days));
        return (VoucherCode?)code;
    }

    /// <summary>Tells a code anew: of a voucher that was redeemed by night, or lost. The one before is worth nothing any more.</summary>
    public Result<VoucherCode> RenewVoucher(DateTimeOffset now)
    {
        if (State != RedemptionState.Confirmed)
        {
            return State == RedemptionState.Fulfilled ? RedemptionErrors.VoucherUsed : RedemptionErrors.NotConfirmed;
        }
        if (VoucherUntil is not { } until)
        {
            return RedemptionErrors.NoVoucher;
        }
        if (now >= until)
        {
            return RedemptionErrors.VoucherOver;
        }
        var code = VoucherCode.New();
        VoucherKey = code.Key;
        Changed(now);
        return code;
    }

    /// <summary>Says that nobody asked for it: the night did, since there were points enough.</summary>
    public void ByNight() => Raise(new RewardRedeemedByNight(Id, RewardId, MemberId, CustomerId, Points));

    /// <summary>The reward was handed over, or its voucher used: once.</summary>
    public Result Fulfil(bool byVoucher, DateTimeOffset now)
    {
        if (State == RedemptionState.Fulfilled && byVoucher)
        {
            return RedemptionErrors.VoucherUsed;
        }
        if (State != RedemptionState.Confirmed)
        {
            return byVoucher ? RedemptionErrors.VoucherUnknown : RedemptionErrors.NotConfirmed;
        }
        if (byVoucher && now >= VoucherUntil)
        {
            return RedemptionErrors.VoucherOver;
        }
        (State, FulfilledAt) = (RedemptionState.Fulfilled, now);
        Changed(now);
        Raise(new RewardFulfilled(Id, RewardId, MemberId, CustomerId));
        return Result.Done;
    }

    /// <summary>Gives points and stock back; whatever was not handed over, and no voucher that was used.</summary>
    public Result Release(DateTimeOffset now)
    {
        if (State is RedemptionState.Released or RedemptionState.Fulfilled)
        {
            return State == RedemptionState.Released ? RedemptionErrors.AlreadyReleased : RedemptionErrors.AlreadyFulfilled;
        }
        (State, ReleasedAt) = (RedemptionState.Released, now);
        Changed(now);
        Raise(new RewardReleased(Id, RewardId, MemberId, CustomerId));
        return Result.Done;
    }
}

public static class RedemptionErrors
{
    public static readonly Error NotReserved = new(ErrorKind.Conflict, "redemption.not_reserved", "Only a reserved redemption is confirmed, and this one is not any more.");

    public static readonly Error HoldOver = new(ErrorKind.Conflict, "redemption.hold_over", "The time to confirm is over. Reserve the reward again.");

    public static readonly Error NotConfirmed = new(ErrorKind.Conflict, "redemption.not_confirmed", "Only a confirmed redemption is fulfilled.");

    public static readonly Error AlreadyReleased = new(ErrorKind.Conflict, "redemption.already_released", "Points and reward went back already.");

    public static readonly Error AlreadyFulfilled = new(ErrorKind.Conflict, "redemption.already_fulfilled", "The reward was handed over already, and what was handed over does not come back.");

    public static readonly Error VoucherUnknown = new(ErrorKind.NotFound, "redemption.voucher_unknown", "There is no voucher with this code.");

    public static readonly Error NoVoucher = new(ErrorKind.Conflict, "redemption.no_voucher", "The reward has no voucher; it is handed over.");

    public static readonly Error VoucherUsed = new(ErrorKind.Conflict, "redemption.voucher_used", "The voucher was used already. It is worth a reward once.");

    public static readonly Error VoucherOver = new(ErrorKind.Conflict, "redemption.voucher_over", "The voucher is not valid any more.");
}

[EventType("reward.reserved", 1, "A member's points and one of a reward are held.")]
public sealed record RewardReserved(RedemptionId RedemptionId, RewardId RewardId, MemberId MemberId, CustomerId CustomerId, long Points) : IDomainEvent;

[EventType("reward.confirmed", 1, "A redemption is certain.")]
public sealed record RewardConfirmed(RedemptionId RedemptionId, RewardId RewardId, MemberId MemberId, CustomerId CustomerId) : IDomainEvent;

[EventType("reward.redeemed_by_night", 1, "A night redeemed a reward for a member whose points reached the threshold; the code of a voucher is told to whoever asks for it.")]
public sealed record RewardRedeemedByNight(RedemptionId RedemptionId, RewardId RewardId, MemberId MemberId, CustomerId CustomerId, long Points) : IDomainEvent;

[EventType("reward.fulfilled", 1, "A reward was handed over, or its voucher used.")]
public sealed record RewardFulfilled(RedemptionId RedemptionId, RewardId RewardId, MemberId MemberId, CustomerId CustomerId) : IDomainEvent;

[EventType("reward.released", 1, "Points and reward of a redemption went back.")]
public sealed record RewardReleased(RedemptionId RedemptionId, RewardId RewardId, MemberId MemberId, CustomerId CustomerId) : IDomainEvent;
