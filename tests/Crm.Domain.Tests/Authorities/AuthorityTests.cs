using Crm.Domain.Authorities;
using Crm.Domain.Complaints;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Authorities;

[Trait("Requirement", "S3-EMPOWER-1")]
public sealed class AuthorityTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly AuthorityRules Hundred = new(7,
    [
        new("agent", RemedyKind.Refund, Eur(100), Eur(150), "P30D"),
        new("lead", RemedyKind.Refund),
        new("agent", RemedyKind.Points, new(Points: 500)),
        new(AuthorityRule.Everyone, RemedyKind.Refund, Eur(10)),
    ]);

    /// <summary>Cap 100 a case and 150 a period: 80 is granted, 120 is pending, a second 80 in the period is pending.</summary>
    [Theory]
    [InlineData("agent", 80, 0, 0, "")]
    [InlineData("agent", 100, 0, 0, "")]
    [InlineData("agent", 120, 0, 0, "over_cap_per_case 100")]
    [InlineData("agent", 80, 0, 80, "over_cap_per_period 70")]
    [InlineData("agent", 70, 0, 80, "")]
    [InlineData("agent", 30, 80, 80, "over_cap_per_case 20")]
    [InlineData("agent", 90, 80, 80, "over_cap_per_case 20, over_cap_per_period 70")]
    [InlineData("agent", 1, 500, 500, "over_cap_per_case 0, over_cap_per_period 0")]
    [InlineData("agent", 0, 500, 500, "")]
    [InlineData("lead", 9_000_000, 0, 0, "")]
    [InlineData("novice", 10, 0, 0, "")]
    [InlineData("novice", 11, 0, 0, "over_cap_per_case 10")]
    public void Within_what_is_left_of_both_caps_it_is_granted(string level, long amount, long inCase, long inPeriod, string reasons)
    {
        var decision = Authority.Decide(Hundred, level, RemedyKind.Refund, Eur(amount), [Eur(inCase)], [Eur(inPeriod)]);
        Assert.Equal(reasons, string.Join(", ", decision.Reasons.Select(r => $"{r.Code} {r.Left!.Money!.Amount}")));
        Assert.Equal(reasons.Length == 0 ? AuthorityOutcome.Granted : AuthorityOutcome.NeedsApproval, decision.Outcome);
        Assert.Equal(7, decision.MatrixVersion);
    }

    [Fact]
    public void What_cannot_be_compared_needs_approval_and_is_never_converted()
    {
        Assert.Equal(["currency_differs", "currency_differs"], Reasons("agent", RemedyKind.Refund, new(new Money(1, "USD"))));
        Assert.Equal(["currency_differs"], Reasons("agent", RemedyKind.Refund, Eur(1), new AuthorityAmount(new Money(1, "USD"))));
        Assert.Equal(["unit_differs", "unit_differs"], Reasons("agent", RemedyKind.Refund, new(Points: 1)));
        Assert.Equal(["unit_differs"], Reasons("agent", RemedyKind.Points, Eur(1)));
        Assert.Equal(["amount_missing", "amount_missing"], Reasons("agent", RemedyKind.Refund, null));
        Assert.Equal(["no_authority"], Reasons("lead", RemedyKind.Points, new(Points: 1)));
        Assert.Empty(Reasons("lead", RemedyKind.Refund, null));
        Assert.Empty(Reasons("agent", RemedyKind.Points, new(Points: 500)));
    }

    [Fact]
    public void What_ships_lets_everyone_apologise_and_nobody_spend()
    {
        var shipped = AuthorityRules.Shipped("IRR");
        AuthorityOutcome Of(RemedyKind kind, AuthorityAmount? amount) => Authority.Decide(shipped, "whoever", kind, amount, [], []).Outcome;
        Assert.Equal(AuthorityOutcome.Granted, Of(RemedyKind.ApologyLetter, null));
        Assert.Equal(AuthorityOutcome.Granted, Of(RemedyKind.Gesture, new(new Money(0, "IRR"))));
        Assert.Equal(AuthorityOutcome.NeedsApproval, Of(RemedyKind.Gesture, new(new Money(1, "IRR"))));
        Assert.All(Enum.GetValues<RemedyKind>().Except([RemedyKind.ApologyLetter, RemedyKind.Gesture]), k => Assert.Equal(AuthorityOutcome.NeedsApproval, Of(k, null)));
        Assert.False(AuthorityMatrix.Establish(TenantId.New(Now), shipped.Rows, Now).Failed(out _));
    }

    /// <summary>Whatever is granted one after the other in a case by one person never comes to more than either cap, and what is refused would have.</summary>
    [Fact]
    public void Nobody_grants_more_than_a_cap_by_asking_often() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var (perCase, perPeriod) = (random.Next(200), random.Next(400));
        var rules = new AuthorityRules(1, [new("agent", RemedyKind.Gift, Eur(perCase), Eur(perPeriod), "P7D")]);
        var granted = new List<AuthorityAmount>();
        for (var i = random.Next(30); i > 0; i--)
        {
            var amount = random.Next(120);
            var sum = granted.Sum(g => g.Money!.Amount);
            var isGranted = Authority.Decide(rules, "agent", RemedyKind.Gift, Eur(amount), granted, granted).Outcome == AuthorityOutcome.Granted;
            if (isGranted != (sum + amount <= Math.Min(perCase, perPeriod)))
            {
                return false;
            }
            if (isGranted)
            {
                granted.Add(Eur(amount));
            }
        }
        return true;
    });

    [Fact]
    public void A_decision_names_what_it_was_made_by_and_more_is_never_easier() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var (amount, before) = (random.Next(300), random.Next(300));
        bool Granted(int a, int b) => Authority.Decide(Hundred, "agent", RemedyKind.Refund, Eur(a), [Eur(b)], [Eur(b)]).Outcome == AuthorityOutcome.Granted;
        return !Granted(amount, before) || (Granted(amount / 2, before) && Granted(amount, before / 2));
    });

    [Fact]
    public void The_largest_sums_do_not_overflow() =>
        Assert.Equal(["over_cap_per_case"], Authority.Decide(new(1, [new("agent", RemedyKind.Refund, Eur(Money.Most))]), "agent", RemedyKind.Refund, Eur(1),
            [.. Enumerable.Repeat(Eur(Money.Most), 2000)], []).Reasons.Select(r => r.Code));

    [Theory]
    [InlineData("P1D", 1)]
    [InlineData("P366D", 366)]
    [InlineData("P0D", null)]
    [InlineData("P367D", null)]
    [InlineData("PT24H", null)]
    [InlineData("P1W", null)]
    [InlineData("P1D\n", null)]
    public void A_period_is_a_number_of_whole_days(string text, int? days) =>
        Assert.Equal(days, (int?)new AuthorityRule("agent", RemedyKind.Gift, Period: text).PeriodTime()?.TotalDays);

    [Fact]
    public void A_change_makes_the_next_version_and_leaves_the_one_before()
    {
        var matrix = AuthorityMatrix.Establish(TenantId.New(Now), Hundred.Rows, Now).Value;
        var first = matrix.AsVersion(null);
        Assert.Equal(1, first.Number);
        Assert.Same(matrix.Rows, first.Rows);
        Assert.Equal(4, first.Rows.Count);
        Assert.True(matrix.Revise([new("agent", RemedyKind.Gift), new("agent", RemedyKind.Gift, Eur(1))], Now).Failed(out var error));
        Assert.Equal("authority_repeated", error.Fields.Single().Code);
        Assert.Equal(1, matrix.Version);
    }

    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);

    private static IEnumerable<string> Reasons(string level, RemedyKind kind, AuthorityAmount? amount, params AuthorityAmount[] inCase) =>
        Authority.Decide(Hundred, level, kind, amount, inCase, []).Reasons.Select(r => r.Code);

    private static AuthorityAmount Eur(long amount) => new(new Money(amount, "EUR"));
}
