namespace Crm.Domain.Members;

/// <summary>What moves where two memberships become one, or two again: the lots as they are, not only what is usable.</summary>
public sealed partial class Ledger
{
    /// <summary>
    /// Moves what is left of these lots, each with its state, its days and what it came from. Usable ones go by one entry; each that waits by an entry of its own, which is in the balance when
    /// its lot is.
    /// </summary>
    /// <returns>How many points moved.</returns>
    public long MoveLotsTo(Ledger other, Func<Lot, bool> which, string sourceKey, DateTimeOffset now)
    {
        Settle(now);
        other.Settle(now);
        // What lives by activity lives as long as the later activity of the two lets it.
        var lapses = LapsesAt > other.LapsesAt || other.LapsesAt is null ? LapsesAt : other.LapsesAt;
        var moving = InOrder().Where(which).ToList();
        var moved = Move(other, moving, moving.Sum(l => l.Remaining), sourceKey, now, now);
        foreach (var lot in lots.Where(l => l.State != LotState.Active && l.Remaining > 0 && which(l)).OrderBy(l => l.Number).ToList())
        {
            moved += Move(other, [lot], lot.Remaining, $"{sourceKey}:{lot.Number}", now, lot.AvailableAt);
        }
        other.LapsesAt = moved > 0 ? lapses : other.LapsesAt;
        return moved;
    }

    /// <summary>Moves what is owed: the other owes it instead.</summary>
    public void MoveDebtTo(Ledger other, string sourceKey, DateTimeOffset now)
    {
        if (Deficit is > 0 and var owed)
        {
            Add(new(EntryKind.TransferIn, owed, sourceKey) { Subject = RecordId.Of(other.member) }, now);
            other.TakeOrOwe(new(EntryKind.TransferOut, owed, sourceKey, RecordId.Of(member)), now);
        }
    }

    private long Move(Ledger other, IReadOnlyList<Lot> moving, long points, string sourceKey, DateTimeOffset now, DateTimeOffset? effective)
    {
        if (points == 0)
        {
            return 0;
        }
        var parts = moving.Select(l => (Lot: l, l.Remaining)).ToList();
        Consume(new(EntryKind.TransferOut, points, sourceKey, RecordId.Of(other.member)), moving, points, now, effective);
        var entry = other.Write(EntryKind.TransferIn, points, sourceKey, now, effective, RecordId.Of(member));
        foreach (var (from, left) in parts)
        {
            var lot = other.NewLot(entry, left, from.EarnedAt, from.State == LotState.Active ? now : from.AvailableAt, from.ExpiresAt, from.Slides, from);
            lot.State = from.State;
            other.Cover(lot, entry);
        }
        return points;
    }
}
