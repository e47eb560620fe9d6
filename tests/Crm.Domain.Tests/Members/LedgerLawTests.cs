using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Members;

/// <summary>100,000 random operations on two members of a household, each compared with a second way of reckoning.</summary>
[Trait("Requirement", "S5-LOYAL-1")]
[Trait("Requirement", "S5-LOYAL-4")]
public sealed class LedgerLawTests
{
    private const int Histories = 500;
    private const int Operations = 200;

    [Fact]
    public void The_ledger_comes_to_what_counting_every_single_point_comes_to() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var programme = LivedLedger.Programme(random);
            var (one, other) = (new LivedLedger(programme, "one"), new LivedLedger(programme, "other"));
            var (now, history) = (new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero), new List<string>());
            for (var i = 0; i < Operations; i++)
            {
                now = now.AddMinutes(random.Next(3) == 0 ? random.Next(20_000) : random.Next(300));
                var (own, theirs) = random.Next(2) == 0 ? (one, other) : (other, one);
                history.Add($"{now:s} {own.Do(random, now, theirs)}");
                if ((one.Difference(now) ?? other.Difference(now)) is { } difference)
                {
                    throw new InvalidOperationException($"{programme.Expiry} {programme.Returns} {programme.Reversals}: {difference} after\n{string.Join('\n', history)}");
                }
            }
            return one.Available(now) == one.Effective(now) && other.Available(now) == other.Effective(now);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));
}
