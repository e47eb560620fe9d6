using Crm.Domain.Causes;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Causes;

[Trait("Requirement", "S1-LEARN-1")]
public sealed class CauseTreeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Theory]
    [InlineData("late-delivery", true)]
    [InlineData("a1-2b", true)]
    [InlineData("Late", false)]
    [InlineData("-late", false)]
    [InlineData("late-", false)]
    [InlineData("la--te", false)]
    [InlineData("دیرکرد", false)]
    [InlineData("late\n", false)]
    public void A_code_is_made_of_words_joined_by_hyphens(string code, bool accepted) => Assert.Equal(accepted, CauseContent.IsCode(code));

    [Fact]
    public void The_standard_taxonomy_is_a_tree_with_names_in_both_languages()
    {
        var standard = CausePresets.Of(CausePreset.Standard);
        Assert.InRange(standard.Count, 15, 20);
        Assert.Distinct(standard.Select(c => c.Code));
        Assert.All(standard, c => Assert.True(CauseContent.IsCode(c.Code) && c.Fa.Length > 0 && c.En.Length > 0));
        Assert.All(standard.Index().Where(c => c.Item.ParentCode is not null), c => Assert.Contains(standard.Take(c.Index), p => p.Code == c.Item.ParentCode));
    }

    [Fact]
    public void A_cause_that_moves_takes_everything_below_with_it()
    {
        var (top, other) = (Add("top", null), Add("other", null));
        var middle = Add("middle", top);
        var leaf = Add("leaf", middle);
        Cause[] all = [top, other, middle, leaf];
        Assert.False(Move(middle, other, all).Failed(out _));
        Assert.Equal(["other", "middle", "leaf"], leaf.Path);
        Assert.Equal((2, 2), (middle.Version, leaf.Version));
        Assert.True(Move(other, leaf, all).Failed(out var error));
        Assert.Equal("cause.circular", error.Code);
        Assert.True(Move(other, top, all).Failed(out error));
        Assert.Equal("cause.too_deep", error.Code);
        Assert.False(Move(middle, null, all).Failed(out _));
        Assert.Equal(["middle", "leaf"], leaf.Path);
    }

    /// <summary>However causes are moved, refused or not, paths follow parents, no circle closes, and each subtree stands together in the order of places.</summary>
    [Fact]
    public void However_it_is_moved_it_stays_a_tree_of_three_levels() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var all = new List<Cause>();
        for (var i = 0; i < 12; i++)
        {
            var parent = all.Count > 0 && random.Next(3) > 0 ? all[random.Next(all.Count)] : null;
            if (!Cause.Add(Content("c" + i + (random.Next(2) == 0 ? "-x" : ""), parent?.Id), parent, Now).Failed(out _, out var cause))
            {
                all.Add(cause);
            }
        }
        for (var i = 0; i < 20; i++)
        {
            _ = Move(all[random.Next(all.Count)], random.Next(5) == 0 ? null : all[random.Next(all.Count)], all);
        }
        var ordered = all.OrderBy(c => c.Place).ToList();
        return all.TrueForAll(c => c.Path.SequenceEqual(Walk(c, all)) && c.Path.Count <= Cause.MostLevels)
            && ordered.Index().All(c => c.Item.ParentId is not { } p || ordered.Take(c.Index).Reverse().TakeWhile(o => o.Id != p).All(o => o.Path.Count > ordered.First(x => x.Id == p).Path.Count));
    });

    [Fact]
    public void One_with_causes_in_use_below_it_is_not_retired_and_a_retired_one_changes_no_more()
    {
        var top = Add("top", null);
        Assert.True(top.Retire(hasActiveBelow: true, Now).Failed(out var error));
        Assert.Equal("cause.has_active_below", error.Code);
        Assert.False(top.Retire(hasActiveBelow: false, Now).Failed(out _));
        Assert.True(top.Revise(top.Content with { Controllable = false }, [], Now).Failed(out error));
        Assert.Equal("cause.retired", error.Code);
        Assert.True(Cause.Add(Content("below", top.Id), top, Now).Failed(out error, out _));
        Assert.Equal("cause_parent_unknown", error.Code);
    }

    private static List<string> Walk(Cause cause, List<Cause> all)
    {
        var path = new List<string>();
        for (var at = cause; at is not null && path.Count < 10; at = all.Find(c => c.Id == at.ParentId))
        {
            path.Insert(0, at.Code);
        }
        return path;
    }

    private static Result Move(Cause cause, Cause? to, IReadOnlyCollection<Cause> all) => cause.Revise(cause.Content with { ParentId = to?.Id }, all, Now);
    private static Cause Add(string code, Cause? parent) => Saved(Cause.Add(Content(code, parent?.Id), parent, Now).Value);
    private static CauseContent Content(string code, CauseId? parent) => new() { Code = code, Names = CauseContent.NamesOf("علت", code), ParentId = parent };

    /// <summary>As it is read again, so that its next change is a new version.</summary>
    private static Cause Saved(Cause cause)
    {
        typeof(AggregateRoot).GetField("changed", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.SetValue(cause, false);
        return cause;
    }
}
