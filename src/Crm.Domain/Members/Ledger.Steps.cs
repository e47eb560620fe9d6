namespace Crm.Domain.Members;

/// <summary>What the operations consist of.</summary>
public sealed partial class Ledger
{
    /// <summary>One thing that happens by itself: a lot becomes active or expires; without a lot, all that live by activity lapse.</summary>
    private void Happen(DateTimeOffset at, Lot? lot, DateTimeOffset now)
    {
        if (lot is null)
        {
            foreach (var sliding in lots.Where(l => l is { Slides: true, State: LotState.Active, Remaining: > 0 }).OrderBy(l => l.Number))
            {
                Expire(sliding, at, now);
            }
            (LapsedAt, LapsesAt) = (at, null);
        }
        else if (lot.State == LotState.Pending)
        {
            Activate(lot, at, now);
        }
        else
        {
            Expire(lot, at, now);
        }
    }

    private void Activate(Lot lot, DateTimeOffset at, DateTimeOffset now, StaffId? by = null, string? reason = null)
    {
        lot.State = LotState.Active;
        var entry = Write(EntryKind.Activate, 0, $"lot:{lot.Number}", now, at, lot.Subject, reason, by, lot.RuleCode);
        SlideFrom(lot, at);
        Cover(lot, entry);
    }

    private void Expire(Lot lot, DateTimeOffset at, DateTimeOffset now, string? sourceKey = null) =>
        Consume(new(EntryKind.Expire, lot.Remaining, sourceKey ?? $"lot:{lot.Number}", lot.Subject), [lot], lot.Remaining, now, at);

    private void Cover(Lot lot, LedgerEntry by)
    {
        var part = lot.State == LotState.Active ? Math.Min(Deficit, lot.Remaining) : 0;
        if (part > 0)
        {
            (Deficit, lot.Remaining) = (Deficit - part, lot.Remaining - part);
            Allocate(by, lot, part);
        }
    }

    private LedgerEntry Consume(Debit debit, IEnumerable<Lot> order, long points, DateTimeOffset now, DateTimeOffset? effective, long qualifying = 0, int? reverses = null, DateTimeOffset? qualifiesAt = null)
    {
        var entry = Write(debit.Kind, -points, debit.SourceKey, now, effective, debit.Subject, debit.Reason, debit.By, null, -qualifying, reverses, qualifiesAt);
        var left = points;
        foreach (var lot in order.ToList())
        {
            var part = Math.Min(left, lot.Remaining);
            if (part > 0)
            {
                (lot.Remaining, left) = (lot.Remaining - part, left - part);
                Allocate(entry, lot, part);
            }
        }
        Deficit += left;
        return entry;
    }

    private Lot NewLot(LedgerEntry entry, long points, DateTimeOffset earned, DateTimeOffset? available, DateTimeOffset? expires, bool slides, Lot? like = null)
    {
        var lot = new Lot
        {
            MemberId = member, Number = ++LotCount, EntryNumber = entry.Number, Points = points, Remaining = points, EarnedAt = earned, AvailableAt = available, ExpiresAt = expires,
            Slides = slides, Subject = like is null ? entry.Subject : like.Subject, RuleCode = like is null ? entry.RuleCode : like.RuleCode,
            Qualifying = like is null ? entry.Qualifying : like.Qualifying,
        };
        lots.Add(lot);
        made.Add(lot);
        if (available <= entry.At)
        {
            SlideFrom(lot, available.Value);
        }
        return lot;
    }

    /// <summary>A sliding lot that becomes active is usable for as long as if the member had done something then.</summary>
    private void SlideFrom(Lot lot, DateTimeOffset at)
    {
        if (lot.Slides && programme.LapsesAt(at) is { } lapses)
        {
            LapsesAt = LapsesAt > lapses ? LapsesAt : lapses;
        }
    }

    /// <summary>What an entry takes of a lot, or gives back: one row for both, however often it comes to it.</summary>
    private void Allocate(LedgerEntry entry, Lot lot, long points)
    {
        var known = allocations.FindIndex(a => a.EntryNumber == entry.Number && a.LotNumber == lot.Number);
        var allocation = new LotAllocation
        {
            MemberId = member, EntryNumber = entry.Number, LotNumber = lot.Number, Points = points + (known < 0 ? 0 : allocations[known].Points),
        };
        if (known < 0)
        {
            allocations.Add(allocation);
        }
        else
        {
            allocations[known] = allocation;
        }
    }

    private LedgerEntry Write(
        EntryKind kind, long points, string sourceKey, DateTimeOffset now, DateTimeOffset? effective, RecordId? subject = null, string? reason = null, StaffId? by = null,
        string? ruleCode = null, long qualifying = 0, int? reverses = null, DateTimeOffset? qualifiesAt = null)
    {
        var entry = new LedgerEntry
        {
            Id = LedgerEntryId.New(now), MemberId = member, Number = ++EntryCount, Kind = kind, Points = points, Qualifying = qualifying, QualifiesAt = qualifiesAt ?? now, At = now, EffectiveAt = effective, SourceKey = sourceKey, RuleCode = ruleCode,
            ProgrammeVersion = version, Subject = subject, Reverses = reverses, Reason = reason, By = by,
        };
        entries.Add(entry);
        return entry;
    }
}
