using Crm.Domain.Segments;

namespace Crm.Domain.Tests.Segments;

[Trait("Requirement", "S4-ALL-1")]
public sealed class SegmentRuleTests
{
    private static SegmentCondition Tag(string tag, bool not = false) => new() { Fact = SegmentFact.Tag, Values = [tag], Not = not };

    private static bool NamesEveryone(SegmentCondition[][] clauses) =>
        new SegmentRule([.. clauses.Select(c => new SegmentClause(c))]).Check().Failed(out var error) && error.Code == "segment.matches_everyone";

    [Fact]
    public void A_rule_that_keeps_nobody_out_is_found_in_each_of_its_forms()
    {
        Assert.True(NamesEveryone([]));
        Assert.True(NamesEveryone([[Tag("a"), Tag("a", not: true)]]));
        Assert.True(NamesEveryone([[new() { Fact = SegmentFact.Lifecycle, Values = ["prospect", "lead", "customer", "dormant", "lost", "wonBack"] }]]));
        Assert.True(NamesEveryone([[new() { Fact = SegmentFact.Kind, Values = ["organisation", "person"] }], [Tag("a"), Tag("a", not: true)]]));
        SegmentCondition[] order = [new() { Fact = SegmentFact.Tag, Values = ["a", "b"] }, new() { Fact = SegmentFact.Tag, Values = ["b", "a"], Not = true }];
        Assert.True(NamesEveryone([order]));
    }

    [Fact]
    public void A_rule_that_keeps_somebody_out_is_one()
    {
        Assert.False(NamesEveryone([[Tag("a")]]));
        Assert.False(NamesEveryone([[Tag("a"), Tag("b", not: true)]]));
        Assert.False(NamesEveryone([[Tag("a"), Tag("a", not: true)], [Tag("b")]]));
        Assert.False(NamesEveryone([[new() { Fact = SegmentFact.Lifecycle, Values = ["prospect", "lead", "customer", "dormant", "lost"] }]]));
        Assert.False(NamesEveryone([[new() { Fact = SegmentFact.Kind, Values = ["organisation", "person"], Not = true }]]));
    }
}
