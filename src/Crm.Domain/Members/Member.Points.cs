using Crm.Domain.Programmes;

namespace Crm.Domain.Members;

/// <summary>Something that may earn points, and what it is counted under.</summary>
public sealed record Earned(EarningFacts Facts, string SourceKey, RecordId? Subject = null, StaffId? By = null);

/// <summary>What an operation added, to be kept for ever.</summary>
/// <param name="Released">The lot that a review let count.</param>
public sealed record LedgerChange(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<MadeLot> Lots, IReadOnlyList<LotAllocation> Allocations, MadeLot? Released = null)
{
    public static readonly LedgerChange Nothing = new([], [], []);

    internal static LedgerChange Of(Ledger ledger) => new(ledger.Entries, [.. ledger.Made.Select(l => MadeLot.Of(ledger.Member, l))], ledger.Allocations);
}

public sealed partial class Member
{
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>What an event would earn, by the rules in force. Changes nothing.</summary>
    public EarningDecision Decide(ProgrammeInForce programme, EarningFacts facts, DateTimeOffset now)
    {
        var view = View(programme.Content, now);
        var room = programme.Content.MostBalance is { } most ? Math.Max(0, most - view.Available - view.Pending - view.Held) : (long?)null;
        return EarningDecision.Of(programme.Content, facts with { Tier = TierCode }, Counters, room);
    }

    /// <summary>Earns what the rules give for an event; each rule has an entry of its own.</summary>
    /// <param name="recent">How many earnings there were within the time of the velocity limit.</param>
    /// <param name="rolling">The qualifying points of the rolling window, where the programme has one.</param>
    public Result<(EarningDecision Decision, LedgerChange Change)> Earn(ProgrammeInForce programme, Earned earned, int recent, long rolling, DateTimeOffset now)
    {
        if ((LeftAt is not null ? MemberErrors.Left : programme.Retired ? ProgrammeErrors.Retired : null) is { } refusal)
        {
            return refusal;
        }
        if (earned.Facts.At > now + ClockTolerance)
        {
            return Error.Invalid([new("/at", "event_in_future", "This lies in the future. Send what has happened.")]);
        }
        var content = programme.Content;
        var decision = Decide(programme, earned.Facts, now);
        if (decision.Refused)
        {
            Changed(now);
            Raise(new PointsRefused(Id, CustomerId, earned.Subject));
            return MemberErrors.AboveTransactionCap;
        }
        var ledger = Open(programme);
        ledger.Settle(now);
        if (ledger.Available + (Int128)ledger.Pending + ledger.Held + decision.Points > Money.Most)
        {
            return MemberErrors.PointsOverflow;
        }
        var held = content.Velocity is { } limit && recent >= limit.Earnings;
        var at = earned.Facts.At > now ? now : earned.Facts.At;
        foreach (var outcome in decision.Rules.Where(r => r.Points > 0))
        {
            var rule = content.Rules!.First(r => r.Code == outcome.Code);
            var entry = ledger.Add(
                new(EntryKind.Earn, outcome.Points, $"{earned.SourceKey}:{rule.Code}")
                {
                    EarnedAt = at, AvailableAt = at.AddDays(rule.PendingDays ?? content.PendingDays), Held = held, Qualifies = rule.Qualifies, RuleCode = rule.Code,
                    Subject = earned.Subject, By = earned.By,
                }, now);
            Counters = EarningDecision.Count(content, Counters, rule.Code, outcome.Points, at);
            Raise(new PointsEarned(Id, CustomerId, entry.Number, entry.Points, held));
        }
        if (decision.Points > 0)
        {
            ledger.Touch(now);
            Keep(ledger, programme, rolling, now);
        }
        return decision.Points > 0 ? (decision, LedgerChange.Of(ledger)) : (decision, LedgerChange.Nothing);
    }

    /// <summary>Spends points, the soonest to expire first.</summary>
    public Result<(LedgerEntry Entry, LedgerChange Change)> Redeem(
        ProgrammeInForce programme, long points, string sourceKey, RecordId? subject, StaffId? by, long rolling, DateTimeOffset now)
    {
        if (LeftAt is not null)
        {
            return MemberErrors.Left;
        }
        var ledger = Open(programme);
        if (ledger.Take(new(EntryKind.Redeem, points, sourceKey, subject, By: by), now) is not { } entry)
        {
            return MemberErrors.BalanceInsufficient.Because($"{ledger.Available} points are usable.");
        }
        ledger.Touch(now);
        Keep(ledger, programme, rolling, now);
        Raise(new PointsRedeemed(Id, CustomerId, entry.Number, points, subject));
        return (entry, LedgerChange.Of(ledger));
    }

    /// <summary>Gives back what was spent, to the lots that it was taken from.</summary>
    /// <param name="from">Those lots, as they were made.</param>
    public LedgerChange GiveBack(
        ProgrammeInForce programme, LedgerEntry spent, IReadOnlyList<LotAllocation> taken, IReadOnlyList<MadeLot> from, string? reason, StaffId? by, long rolling, DateTimeOffset now)
    {
        var ledger = Open(programme, from);
        var entry = ledger.GiveBack(spent, taken, reason, by, now);
        Keep(ledger, programme, rolling, now);
        Raise(new PointsGivenBack(Id, CustomerId, entry.Number, entry.Points, entry.Subject));
        return LedgerChange.Of(ledger);
    }

    /// <summary>Takes back, in proportion, what a purchase earned: of each of its earnings, rounded down, and never more than it was.</summary>
    /// <param name="earnings">What the purchase earned.</param>
    /// <param name="before">How much of the purchase had come back before.</param>
    /// <param name="after">How much of it has come back now.</param>
    /// <param name="whole">How much it was.</param>
    public LedgerChange ClawBack(
        ProgrammeInForce programme, RecordId purchase, int number, IReadOnlyList<LedgerEntry> earnings, long before, long after, long whole, long rolling, DateTimeOffset now)
    {
        var ledger = Open(programme);
        foreach (var earning in earnings)
        {
            var points = Part(earning.Points, after, whole) - Part(earning.Points, before, whole);
            var qualifying = Part(earning.Qualifying, after, whole) - Part(earning.Qualifying, before, whole);
            if (points > 0)
            {
                ledger.ClawBack(purchase, $"{purchase}:return:{number}:{earning.RuleCode}", points, qualifying, earning.QualifiesAt, now);
            }
        }
        if (ledger.Entries.Count == 0)
        {
            return LedgerChange.Nothing;
        }
        Keep(ledger, programme, rolling, now);
        foreach (var entry in ledger.Entries.Where(e => e is { Kind: EntryKind.Clawback, Points: < 0 }))
        {
            Raise(new PointsClawedBack(Id, CustomerId, entry.Number, -entry.Points, purchase));
        }
        return LedgerChange.Of(ledger);
    }

    /// <summary>Gives points, or takes them where they are below zero, by hand and with a reason.</summary>
    public Result<(LedgerEntry Entry, LedgerChange Change)> Adjust(
        ProgrammeInForce programme, long points, bool qualifies, string sourceKey, RecordId? subject, string reason, StaffId? by, long rolling, DateTimeOffset now)
    {
        if (LeftAt is not null)
        {
            return MemberErrors.Left;
        }
        var ledger = Open(programme);
        ledger.Settle(now);
        if (ledger.Available + (Int128)ledger.Pending + ledger.Held + points > Money.Most)
        {
            return MemberErrors.PointsOverflow;
        }
        var words = FoldedText.Nfc(reason.Trim());
        var debit = new Debit(EntryKind.Adjust, -points, sourceKey, subject, words, by);
        var entry = points > 0
            ? ledger.Add(new(EntryKind.Adjust, points, sourceKey) { Qualifies = qualifies, Subject = subject, Reason = words, By = by }, now)
            : programme.Content.Returns == ReturnPolicy.AllowNegative ? ledger.TakeOrOwe(debit, now) : ledger.Take(debit, now);
        if (entry is null)
        {
            return MemberErrors.BalanceInsufficient.Because($"{ledger.Available} points are usable.");
        }
        Keep(ledger, programme, rolling, now);
        Raise(new PointsAdjusted(Id, CustomerId, entry.Number, points));
        return (entry, LedgerChange.Of(ledger));
    }

    /// <summary>Moves points to another member of the household, who can use them as long as this one could.</summary>
    public Result<(LedgerChange Own, LedgerChange Theirs)> Transfer(
        ProgrammeInForce programme, Member to, long points, string sourceKey, StaffId? by, long rolling, long rollingOfOther, DateTimeOffset now)
    {
        if (to.Id == Id || to.ProgrammeId != ProgrammeId || to.HeadId != HeadId)
        {
            return MemberErrors.OtherHousehold;
        }
        if (LeftAt is not null || to.LeftAt is not null)
        {
            return MemberErrors.Left;
        }
        var (own, theirs) = (Open(programme), to.Open(programme));
        var debit = new Debit(EntryKind.TransferOut, points, sourceKey, RecordId.Of(to.Id), By: by);
        var credit = new Credit(EntryKind.TransferIn, points, sourceKey) { Subject = RecordId.Of(Id), By = by };
        if (own.MoveTo(theirs, debit, credit, now) is null)
        {
            return MemberErrors.BalanceInsufficient.Because($"{own.Available} points are usable.");
        }
        Keep(own, programme, rolling, now);
        to.Keep(theirs, programme, rollingOfOther, now);
        Raise(new PointsTransferred(Id, CustomerId, to.Id, points));
        return (LedgerChange.Of(own), LedgerChange.Of(theirs));
    }

    /// <summary>Lets points count that were held, or takes them away.</summary>
    public Result<LedgerChange> Review(ProgrammeInForce programme, int entryNumber, bool approve, string? reason, StaffId? by, long rolling, DateTimeOffset now)
    {
        var ledger = Open(programme);
        if (ledger.Lots.FirstOrDefault(l => l.EntryNumber == entryNumber && l is { State: LotState.Held, Remaining: > 0 }) is not { } lot)
        {
            return entryNumber > EntryCount ? MemberErrors.EntryUnknown : MemberErrors.NotHeld;
        }
        if (approve)
        {
            ledger.Release(lot, by, reason, now);
        }
        else
        {
            ledger.Reject(lot, by, reason, now);
        }
        Keep(ledger, programme, rolling, now);
        Raise(new PointsReviewed(Id, CustomerId, entryNumber, approve));
        return LedgerChange.Of(ledger) with { Released = approve ? MadeLot.Of(Id, lot) : null };
    }

    /// <summary>
    /// What the night does: pending points become active, the tiers are looked at, points expire, and tiers by balance are looked at again. Doing it twice does nothing the second time.
    /// </summary>
    public LedgerChange Night(ProgrammeInForce programme, long rolling, DateTimeOffset now)
    {
        var ledger = Open(programme);
        ledger.Settle(now);
        Keep(ledger, programme, rolling, now, night: true);
        return LedgerChange.Of(ledger);
    }

    /// <summary>
    /// The night of a programme that redeems by itself. It belongs to the first midnight since something of the member was due, so that a late one still finds the points of that
    /// midnight; one night redeems once, by the source key of its day.
    /// </summary>
    /// <param name="points">What the reward costs the member; null where they cannot have it.</param>
    /// <returns>The entry that paid for it; null where nothing was redeemed.</returns>
    public (LedgerEntry? Paid, LedgerChange Change) RedeemByNight(
        ProgrammeInForce programme, long threshold, long? points, RecordId redemption, long rolling, DateTimeOffset now)
    {
        var (content, ledger) = (programme.Content, Open(programme));
        var midnight = content.NextMidnight((DueAt ?? now).AddTicks(-1));
        var paid = (LedgerEntry?)null;
        if (points is { } price && LeftAt is null && midnight <= now)
        {
            ledger.SettleBefore(midnight, now);
            paid = ledger.Available < threshold ? null
                : ledger.TakeBefore(midnight, new(EntryKind.Redeem, price, $"night:{content.DayOf(midnight):yyyy-MM-dd}", redemption), now);
        }
        ledger.Settle(now);
        Keep(ledger, programme, rolling, now, night: true);
        if (paid is not null)
        {
            Raise(new PointsRedeemed(Id, CustomerId, paid.Number, -paid.Points, redemption));
        }
        return (paid, LedgerChange.Of(ledger));
    }

    private static long Part(long of, long part, long whole) => whole == 0 ? (part > 0 ? of : 0) : (long)((Int128)of * part / whole);
}
