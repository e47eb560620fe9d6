using Crm.Domain.Members;
using Crm.Domain.Programmes;

namespace Crm.Domain.Tests.Members;

[Trait("Requirement", "S5-LOYAL-1")]
public sealed class LedgerTests
{
    private static readonly MemberId Id = MemberId.New(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The vector of the definition: A 100 until 10 July, B 150 until 5 May, C 50 for ever; 120 are redeemed on 1 April.</summary>
    [Fact]
    public void What_expires_first_is_spent_first()
    {
        var programme = Programme(ExpiryRule.Never);
        Lot[] lots =
        [
            OfLot(1, 100, On(1, 10), On(7, 11)), OfLot(2, 150, On(3, 5), On(5, 6)), OfLot(3, 50, On(3, 6), null),
        ];
        var ledger = new Ledger(Id, programme, 1, new(3, 3, 0, null, null), lots);
        Assert.NotNull(ledger.Take(new(EntryKind.Redeem, 120, "r"), On(4, 1)));
        Assert.Equal((100, 30, 50, 180), (lots[0].Remaining, lots[1].Remaining, lots[2].Remaining, ledger.Available));
        ledger.Settle(On(5, 6).AddMilliseconds(-1));
        Assert.Equal(180, ledger.Available);
        ledger.Settle(On(5, 6));
        Assert.Equal(150, ledger.Available);
        Assert.Equal(On(5, 6), ledger.Entries[^1].EffectiveAt);
    }

    [Theory]
    [InlineData(1, PeriodUnit.Months, RoundUp.None, "2026-01-31", "2026-02-28")]
    [InlineData(1, PeriodUnit.Months, RoundUp.None, "2028-01-31", "2028-02-29")]
    [InlineData(1, PeriodUnit.Years, RoundUp.None, "2028-02-29", "2029-02-28")]
    [InlineData(30, PeriodUnit.Days, RoundUp.None, "2026-03-01", "2026-03-31")]
    [InlineData(12, PeriodUnit.Months, RoundUp.Month, "2026-03-05", "2027-03-31")]
    [InlineData(1, PeriodUnit.Months, RoundUp.Quarter, "2026-03-05", "2026-06-30")]
    [InlineData(1, PeriodUnit.Days, RoundUp.Year, "2026-12-31", "2027-12-31")]
    public void A_rolling_expiry_keeps_the_end_of_the_month(int length, PeriodUnit unit, RoundUp up, string active, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), new ExpiryRule(ExpiryKind.Rolling, length, unit, up).LastDay(DateOnly.Parse(active, null)));

    [Fact]
    public void Points_are_usable_through_their_last_day_where_the_programme_is()
    {
        var programme = Programme(new(ExpiryKind.Rolling, 1, PeriodUnit.Days));
        // 22:00 UTC on 9 March is 10 March in Tehran, so the last day is the 11th, which ends at 20:30 UTC.
        Assert.Equal(new DateTimeOffset(2026, 3, 11, 20, 30, 0, TimeSpan.Zero), programme.ExpiresAt(new(2026, 3, 9, 22, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_day_of_the_Jalali_year_ends_points()
    {
        var rule = new ExpiryRule(ExpiryKind.CalendarDates, Dates: [new(Domain.Calendars.YearlyCalendar.Jalali, 12, 29)]);
        Assert.Equal(new DateOnly(2027, 3, 20), rule.LastDay(new(2026, 3, 21)));
        Assert.Equal(new DateOnly(2026, 3, 20), rule.LastDay(new(2026, 3, 20)));
    }

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending, 20, 0)]
    [InlineData(ReturnPolicy.WithinBalance, 0, 0)]
    [InlineData(ReturnPolicy.AllowNegative, -80, 80)]
    public void What_was_spent_already_is_taken_back_as_far_as_the_policy_goes(ReturnPolicy policy, long available, long deficit)
    {
        var (programme, purchase) = (Programme(ExpiryRule.Never) with { Returns = policy }, RecordId.Of(PurchaseId.New(On(1, 1))));
        var ledger = new Ledger(Id, programme, 1, LedgerStanding.None, []);
        ledger.Add(new(EntryKind.Earn, 100, "p") { Subject = purchase }, On(1, 1));
        Assert.NotNull(ledger.Take(new(EntryKind.Redeem, 80, "r"), On(1, 2)));
        ledger.ClawBack(purchase, "back", 100, 0, On(1, 1), On(1, 3));
        Assert.Equal((available, deficit), (ledger.Available, ledger.Deficit));
        ledger.Add(new(EntryKind.Earn, 100, "p2"), On(1, 4));
        Assert.Equal((100 + available, 0), (ledger.Available, ledger.Deficit));
    }

    private static Lot OfLot(int number, long points, DateTimeOffset earned, DateTimeOffset? expires)
    {
        var ledger = new Ledger(Id, Programme(ExpiryRule.Never), 1, new(number - 1, number - 1, 0, null, null), []);
        ledger.Add(new(EntryKind.Earn, points, "s" + number) { EarnedAt = earned }, earned);
        var made = ledger.Made[0];
        // As one that an expiry of its own was fixed for when it was earned.
        typeof(Lot).GetProperty(nameof(Lot.ExpiresAt))!.SetValue(made, expires);
        return made;
    }

    private static ProgrammeContent Programme(ExpiryRule expiry) => new ProgrammeContent { Name = "P", Expiry = expiry }.Completed("Asia/Tehran", "IRR");

    private static DateTimeOffset On(int month, int day) => ProgrammeDays.Midnight(new(2026, month, day), "Asia/Tehran");
}
