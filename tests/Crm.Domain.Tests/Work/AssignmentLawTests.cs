using Crm.Domain.Staff;
using Crm.Domain.Work;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Work;

[Trait("Requirement", "S5-EFF-1")]
public sealed class AssignmentLawTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 21);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void Who_fits_comes_first_and_of_these_who_has_least_to_do() => Seeds.Holds(seed =>
    {
        var (candidates, wanted) = Any(seed);
        var ranking = Assignment.Rank(candidates, wanted);
        var fitting = ranking.Where(r => r.Fits).ToList();
        return ranking.Take(fitting.Count).SequenceEqual(fitting) && ranking.Count == candidates.Count
            && fitting.Zip(fitting.Skip(1)).All(p => p.First.Candidate.Load <= p.Second.Candidate.Load)
            && fitting.TrueForAll(r => !r.Candidate.IsAbsent && !wanted.Excluded.Contains(r.Candidate.Id)
                && (wanted.Skill is null || r.Candidate.Skills.Any(s => s.Code == wanted.Skill && (s.ExpiresOn is null || s.ExpiresOn >= Today))));
    });

    [Fact]
    public void A_conflict_of_interest_never_gives_way() => Seeds.Holds(seed =>
    {
        var (candidates, wanted) = Any(seed);
        var chosen = Assignment.Choose(Assignment.Rank(candidates, wanted));
        return chosen is null ? candidates.TrueForAll(c => wanted.Excluded.Contains(c.Id)) : !wanted.Excluded.Contains(chosen.Candidate.Id);
    });

    [Fact]
    public void The_order_of_the_question_changes_nothing() => Seeds.Holds(seed =>
    {
        var (candidates, wanted) = Any(seed);
        return Assignment.Rank(candidates, wanted).Select(r => r.Candidate.Id).SequenceEqual(Assignment.Rank(candidates.AsEnumerable().Reverse(), wanted).Select(r => r.Candidate.Id));
    });

    [Fact]
    public void A_language_is_spoken_in_every_variety_and_a_skill_until_its_last_day()
    {
        var (fa, iran, english) = (Person(0, "fa"), Person(0, "fa-IR"), Person(0, "fan"));
        var ranking = Assignment.Rank([english, iran, fa], new(null, "fa", Today, []));
        Assert.Equal([true, true, false], ranking.Select(r => r.Fits));
        Assert.Contains(AssignmentReason.LanguageMissing, ranking[2].Reasons);
        Assert.True(Assignment.Rank([fa], new(null, "fa-IR", Today, []))[0].Fits);
        StaffSkill Until(DateOnly? day) => new("billing", 3, day);
        var skilled = new[] { Until(Today.AddDays(-1)), Until(Today), Until(null) }.Select(s => Person(0) with { Skills = [s] }).ToList();
        var bySkill = Assignment.Rank(skilled, new("billing", null, Today, []));
        Assert.Equal(skilled[0].Id, bySkill[2].Candidate.Id);
        Assert.Contains(AssignmentReason.SkillExpired, bySkill[2].Reasons);
    }

    [Fact]
    public void Among_equals_who_has_waited_longest_gets_it()
    {
        var (never, long_, just) = (Person(2), Person(2) with { LastAssignedAt = Start.AddDays(-2) }, Person(2) with { LastAssignedAt = Start });
        var ranking = Assignment.Rank([just, long_, never], new(null, null, Today, []));
        Assert.Equal([never.Id, long_.Id, just.Id], ranking.Select(r => r.Candidate.Id));
        Assert.Equal([AssignmentReason.LeastLoad, AssignmentReason.LongestWithoutWork], ranking[0].Reasons);
        Assert.Equal([AssignmentReason.LeastLoad], Assignment.Rank([Person(1), never], new(null, null, Today, []))[0].Reasons);
    }

    private static Candidate Person(int load, params string[] languages) => new(StaffId.New(Start), null, load, null, languages, [], false);

    private static (List<Candidate> Candidates, Wanted Wanted) Any(int seed)
    {
        var random = new Random(seed);
        string[] languages = ["fa", "fa-IR", "en", "en-GB"], skills = ["a", "b"];
        var candidates = Enumerable.Range(0, random.Next(8)).Select(_ => new Candidate(
            StaffId.New(Start), null, random.Next(4), random.Next(2) == 0 ? null : Start.AddMinutes(random.Next(3)), [languages[random.Next(4)]],
            random.Next(2) == 0 ? [] : [new StaffSkill(skills[random.Next(2)], 3, random.Next(2) == 0 ? null : Today.AddDays(random.Next(-1, 2)))], random.Next(4) == 0)).ToList();
        var excluded = candidates.Where(_ => random.Next(4) == 0).Select(c => c.Id).ToHashSet();
        return (candidates, new(random.Next(2) == 0 ? null : skills[random.Next(2)], random.Next(2) == 0 ? null : languages[random.Next(4)], Today, excluded));
    }
}
