using Crm.Domain.Programmes;

namespace Crm.Domain.Members;

/// <summary>The programme as an operation on a member needs it.</summary>
public sealed record ProgrammeInForce(ProgrammeId Id, int Version, ProgrammeContent Content, bool Retired);

/// <summary>
/// A customer in a loyalty programme, with their points (S5-LOYAL-1). The aggregate is the member with the lots that are not used up; entries and allocations are only added. Whatever
/// changes it changes its version, so that two who spend the same points are never both served.
/// </summary>
public sealed partial class Member : AggregateRoot<Member>, IResource
{
    private Member() { }

    public static string Prefix => "member";

    public ProgrammeId ProgrammeId { get; private set; }
    public CustomerId CustomerId { get; private set; }
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The member whose household this one is of; its own id where it heads one or is of none.</summary>
    public MemberId HeadId { get; private set; }
    public int EntryCount { get; private set; }
    public int LotCount { get; private set; }

    /// <summary>What is owed: no points are usable while it is above zero.</summary>
    public long Deficit { get; private set; }

    /// <summary>When points that live by activity expire.</summary>
    public DateTimeOffset? LapsesAt { get; private set; }
    public DateTimeOffset? LapsedAt { get; private set; }

    /// <summary>What was earned in the periods of caps.</summary>
    public IReadOnlyList<PeriodCounter> Counters { get; private set; } = [];
    public string? TierCode { get; private set; }
    public DateOnly? TierSince { get; private set; }
    public DateOnly? TierThrough { get; private set; }
    public DateOnly? WindowFrom { get; private set; }
    public long WindowPoints { get; private set; }
    public long FormerPoints { get; private set; }
    public DateOnly? TierLooked { get; private set; }

    /// <summary>When something of this member is due by itself; null where nothing is.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The lots of which something is left. They are never changed: operations work on copies.</summary>
    public IReadOnlyList<Lot> Lots { get; private set; } = [];

    /// <summary>What the points came to when they last changed: this, and what follows up to <see cref="BalanceUntil"/>.</summary>
    public long Available { get; private set; }
    public long Pending { get; private set; }
    public long Held { get; private set; }
    public long NextExpiring { get; private set; }
    public DateTimeOffset? NextExpiry { get; private set; }

    /// <summary>Until when that stays so by itself; from then on it is reckoned from the lots, whether the night has been or not.</summary>
    public DateTimeOffset? BalanceUntil { get; private set; }

    public TierStanding Tier
    {
        get => new(TierCode, TierSince, TierThrough, WindowFrom, WindowPoints, FormerPoints, TierLooked);
        private set => (TierCode, TierSince, TierThrough, WindowFrom, WindowPoints, FormerPoints, TierLooked) =
            (value.Code, value.Since, value.Through, value.WindowFrom, value.Points, value.Former, value.Looked);
    }

    public LedgerStanding Standing => new(EntryCount, LotCount, Deficit, LapsesAt, LapsedAt);

    public static Member Enrol(ProgrammeInForce programme, CustomerId customer, string? externalId, DateTimeOffset now)
    {
        var id = MemberId.New(now);
        var member = new Member
        {
            Id = id, HeadId = id, ProgrammeId = programme.Id, CustomerId = customer, ExternalId = externalId is { } key ? FoldedText.Nfc(key.Trim()) : null,
        };
        member.Changed(now);
        member.Raise(new MemberEnrolled(member.Id, customer));
        member.Tier = programme.Content.Tiers is { } scheme ? member.LookAtTier(scheme, TierStanding.None, programme.Content.DayOf(now), programme.Content.DayOf(now), 0, 0, night: false) : TierStanding.None;
        return member;
    }

    /// <summary>Ends the membership. Points stay in the ledger and are not spent any more.</summary>
    public void Leave(DateTimeOffset now)
    {
        if (LeftAt is null)
        {
            (LeftAt, DueAt) = (now, null);
            Changed(now);
            Raise(new MemberLeft(Id, CustomerId));
        }
    }

    /// <summary>Leaves the household, to be of none or to head one.</summary>
    public Result Form(DateTimeOffset now)
    {
        HeadId = Id;
        Changed(now);
        return Result.Done;
    }

    /// <summary>Joins the household that another member heads.</summary>
    public Result Join(Member head, DateTimeOffset now)
    {
        if (head.ProgrammeId != ProgrammeId || head.HeadId != head.Id || head.LeftAt is not null || head.MergedIntoId is not null)
        {
            return MemberErrors.HeadUnknown;
        }
        HeadId = head.Id;
        Changed(now);
        return Result.Done;
    }

    /// <summary>Its ledger, with copies of the lots, on which everything is done that changes points.</summary>
    /// <param name="more">Lots that it may need and that may be used up.</param>
    public Ledger Open(ProgrammeInForce programme, IReadOnlyList<MadeLot>? more = null)
    {
        var usedUp = (more ?? []).Where(made => !Lots.Any(l => l.Number == made.Number));
        return new(Id, programme.Content, programme.Version, Standing, [.. Lots.Select(l => l.Copy()), .. usedUp.Select(made => made.UsedUp())]);
    }

    /// <summary>What the ledger would show at an instant, reckoned on copies: nothing changes.</summary>
    public Ledger View(ProgrammeContent content, DateTimeOffset now)
    {
        var ledger = new Ledger(Id, content, 0, Standing, Lots.Select(l => l.Copy()));
        ledger.Settle(now);
        return ledger;
    }

    /// <summary>What it will show at a midnight, before what expires with it, unless something else happens until then.</summary>
    public Ledger ViewBefore(ProgrammeContent content, DateTimeOffset midnight, DateTimeOffset now)
    {
        var ledger = View(content, now);
        ledger.SettleBefore(midnight, now);
        return ledger;
    }

    /// <summary>Takes over what an operation on the ledger came to, looks at the tiers, and tells.</summary>
    private void Keep(Ledger ledger, ProgrammeInForce programme, long rolling, DateTimeOffset now, bool night = false)
    {
        var standing = ledger.Standing;
        (EntryCount, LotCount, Deficit, LapsesAt, LapsedAt) = (standing.Entries, standing.Lots, standing.Deficit, standing.LapsesAt, standing.LapsedAt);
        Lots = [.. ledger.Lots.Where(l => l.Remaining > 0)];
        var balance = ledger.Balance;
        (Available, Pending, Held, NextExpiring, NextExpiry, BalanceUntil) = (balance.Available, balance.Pending, balance.Held, balance.Next?.Points ?? 0, balance.Next?.At, ledger.NextDue);
        foreach (var expired in ledger.Entries.Where(e => e.Kind == EntryKind.Expire))
        {
            Raise(new PointsExpired(Id, CustomerId, expired.Number, -expired.Points));
        }
        // Whose night has not come yet although it is due has it still.
        var overdue = night || !(DueAt <= now) ? null : DueAt;
        DueAt = ledger.NextDue;
        if (programme.Content.Tiers is { } scheme)
        {
            var (day, joined) = (programme.Content.DayOf(now), programme.Content.DayOf(CreatedAt));
            rolling += ledger.Entries.Sum(e => e.Qualifying);
            Tier = LookAtTier(scheme, Counted(Tier.At(scheme, day, joined), ledger, programme.Content), day, joined, ledger.Available, rolling, night);
            if (Tier.NextLook(scheme, day, joined, ledger.Available, rolling) is { } look && !(DueAt < programme.Content.Midnight(look)))
            {
                DueAt = programme.Content.Midnight(look);
            }
        }
        if (LeftAt is null && programme.Content.AutoRedemption is { } auto && ledger.Available >= auto.Threshold && (overdue ?? programme.Content.NextMidnight(now)) is var next && !(DueAt < next))
        {
            DueAt = next;
        }
        Changed(now);
    }

    private static TierStanding Counted(TierStanding tier, Ledger ledger, ProgrammeContent content) =>
        ledger.Entries.Where(e => e.Qualifying != 0).Aggregate(tier, (standing, e) => standing.Count(e.Qualifying, content.DayOf(e.QualifiesAt)));

    /// <summary>A higher tier at once, or with the next window; a lower one only when the present one has ended.</summary>
    private TierStanding LookAtTier(TierScheme scheme, TierStanding tier, DateOnly day, DateOnly joined, long available, long rolling, bool night)
    {
        var current = scheme.RankOf(tier.Code);
        var reached = scheme.RankFor(scheme.Upgrade == TierUpgrade.NextPeriod && scheme.Window != TierWindow.RollingMonths && scheme.Basis == TierBasis.EarnedInWindow
            ? tier.Former : tier.Basis(scheme, available, rolling));
        var balances = scheme.Basis == TierBasis.Balance;
        if (reached > current && (scheme.Upgrade == TierUpgrade.Immediate || night || scheme.Basis == TierBasis.EarnedInWindow))
        {
            Raise(new TierUpgraded(Id, CustomerId, scheme.Tiers[reached].Code, tier.Code));
            var since = tier with { Code = scheme.Tiers[reached].Code, Since = day };
            return since with { Through = balances ? null : scheme.ValidThrough(day, since.Anchor(scheme, joined)) };
        }
        if (!balances && current >= 0 && reached == current && scheme.ValidThrough(day, tier.Anchor(scheme, joined)) is var through && through > tier.Through)
        {
            Raise(new TierProlonged(Id, CustomerId, tier.Code!, through));
            tier = tier with { Through = through };
        }
        if (current >= 0 && (balances ? night : day > tier.LastDay(scheme)))
        {
            tier = End(scheme, tier, day, joined, tier.Fallback(scheme, available, rolling));
        }
        return Warned(scheme, tier, day, joined, available, rolling);
    }

    private TierStanding End(TierScheme scheme, TierStanding tier, DateOnly day, DateOnly joined, int fallback)
    {
        var balances = scheme.Basis == TierBasis.Balance;
        var through = balances || fallback < 0 ? (DateOnly?)null
            : scheme.Validity == TierValidity.Months || scheme.Window == TierWindow.RollingMonths ? scheme.ValidThrough(day, joined)
            : scheme.WindowOf(day, tier.Anchor(scheme, joined)).To;
        if (fallback == scheme.RankOf(tier.Code))
        {
            if (!balances)
            {
                Raise(new TierProlonged(Id, CustomerId, tier.Code!, through));
            }
            return tier with { Through = through };
        }
        var code = fallback < 0 ? null : scheme.Tiers[fallback].Code;
        Raise(new TierDowngraded(Id, CustomerId, code, tier.Code!));
        return tier with { Code = code, Since = code is null ? null : day, Through = through };
    }

    private TierStanding Warned(TierScheme scheme, TierStanding tier, DateOnly day, DateOnly joined, long available, long rolling)
    {
        if (tier.LastDay(scheme) is not { } last || tier.Looked == tier.Through || scheme.WarnDays == 0 || day < last.AddDays(1 - scheme.WarnDays))
        {
            return tier;
        }
        if (tier.Projected(scheme, joined, available, rolling) < scheme.RankOf(tier.Code))
        {
            Raise(new TierWillDowngrade(Id, CustomerId, tier.Code!, last));
        }
        return tier with { Looked = tier.Through };
    }
}
