namespace Crm.Domain.Members;

/// <summary>What an entry is: points earned; pending ones become active; redeemed; expired; taken back for a return; adjusted by hand; moved between members; given back.</summary>
public enum EntryKind { Earn, Activate, Redeem, Expire, Clawback, Adjust, TransferIn, TransferOut, Reverse }

/// <summary>One entry of a member's ledger. Never changed, and never taken away. The sum of all entries is what the lots hold, less the deficit.</summary>
public sealed class LedgerEntry : IHasId<LedgerEntry>, IResource
{
    public const int SourceKeyMaxLength = 160;
    public const int ReasonMaxLength = 500;

    public static string Prefix => "ledger_entry";

    public required LedgerEntryId Id { get; init; }
    public required MemberId MemberId { get; init; }

    /// <summary>Its place in the ledger, from 1.</summary>
    public required int Number { get; init; }
    public required EntryKind Kind { get; init; }

    /// <summary>Positive for credits, negative for debits, 0 where points only become active.</summary>
    public required long Points { get; init; }

    /// <summary>How much it counts for tiers.</summary>
    public long Qualifying { get; init; }

    /// <summary>When that was earned.</summary>
    public required DateTimeOffset QualifiesAt { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when on it is in the balance: of points that are pending when they become active, of expired ones when they expired. Null while that waits for a review.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }

    /// <summary>What it comes from, so that nothing counts twice: unique for the member and kind.</summary>
    public required string SourceKey { get; init; }

    /// <summary>The rule by which it was earned.</summary>
    public string? RuleCode { get; init; }

    /// <summary>The version of the programme by which it was made.</summary>
    public required int ProgrammeVersion { get; init; }

    /// <summary>The record that it is about: a purchase, a redemption, a complaint, another member.</summary>
    public RecordId? Subject { get; init; }

    /// <summary>The entry that this one gives back.</summary>
    public int? Reverses { get; init; }
    public string? Reason { get; init; }
    public StaffId? By { get; init; }
}

/// <summary>How much of a lot an entry takes, or gives back where it is below zero. Never changed.</summary>
public sealed class LotAllocation
{
    public required MemberId MemberId { get; init; }
    public required int EntryNumber { get; init; }
    public required int LotNumber { get; init; }
    public required long Points { get; init; }
}

/// <summary>Where points stand: usable, not yet, waiting for a review.</summary>
public enum LotState { Active, Pending, Held }

/// <summary>
/// Points that came in together and expire together. While something is left of them they stand with the member. The remainder is the points less what the allocations take of
/// them, kept so that no history is read to spend points; an audit reckons it anew.
/// </summary>
public sealed class Lot
{
    private long remaining;
    private LotState state;
    private (DateTimeOffset? Available, DateTimeOffset? Expires) dates;

    /// <summary>Its place among the member's lots, from 1; the older first.</summary>
    public required int Number { get; init; }

    /// <summary>The credit that made it.</summary>
    public required int EntryNumber { get; init; }
    public required long Points { get; init; }
    public long Remaining { get => remaining; init => remaining = value; }
    public LotState State { get => state; init => state = value; }
    public required DateTimeOffset EarnedAt { get; init; }

    /// <summary>When it became active, or will; null while it is held.</summary>
    public DateTimeOffset? AvailableAt { get => dates.Available; init => dates.Available = value; }

    /// <summary>When it expires: at the midnight after its last day. Null where it never does, or where that depends on what the member does.</summary>
    public DateTimeOffset? ExpiresAt { get => dates.Expires; init => dates.Expires = value; }

    /// <summary>Whether it expires when the member has done nothing for long.</summary>
    public bool Slides { get; init; }
    public RecordId? Subject { get; init; }
    public string? RuleCode { get; init; }

    /// <summary>How much of it counts for tiers.</summary>
    public long Qualifying { get; init; }

    internal void Leave(long left) => remaining = left;

    internal void Become(LotState next) => state = next;

    internal void Release(DateTimeOffset now, DateTimeOffset? expires) => (state, dates) = (LotState.Pending, (now, expires));

    internal Lot Copy() => (Lot)MemberwiseClone();
}

/// <summary>A lot as it was made, kept for ever, also when nothing is left of it.</summary>
public sealed class MadeLot
{
    public required MemberId MemberId { get; init; }
    public required int Number { get; init; }
    public required int EntryNumber { get; init; }
    public required long Points { get; init; }
    public required DateTimeOffset EarnedAt { get; init; }

    /// <summary>As of the review where it was held.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    /// <inheritdoc cref="AvailableAt"/>
    public DateTimeOffset? ExpiresAt { get; init; }
    public bool Slides { get; init; }
    public RecordId? Subject { get; init; }
    public string? RuleCode { get; init; }
    public long Qualifying { get; init; }

    internal static MadeLot Of(MemberId member, Lot lot) => new()
    {
        MemberId = member, Number = lot.Number, EntryNumber = lot.EntryNumber, Points = lot.Points, EarnedAt = lot.EarnedAt, AvailableAt = lot.AvailableAt, ExpiresAt = lot.ExpiresAt,
        Slides = lot.Slides, Subject = lot.Subject, RuleCode = lot.RuleCode, Qualifying = lot.Qualifying,
    };

    /// <summary>The lot with nothing left of it.</summary>
    public Lot UsedUp() => new()
    {
        Number = Number, EntryNumber = EntryNumber, Points = Points, EarnedAt = EarnedAt, AvailableAt = AvailableAt, ExpiresAt = ExpiresAt, Slides = Slides, Subject = Subject,
        RuleCode = RuleCode, Qualifying = Qualifying,
    };
}
