using Crm.Domain.Members;
using Crm.Domain.Programmes;

namespace Crm.Domain.Tests.Members;

[Trait("Requirement", "S5-LOYAL-2")]
public sealed class TierTests
{
    private static readonly TierDefinition[] Two = [new("silver", "Silver", 500), new("gold", "Gold", 1000)];

    /// <summary>The vector of the definition: gold by 1000 in a calendar year, valid to the end of the next one.</summary>
    [Fact]
    public void Gold_reached_on_10_March_2026_is_valid_to_the_end_of_2027()
    {
        var life = new Life(new(Two));
        life.Earn(600, 2026, 2, 1);
        Assert.Equal("silver", life.Member.TierCode);
        life.Earn(400, 2026, 3, 10);
        Assert.Equal(("gold", new DateOnly(2026, 3, 10), new DateOnly(2027, 12, 31)), (life.Member.TierCode, life.Member.TierSince, life.Member.TierThrough));
        life.Night(2027, 12, 2);
        Assert.Single(life.Member.Events.OfType<TierWillDowngrade>());
        life.Night(2027, 12, 31);
        Assert.Equal("gold", life.Member.TierCode);
        life.Night(2028, 1, 1);
        Assert.Null(life.Member.TierCode);
    }

    [Fact]
    public void Reached_again_it_is_prolonged_and_what_the_last_window_had_decides_what_is_left()
    {
        var life = new Life(new(Two));
        life.Earn(1000, 2026, 3, 10);
        life.Earn(1200, 2027, 6, 1);
        Assert.Equal(new DateOnly(2028, 12, 31), life.Member.TierThrough);
        life.Earn(700, 2028, 6, 1);
        life.Night(2029, 1, 1);
        Assert.Equal(("silver", new DateOnly(2029, 12, 31)), (life.Member.TierCode, life.Member.TierThrough));
        Assert.Equal("gold", life.Member.Events.OfType<TierDowngraded>().Single().FormerTierCode);
    }

    [Theory]
    [InlineData(TierDowngrade.None, "gold")]
    [InlineData(TierDowngrade.OneDown, "silver")]
    [InlineData(TierDowngrade.Full, null)]
    public void A_tier_that_ends_goes_as_far_down_as_the_scheme_says(TierDowngrade downgrade, string? left)
    {
        var life = new Life(new(Two, Downgrade: downgrade, GraceDays: 10));
        life.Earn(1000, 2026, 3, 10);
        life.Night(2028, 1, 10);
        Assert.Equal("gold", life.Member.TierCode);
        life.Night(2028, 1, 11);
        Assert.Equal(left, life.Member.TierCode);
    }

    [Fact]
    public void A_locked_tier_stays_and_a_clawback_lowers_only_the_sum()
    {
        var life = new Life(new([Two[0], Two[1] with { Locked = true }]));
        life.Earn(1000, 2026, 3, 10);
        life.ClawBack(1000, 2026, 3, 11);
        Assert.Equal(("gold", 0), (life.Member.TierCode, life.Member.WindowPoints));
        life.Night(2028, 1, 1);
        Assert.Equal("gold", life.Member.TierCode);
    }

    [Fact]
    public void With_the_next_window_a_tier_is_reached_that_waits_for_it()
    {
        var life = new Life(new(Two, Window: TierWindow.Month, Upgrade: TierUpgrade.NextPeriod, Validity: TierValidity.EndOfPeriod));
        life.Earn(1000, 2026, 3, 10);
        Assert.Null(life.Member.TierCode);
        Assert.Equal(Life.Midnight(2026, 4, 1), life.Member.DueAt);
        life.Night(2026, 4, 1);
        Assert.Equal(("gold", new DateOnly(2026, 4, 30)), (life.Member.TierCode, life.Member.TierThrough));
    }

    [Fact]
    public void A_tier_by_balance_is_looked_at_again_by_the_night()
    {
        var life = new Life(new(Two, Basis: TierBasis.Balance));
        life.Earn(1000, 2026, 3, 10);
        Assert.Equal(("gold", null), (life.Member.TierCode, life.Member.TierThrough));
        life.Spend(600, 2026, 3, 11);
        Assert.Equal("gold", life.Member.TierCode);
        Assert.Equal(Life.Midnight(2026, 3, 12), life.Member.DueAt);
        life.Night(2026, 3, 12);
        Assert.Null(life.Member.TierCode);
    }

    [Fact]
    public void The_windows_of_a_calendar_and_of_an_anniversary()
    {
        var day = new DateOnly(2026, 5, 20);
        Assert.Equal((new(2026, 4, 1), new(2026, 6, 30)), new TierScheme(Two, Window: TierWindow.Quarter).WindowOf(day, day));
        Assert.Equal((new(2026, 1, 1), new(2026, 6, 30)), new TierScheme(Two, Window: TierWindow.HalfYear).WindowOf(day, day));
        Assert.Equal((new(2025, 5, 21), day), new TierScheme(Two, Window: TierWindow.RollingMonths, WindowMonths: 12).WindowOf(day, day));
        Assert.Equal((new(2026, 2, 28), new DateOnly(2027, 2, 27)), new TierScheme(Two, Window: TierWindow.MembershipYear).WindowOf(day, new(2024, 2, 29)));
    }

    private sealed class Life
    {
        private readonly ProgrammeInForce programme;
        private readonly List<LedgerEntry> entries = [];
        private int sources;

        public Life(TierScheme scheme)
        {
            var content = new ProgrammeContent { Name = "P", Tiers = scheme, Rules = [new("buy", EarningEvent.Purchase, Rate: new(1, 1))], Returns = ReturnPolicy.AllowNegative }.Completed("Asia/Tehran", "IRR");
            programme = new(ProgrammeId.New(Midnight(2026, 1, 1)), 1, content, false);
            Member = Member.Enrol(programme, CustomerId.New(Midnight(2026, 1, 1)), null, Midnight(2026, 1, 1));
        }

        public Member Member { get; }

        public static DateTimeOffset Midnight(int year, int month, int day) => ProgrammeDays.Midnight(new(year, month, day), "Asia/Tehran");

        public void Earn(long points, int year, int month, int day)
        {
            var at = Midnight(year, month, day).AddHours(10);
            Assert.False(Member.Earn(programme, new(new(EarningEvent.Purchase, at, points, "IRR"), "s" + ++sources, RecordId.Of(PurchaseId.New(at))), 0, 0, at).Failed(out _, out var done));
            entries.AddRange(done.Change.Entries.Where(e => e.Kind == EntryKind.Earn));
        }

        public void ClawBack(long points, int year, int month, int day) =>
            Member.ClawBack(programme, entries[^1].Subject!.Value, 1, [entries[^1]], 0, points, points, 0, Midnight(year, month, day).AddHours(10));

        public void Spend(long points, int year, int month, int day) =>
            Assert.False(Member.Redeem(programme, points, "r" + ++sources, null, null, 0, Midnight(year, month, day).AddHours(10)).Failed(out _));

        public void Night(int year, int month, int day) => Member.Night(programme, 0, Midnight(year, month, day));
    }
}
