using Crm.Domain.Members;
using Crm.Domain.Programmes;

namespace Crm.Domain.Tests.Members;

/// <summary>Two ledgers become one: not a point more or less, then and on every later day.</summary>
[Trait("Requirement", "S5-LOYAL-1")]
public sealed class MergedLedgerTests
{
    private static readonly DateTimeOffset Start = ProgrammeDays.Midnight(new(2026, 3, 1), "Asia/Tehran").AddHours(9);

    private static readonly ProgrammeContent Programme = new ProgrammeContent
    {
        Name = "P", Expiry = new(ExpiryKind.Rolling, 10, PeriodUnit.Days), Returns = ReturnPolicy.AllowNegative,
    }.Completed("Asia/Tehran", "IRR");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Together_they_have_what_they_had_apart(bool owing)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (one, other) = (Lived(random, owing), Lived(random, owing));
            var now = Start.AddDays(8);
            one.Settle(now);
            other.Settle(now);
            var apart = Days(now, owing).Select(day => (Sum(View(one, day)) + Sum(View(other, day)), View(one, day).Available + View(other, day).Available)).ToList();
            other.MoveLotsTo(one, _ => true, "merge", now);
            other.MoveDebtTo(one, "merge:owed", now);
            Assert.Equal((0, 0, 0, 0), (other.Available, other.Pending, other.Held, other.Deficit));
            Assert.Equal(apart, Days(now, owing).Select(day => (Sum(View(one, day)), View(one, day).Available)));
            foreach (var ledger in new[] { one, other })
            {
                Assert.Equal(ledger.Entries.Sum(e => e.Points), ledger.Lots.Sum(l => l.Remaining) - ledger.Deficit);
                Assert.All(ledger.Lots, l => Assert.Equal(l.Points - ledger.Allocations.Where(a => a.LotNumber == l.Number).Sum(a => a.Points), l.Remaining));
            }
        }
    }

    /// <summary>What is owed is covered by what expires first of both, so with debts only the present day is the same.</summary>
    private static IEnumerable<DateTimeOffset> Days(DateTimeOffset now, bool owing) => Enumerable.Range(0, owing ? 1 : 30).Select(i => now.AddDays(i));

    private static long Sum(Ledger ledger) => ledger.Available + ledger.Pending + ledger.Held;

    private static Ledger View(Ledger ledger, DateTimeOffset at) => Member.View(Id, Programme, ledger.Standing, ledger.Lots, at);

    private static MemberId Id { get; } = MemberId.New(Start);

    private static Ledger Lived(Random random, bool owing)
    {
        var ledger = new Ledger(MemberId.New(Start), Programme, 1, LedgerStanding.None, []);
        for (var i = 0; i < 12; i++)
        {
            var now = Start.AddHours(i * 14);
            switch (random.Next(owing ? 4 : 3))
            {
                case 0:
                    ledger.Take(new(EntryKind.Redeem, random.Next(1, 60), "r" + i), now);
                    break;
                case 3:
                    ledger.TakeOrOwe(new(EntryKind.Adjust, random.Next(1, 200), "d" + i), now);
                    break;
                default:
                    ledger.Add(new(EntryKind.Earn, random.Next(1, 100), "e" + i) { AvailableAt = now.AddDays(random.Next(0, 6)), Held = random.Next(5) == 0 }, now);
                    break;
            }
        }
        return ledger;
    }
}
