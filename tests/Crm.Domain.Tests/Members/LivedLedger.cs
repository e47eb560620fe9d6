using Crm.Domain.Members;
using Crm.Domain.Programmes;

namespace Crm.Domain.Tests.Members;

/// <summary>
/// A member with a random history, kept as the store keeps it: rows that are only added, lots, and what the ledger came to. Beside it the naive one, to which the same happened.
/// </summary>
internal sealed class LivedLedger(ProgrammeContent programme, string name)
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly MemberId id = MemberId.New(Begin);
    private readonly Dictionary<int, LedgerEntry> spent = [];
    private readonly Dictionary<string, (long Points, long Back)> purchases = new(StringComparer.Ordinal);
    private LedgerStanding standing = LedgerStanding.None;
    private int sources;

    public List<LedgerEntry> Entries { get; } = [];
    public List<Lot> Lots { get; } = [];
    public List<LotAllocation> Allocations { get; } = [];
    public NaiveLedger Naive { get; } = new(programme);

    public static ProgrammeContent Programme(Random random) => new ProgrammeContent
    {
        Name = "P",
        Expiry = random.Next(6) switch
        {
            0 => ExpiryRule.Never,
            1 => new(ExpiryKind.Rolling, random.Next(1, 40), PeriodUnit.Days),
            2 => new(ExpiryKind.Rolling, random.Next(1, 4), PeriodUnit.Months, (RoundUp)random.Next(4)),
            3 => new(ExpiryKind.CalendarDates, Dates: [new(Domain.Calendars.YearlyCalendar.Gregorian, 2, 29), new(Domain.Calendars.YearlyCalendar.Jalali, 12, 29), new(Domain.Calendars.YearlyCalendar.Gregorian, 9, 15)]),
            _ => new(ExpiryKind.Inactivity, random.Next(5, 40), PeriodUnit.Days),
        },
        Returns = (ReturnPolicy)random.Next(3),
        Reversals = (ReversalPolicy)random.Next(2),
        GraceDays = random.Next(1, 20),
    }.Completed("Asia/Tehran", "IRR");

    /// <summary>Something happens. Says what, for who must read a failure.</summary>
    public string Do(Random random, DateTimeOffset now, LivedLedger other)
    {
        switch (random.Next(12))
        {
            case 0 or 1 or 2: return Earn(random, now);
            case 3 or 4 or 5: return Redeem(random.Next(1, 40), now);
            case 6: return GiveBack(random, now);
            case 7: return Return(random, now);
            case 8: return Adjust(random, now);
            case 9: return Review(random, now);
            case 10: return Move(other, random.Next(1, 20), now);
            default:
                With(now, ledger => ledger.Settle(now));
                Naive.Pass(now);
                return "settled";
        }
    }

    /// <summary>What differs between the two, or within the rows; null where nothing does.</summary>
    public string? Difference(DateTimeOffset now)
    {
        var view = new Ledger(id, programme, 0, standing, Lots.Where(l => l.Remaining > 0).Select(l => l.Copy()));
        view.Settle(now);
        Naive.Pass(now);
        var (mine, theirs) = ((view.Available, view.Pending, view.Held, view.Deficit), (Naive.Available, Naive.Pending, Naive.Held, Naive.Deficit));
        if (mine != theirs)
        {
            return $"{name}: {mine}, naive {theirs}";
        }
        var remaining = view.Lots.Where(l => l.Remaining > 0).ToDictionary(l => l.Number, l => l.Remaining);
        var points = Naive.Points.Where(p => p.Gone is null).GroupBy(p => p.Lot).ToDictionary(g => g.Key, g => (long)g.Count());
        if (remaining.Count != points.Count || remaining.Any(r => points.GetValueOrDefault(r.Key) != r.Value))
        {
            return $"{name}: other lots";
        }
        return Rows();
    }

    private string? Rows()
    {
        var taken = Allocations.GroupBy(a => a.LotNumber).ToDictionary(g => g.Key, g => g.Sum(a => a.Points));
        if (Lots.Find(l => l.Remaining != l.Points - taken.GetValueOrDefault(l.Number) || l.Remaining < 0) is { } wrong)
        {
            return $"{name}: lot {wrong.Number} has {wrong.Remaining} of {wrong.Points}, and {taken.GetValueOrDefault(wrong.Number)} are taken";
        }
        if (Entries.Sum(e => e.Points) != Lots.Sum(l => l.Remaining) - standing.Deficit)
        {
            return $"{name}: the entries come to {Entries.Sum(e => e.Points)}, the lots to {Lots.Sum(l => l.Remaining)} less {standing.Deficit}";
        }
        return Entries.GroupBy(e => (e.Kind, e.SourceKey)).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"{name}: {twice.Key} twice"
            : Entries.Select(e => e.Number).SequenceEqual(Enumerable.Range(1, Entries.Count)) ? null : $"{name}: numbers";
    }

    /// <summary>The sum of the entries that are effective by now, which is the balance. Held points are in none.</summary>
    public long Effective(DateTimeOffset now)
    {
        var held = Lots.Where(l => l.State == LotState.Held).SelectMany(l => Allocations.Where(a => a.LotNumber == l.Number).Select(a => a.EntryNumber).Append(l.EntryNumber)).ToHashSet();
        return Entries.Where(e => e.EffectiveAt is { } at ? at <= now : !held.Contains(e.Number)).Sum(e => e.Points);
    }

    public long Available(DateTimeOffset now)
    {
        With(now, ledger => ledger.Settle(now));
        return Lots.Where(l => l.State == LotState.Active).Sum(l => l.Remaining) - standing.Deficit;
    }

    private string Earn(Random random, DateTimeOffset now)
    {
        var (points, days, held, purchase) = (random.Next(1, 60), random.Next(4) == 0 ? random.Next(1, 20) : 0, random.Next(10) == 0, $"p{sources}");
        var earned = now.AddHours(-random.Next(30));
        var subject = RecordId.Of(PurchaseId.New(now));
        With(now, ledger =>
        {
            ledger.Add(new(EntryKind.Earn, points, Source()) { EarnedAt = earned, AvailableAt = earned.AddDays(days), Held = held, Subject = subject }, now);
            ledger.Touch(now);
        });
        Naive.Pass(now);
        Naive.Add(points, earned, earned.AddDays(days), held, subject.ToString(), now);
        Naive.Touch(now);
        purchases[subject.ToString()] = (points, 0);
        return $"{purchase} earned {points} after {days} held {held}";
    }

    private string Redeem(long points, DateTimeOffset now)
    {
        LedgerEntry? entry = null;
        With(now, ledger =>
        {
            entry = ledger.Take(new(EntryKind.Redeem, points, Source()), now);
            if (entry is not null)
            {
                ledger.Touch(now);
            }
        });
        Naive.Pass(now);
        if (Naive.Take(points, $"redeem{entry?.Number}") != entry is not null)
        {
            throw new InvalidOperationException($"{name}: redeeming {points} was judged differently.");
        }
        if (entry is not null)
        {
            spent[entry.Number] = entry;
            Naive.Touch(now);
        }
        return $"redeemed {points}: {entry?.Number}";
    }

    private string GiveBack(Random random, DateTimeOffset now)
    {
        if (spent.Count == 0)
        {
            return "nothing to give back";
        }
        var (number, entry) = spent.ElementAt(random.Next(spent.Count));
        spent.Remove(number);
        var taken = Allocations.Where(a => a.EntryNumber == number).ToList();
        With(now, ledger => ledger.GiveBack(entry, taken, null, null, now), taken.Select(a => a.LotNumber));
        Naive.Pass(now);
        Naive.GiveBack($"redeem{number}", now);
        return $"gave back {number}";
    }

    private string Return(Random random, DateTimeOffset now)
    {
        if (purchases.Count == 0)
        {
            return "nothing to return";
        }
        var (subject, (points, back)) = purchases.ElementAt(random.Next(purchases.Count));
        var more = random.NextInt64(points - back + 1);
        purchases[subject] = (points, back + more);
        if (more > 0)
        {
            With(now, ledger => ledger.ClawBack(RecordId.Parse(subject, null), Source(), more, 0, now, now));
            Naive.Pass(now);
            Naive.ClawBack(subject, more);
        }
        return $"returned {more} of {subject}";
    }

    private string Adjust(Random random, DateTimeOffset now)
    {
        var points = random.Next(1, 30);
        Naive.Pass(now);
        if (random.Next(2) == 0)
        {
            With(now, ledger => ledger.Add(new(EntryKind.Adjust, points, Source()), now));
            Naive.Add(points, now, null, false, null, now);
            return $"gave {points}";
        }
        With(now, ledger => ledger.TakeOrOwe(new(EntryKind.Adjust, points, Source()), now));
        Naive.TakeOrOwe(points, "adjusted");
        return $"took {points}";
    }

    private string Review(Random random, DateTimeOffset now)
    {
        if (Lots.Find(l => l is { State: LotState.Held, Remaining: > 0 }) is not { } lot)
        {
            return "nothing held";
        }
        Naive.Pass(now);
        if (random.Next(2) == 0)
        {
            With(now, ledger => ledger.Release(lot, null, null, now));
            Naive.Release(lot.Number, now);
            return $"released {lot.Number}";
        }
        With(now, ledger => ledger.Reject(lot, null, null, now));
        Naive.Reject(lot.Number);
        return $"rejected {lot.Number}";
    }

    private string Move(LivedLedger other, long points, DateTimeOffset now)
    {
        var (own, theirs) = (Open(), other.Open());
        var source = Source();
        var moved = own.MoveTo(theirs, new(EntryKind.TransferOut, points, source), new(EntryKind.TransferIn, points, other.Source()), now) is not null;
        Keep(own);
        other.Keep(theirs);
        Naive.Pass(now);
        other.Naive.Pass(now);
        return Naive.MoveTo(other.Naive, points, now) == moved ? $"moved {points}: {moved}" : throw new InvalidOperationException($"{name}: moving {points} was judged differently.");
    }

    private string Source() => $"{name}:{++sources}";

    private Ledger Open(IEnumerable<int>? more = null)
    {
        var wanted = more?.ToHashSet() ?? [];
        return new(id, programme, 1, standing, Lots.Where(l => l.Remaining > 0 || wanted.Contains(l.Number)));
    }

    private void With(DateTimeOffset now, Action<Ledger> act, IEnumerable<int>? more = null)
    {
        var ledger = Open(more);
        act(ledger);
        Keep(ledger);
        if (ledger.NextDue <= now)
        {
            throw new InvalidOperationException($"{name}: something that was due was left.");
        }
    }

    private void Keep(Ledger ledger)
    {
        standing = ledger.Standing;
        Entries.AddRange(ledger.Entries);
        Lots.AddRange(ledger.Made);
        Allocations.AddRange(ledger.Allocations);
    }
}
