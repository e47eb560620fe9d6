using Crm.Domain.KeyAccounts;

namespace Crm.Domain.Tests.KeyAccounts;

[Trait("Requirement", "S4-KEY-1")]
public sealed class AccountHealthLawTests
{
    private static HealthFacts Any(Random random) => new()
    {
        OverduePercent = random.Next(3) == 0 ? null : random.Next(0, 400), OverdueDays = random.Next(0, 90), PromisesBroken = random.Next(0, 5), PromisesKept = random.Next(0, 9),
        PromisesOpen = random.Next(0, 3), ComplaintsOpen = random.Next(0, 5), ComplaintsRecent = random.Next(0, 6),
        Endings = [random.Next(4), random.Next(4), random.Next(4), random.Next(4), random.Next(4)],
        Ratings = [random.Next(2), random.Next(2), random.Next(2), random.Next(3), random.Next(3)],
        Value = random.Next(3) == 0 ? null : (random.NextInt64(-1_000_000_000_000, 1_000_000_000_000), random.NextInt64(-1_000_000_000_000, 1_000_000_000_000)),
    };

    [Fact]
    public void A_score_lies_between_its_findings_and_none_leaves_its_scale()
    {
        var random = new Random(20260321);
        for (var i = 0; i < 20_000; i++)
        {
            var (score, findings) = AccountHealth.Of(Any(random), AccountHealth.UsualWeights);
            Assert.All(findings, f => Assert.InRange(f.Score, 0, 100));
            Assert.InRange(score, findings.Min(f => f.Score), findings.Max(f => f.Score));
        }
    }

    [Fact]
    public void What_gets_worse_never_makes_the_score_better()
    {
        var random = new Random(20260322);
        for (var i = 0; i < 20_000; i++)
        {
            var facts = Any(random) with { OverduePercent = random.Next(0, 200), PromisesBroken = 1 + random.Next(3) };
            var score = AccountHealth.Of(facts, AccountHealth.UsualWeights).Score;
            Assert.InRange(AccountHealth.Of(facts with { OverduePercent = facts.OverduePercent + 50 }, AccountHealth.UsualWeights).Score, 0, score);
            Assert.InRange(AccountHealth.Of(facts with { PromisesBroken = facts.PromisesBroken + 1 }, AccountHealth.UsualWeights).Score, 0, score);
            Assert.InRange(AccountHealth.Of(facts with { ComplaintsOpen = facts.ComplaintsOpen + 1 }, AccountHealth.UsualWeights).Score, 0, score);
            Assert.InRange(AccountHealth.Of(facts with { Ratings = [facts.Ratings[0] + 1, .. facts.Ratings.Skip(1)] }, AccountHealth.UsualWeights).Score, 0, score);
        }
    }

    [Fact]
    public void Only_what_weighs_counts_and_of_what_nothing_is_known_does_not()
    {
        Assert.Equal(100, AccountHealth.Of(new(), []).Score);
        Assert.Equal([HealthFactor.Complaints], AccountHealth.Of(new(), AccountHealth.UsualWeights).Findings.Select(f => f.Factor));
        Assert.Equal(30, AccountHealth.Of(new() { ComplaintsOpen = 4, Value = (30, 100) }, [new(HealthFactor.ValueTrend, 1)]).Score);
    }

    [Fact]
    public void No_line_of_a_map_leads_back_to_where_it_began()
    {
        var random = new Random(20260323);
        var people = Enumerable.Range(1, 12).Select(i => new CustomerId(new Guid(i, 0, 0, new byte[8]))).ToArray();
        for (var round = 0; round < 500; round++)
        {
            var lines = people.ToDictionary(p => p, _ => (CustomerId?)null);
            for (var i = 0; i < 40; i++)
            {
                var (who, above) = (people[random.Next(people.Length)], people[random.Next(people.Length)]);
                if (!Stakeholder.ClosesCircle(lines, who, above))
                {
                    lines[who] = above;
                }
            }
            Assert.All(people, p => Assert.Null(Top(lines, p, people.Length)));
        }

        static CustomerId? Top(Dictionary<CustomerId, CustomerId?> lines, CustomerId from, int steps)
        {
            CustomerId? at = from;
            for (var i = 0; i < steps && at is not null; i++)
            {
                at = lines[at.Value];
            }
            return at;
        }
    }
}
