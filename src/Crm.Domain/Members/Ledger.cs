using Crm.Domain.Programmes;

namespace Crm.Domain.Members;

/// <summary>
/// The arithmetic of one member's points: entries, lots and allocations. It is given the lots that are not used up and changes nothing but them and itself; what is new stands in
/// the lists of what was added. First everything that is due by now happens, each thing at its own instant and in order: at one instant points become active before
/// others expire.
/// </summary>
public sealed partial class Ledger
{
    private readonly List<LedgerEntry> entries = [];
    private readonly List<Lot> made = [];
    private readonly List<LotAllocation> allocations = [];
    private readonly List<Lot> lots;
    private readonly ProgrammeContent programme;
    private readonly int version;

    public Ledger(MemberId member, ProgrammeContent programme, int programmeVersion, LedgerStanding standing, IEnumerable<Lot> open)
    {
        (Member, this.programme, version) = (member, programme, programmeVersion);
        (EntryCount, LotCount, Deficit, LapsesAt, LapsedAt) = (standing.Entries, standing.Lots, standing.Deficit, standing.LapsesAt, standing.LapsedAt);
        lots = [.. open];
    }

    internal MemberId Member { get; }

    public int EntryCount { get; private set; }
    public int LotCount { get; private set; }

    /// <summary>What is owed: no points are usable while it is above zero.</summary>
    public long Deficit { get; private set; }

    /// <summary>When sliding points expire unless the member does something that counts.</summary>
    public DateTimeOffset? LapsesAt { get; private set; }

    /// <summary>When they last did.</summary>
    public DateTimeOffset? LapsedAt { get; private set; }

    public IReadOnlyList<LedgerEntry> Entries => entries;
    public IReadOnlyList<Lot> Made => made;
    public IReadOnlyList<LotAllocation> Allocations => allocations;
    public IReadOnlyList<Lot> Lots => lots;
    public LedgerStanding Standing => new(EntryCount, LotCount, Deficit, LapsesAt, LapsedAt);

    /// <summary>What can be used, after <see cref="Settle"/>.</summary>
    public long Available => lots.Where(l => l.State == LotState.Active).Sum(l => l.Remaining) - Deficit;
    public long Pending => lots.Where(l => l.State == LotState.Pending).Sum(l => l.Remaining);
    public long Held => lots.Where(l => l.State == LotState.Held).Sum(l => l.Remaining);

    public Balance Balance
    {
        get
        {
            var ends = lots.Where(l => l is { State: LotState.Active, Remaining: > 0 }).Select(l => (At: EndOf(l), l.Remaining)).Where(l => l.At is not null).GroupBy(l => l.At!.Value).MinBy(g => g.Key);
            return new(Available, Pending, Held, ends is null ? null : new(ends.Sum(l => l.Remaining), ends.Key));
        }
    }

    /// <summary>When something is due next; null where nothing is.</summary>
    public DateTimeOffset? NextDue => NextStep()?.At;

    /// <summary>Writes what has happened by itself.</summary>
    public void Settle(DateTimeOffset now)
    {
        while (NextStep() is { } step && step.At <= now)
        {
            Happen(step.At, step.Lot, now);
        }
    }

    /// <summary>Writes what has happened before a midnight, and with it what becomes active: a night redeems before the points of its last day expire.</summary>
    public void SettleBefore(DateTimeOffset midnight, DateTimeOffset now)
    {
        while (NextStep() is { } step && (step.At < midnight || (step.At == midnight && step.Lot?.State == LotState.Pending)))
        {
            Happen(step.At, step.Lot, now);
        }
    }

    /// <summary>Adds points. What is owed is covered first.</summary>
    public LedgerEntry Add(Credit credit, DateTimeOffset now)
    {
        Settle(now);
        var pending = !credit.Held && credit.AvailableAt > now;
        var at = credit.Held ? (DateTimeOffset?)null : pending ? credit.AvailableAt : now;
        var entry = Write(credit.Kind, credit.Points, credit.SourceKey, now, at, credit.Subject, credit.Reason, credit.By, credit.RuleCode, credit.Qualifies ? credit.Points : 0, qualifiesAt: credit.EarnedAt);
        var lot = NewLot(entry, credit.Points, credit.EarnedAt ?? now, at, at is { } active ? programme.ExpiresAt(active) : null, programme.Slides());
        lot.Become(credit.Held ? LotState.Held : pending ? LotState.Pending : LotState.Active);
        Cover(lot, entry);
        return entry;
    }

    /// <summary>Takes points that there are, the soonest to expire first; false where there are too few.</summary>
    public LedgerEntry? Take(Debit debit, DateTimeOffset now)
    {
        Settle(now);
        return Available < debit.Points ? null : Consume(debit, InOrder(), debit.Points, now, now);
    }

    /// <summary>Takes points by night, as of its midnight; null where there are too few.</summary>
    public LedgerEntry? TakeBefore(DateTimeOffset midnight, Debit debit, DateTimeOffset now)
    {
        SettleBefore(midnight, now);
        return Available < debit.Points ? null : Consume(debit, InOrder(), debit.Points, now, midnight);
    }

    /// <summary>Takes points also where there are too few: what is missing is owed.</summary>
    public LedgerEntry TakeOrOwe(Debit debit, DateTimeOffset now)
    {
        Settle(now);
        return Consume(debit, InOrder(), debit.Points, now, now);
    }

    /// <summary>Moves points to another member, who has them as they were: no longer than they were usable.</summary>
    public LedgerEntry? MoveTo(Ledger other, Debit debit, Credit credit, DateTimeOffset now)
    {
        other.Settle(now);
        if (Take(debit, now) is not { } taken)
        {
            return null;
        }
        var entry = other.Write(credit.Kind, debit.Points, credit.SourceKey, now, now, credit.Subject, credit.Reason, credit.By, null, 0);
        foreach (var allocation in allocations.Where(a => a.EntryNumber == taken.Number))
        {
            var from = lots.Find(l => l.Number == allocation.LotNumber)!;
            var lot = other.NewLot(entry, allocation.Points, from.EarnedAt, now, from.ExpiresAt, from.Slides);
            other.Cover(lot, entry);
        }
        return taken;
    }

    /// <summary>
    /// Takes back what a purchase earned. First of its points that are pending, then of its own others, then of others in the order of consumption: as far as the policy goes. The
    /// lots that the purchase made are among the open ones, as far as anything is left of them.
    /// </summary>
    public void ClawBack(RecordId subject, string sourceKey, long points, long qualifying, DateTimeOffset earnedAt, DateTimeOffset now)
    {
        Settle(now);
        var left = points;
        foreach (var waiting in lots.Where(l => l.Subject == subject && l.State != LotState.Active && l.Remaining > 0).OrderBy(l => l.Number).ToList())
        {
            var part = Math.Min(left, waiting.Remaining);
            if (part > 0)
            {
                // In the balance from the instant on at which its lot is.
                Consume(new(EntryKind.Clawback, part, $"{sourceKey}:{waiting.Number}", subject), [waiting], part, now, waiting.AvailableAt);
                left -= part;
            }
        }
        var rest = programme.Returns switch
        {
            ReturnPolicy.OnlyPending => 0,
            ReturnPolicy.WithinBalance => Math.Min(left, Math.Max(0, Available)),
            _ => left,
        };
        if (rest > 0 || qualifying > 0)
        {
            var order = InOrder().ToList();
            Consume(new(EntryKind.Clawback, rest, sourceKey, subject), [.. order.Where(l => l.Subject == subject), .. order.Where(l => l.Subject != subject)], rest, now, now, qualifying, qualifiesAt: earnedAt);
        }
    }

    /// <summary>Gives back what an entry took, to the lots that it took it from. What has expired there is gone at once, or usable for some days more.</summary>
    /// <param name="taken">What it took of which lots; the lots are among the open ones.</param>
    public LedgerEntry GiveBack(LedgerEntry reversed, IReadOnlyList<LotAllocation> taken, string? reason, StaffId? by, DateTimeOffset now)
    {
        Settle(now);
        var entry = Write(EntryKind.Reverse, -reversed.Points, $"entry:{reversed.Number}", now, now, reversed.Subject, reason, by, reverses: reversed.Number);
        var late = 0L;
        var gone = new List<Lot>();
        foreach (var allocation in taken)
        {
            var lot = lots.Find(l => l.Number == allocation.LotNumber) ?? throw new InvalidOperationException($"Lot {allocation.LotNumber} was not loaded.");
            if (EndOf(lot) <= now)
            {
                if (programme.Reversals == ReversalPolicy.Grace)
                {
                    late += allocation.Points;
                    continue;
                }
                gone.Add(lot);
            }
            lot.Leave(lot.Remaining + allocation.Points);
            Allocate(entry, lot, -allocation.Points);
        }
        foreach (var lot in gone)
        {
            Expire(lot, now, now, $"lot:{lot.Number}:{entry.Number}");
        }
        if (late > 0)
        {
            NewLot(entry, late, now, now, programme.Midnight(programme.DayOf(now).AddDays(programme.GraceDays + 1)), slides: false);
        }
        foreach (var lot in InOrder().ToList())
        {
            Cover(lot, entry);
        }
        return entry;
    }

    /// <summary>Lets held points count, from now on.</summary>
    public void Release(Lot lot, StaffId? by, string? reason, DateTimeOffset now)
    {
        Settle(now);
        lot.Release(now, programme.ExpiresAt(now));
        Activate(lot, now, now, by, reason);
    }

    /// <summary>Takes held points away.</summary>
    public void Reject(Lot lot, StaffId? by, string? reason, DateTimeOffset now)
    {
        Settle(now);
        Consume(new(EntryKind.Reverse, lot.Remaining, $"lot:{lot.Number}", lot.Subject, reason, by), [lot], lot.Remaining, now, null, lot.Qualifying, lot.EntryNumber, lot.EarnedAt);
    }

    /// <summary>The member did something that counts: sliding points live on from here.</summary>
    public void Touch(DateTimeOffset now)
    {
        if (LapsesAt < programme.LapsesAt(now))
        {
            LapsesAt = programme.LapsesAt(now);
        }
    }

    /// <summary>When a lot expires, as things stand.</summary>
    public DateTimeOffset? EndOf(Lot lot) => !lot.Slides ? lot.ExpiresAt : lot.AvailableAt < LapsedAt ? LapsedAt : LapsesAt;

    /// <summary>The lots of which something is left, in the order in which they are spent: the soonest to expire first, those that never do last; then the oldest.</summary>
    public IEnumerable<Lot> OpenLots => lots.Where(l => l.Remaining > 0).OrderBy(l => EndOf(l) ?? DateTimeOffset.MaxValue).ThenBy(l => l.EarnedAt).ThenBy(l => l.Number);

    private IEnumerable<Lot> InOrder() => OpenLots.Where(l => l.State == LotState.Active);

    /// <summary>What happens next by itself. Becoming active comes before expiring, and where neither decides the older lot comes first.</summary>
    private (DateTimeOffset At, Lot? Lot)? NextStep()
    {
        (DateTimeOffset At, int Rank, int Number, Lot? Lot)? first = LapsesAt is { } lapses ? (lapses, 1, 0, null) : null;
        foreach (var lot in lots)
        {
            var at = lot.Remaining == 0 ? null : lot.State switch { LotState.Pending => lot.AvailableAt, LotState.Active when !lot.Slides => lot.ExpiresAt, _ => null };
            if (at is { } due && (first is not { } other || (due, lot.State == LotState.Pending ? 0 : 1, lot.Number).CompareTo((other.At, other.Rank, other.Number)) < 0))
            {
                first = (due, lot.State == LotState.Pending ? 0 : 1, lot.Number, lot);
            }
        }
        return first is { } found ? (found.At, found.Lot) : null;
    }
}
