using Crm.Domain.Segments;

namespace Crm.Domain.Tests.Segments;

[Trait("Requirement", "S4-ALL-1")]
public sealed class SegmentRuleTests
{
    private static SegmentCondition Tag(string tag, bool not = false) => new() { Fact = SegmentFact.Tag, Values = [tag], Not = not };

    private static SegmentCondition Of(SegmentFact fact, bool not, params string[] values) => new() { Fact = fact, Values = values, Not = not };

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
        Assert.True(NamesEveryone([[Tag("VIP"), Tag("vip", not: true)]]));
        Assert.True(NamesEveryone([[new() { Fact = SegmentFact.Tag, Values = ["a", "b"] }, Tag("a", not: true)]]));
        Assert.True(NamesEveryone([[Of(SegmentFact.Lifecycle, false, "prospect", "lead"), Of(SegmentFact.Lifecycle, false, "customer", "dormant", "lost", "WONBACK")]]));
        Assert.True(NamesEveryone([[Of(SegmentFact.Lifecycle, true, "prospect"), Of(SegmentFact.Lifecycle, true, "lead")]]));
        Assert.True(NamesEveryone([[Of(SegmentFact.KeyTier, false), Of(SegmentFact.KeyTier, true, "gold")]]));
        Assert.True(NamesEveryone([[Of(SegmentFact.KeyTier, false), Of(SegmentFact.KeyTier, true)]]));
    }

    [Theory]
    [InlineData("P60D", "P30D", true)]
    [InlineData("P30D", "P30D", true)]
    [InlineData("P4W2D", "P30D", true)]
    [InlineData("PT24H", "P1D", true)]
    [InlineData("P2W", "P14DT1S", false)]
    [InlineData("P30D", "P60D", false)]
    public void Contact_within_a_time_or_none_for_a_shorter_one_keeps_nobody_out(string within, string noneFor, bool everyone)
    {
        SegmentCondition Contact(string time, bool not) => new() { Fact = SegmentFact.LastContact, Within = time, Not = not };
        Assert.Equal(everyone, NamesEveryone([[Contact(noneFor, true), Tag("a"), Contact(within, false)]]));
        Assert.False(NamesEveryone([[Contact(within, false)], [Contact(noneFor, true)]]));
    }

    [Theory]
    [InlineData(null, "2026-01-01", "2026-01-01", null, false, true)]
    [InlineData(null, "2026-01-02", "2026-01-01", null, false, true)]
    [InlineData(null, "2026-01-01", "2026-01-02", null, false, false)]
    [InlineData("2025-01-01", "2026-01-01", "2025-06-01", "2025-07-01", true, true)]
    [InlineData("2025-01-01", "2026-01-01", "2025-06-01", "2026-07-01", true, false)]
    public void Registered_before_a_day_or_from_an_earlier_one_on_keeps_nobody_out(string? from, string? before, string? otherFrom, string? otherBefore, bool not, bool everyone) =>
        Assert.Equal(everyone, NamesEveryone([[Registered(from, before, false), Registered(otherFrom, otherBefore, not)]]));

    private static SegmentCondition Registered(string? from, string? before, bool not) =>
        new() { Fact = SegmentFact.Created, Not = not, From = At(from), Before = At(before) };

    private static DateTimeOffset? At(string? day) => day is null ? null : DateTimeOffset.Parse(day + "T00:00:00Z", null);

    [Fact]
    public void A_rule_that_keeps_somebody_out_is_one()
    {
        Assert.False(NamesEveryone([[Tag("a")]]));
        Assert.False(NamesEveryone([[Tag("a", not: true), Tag("b", not: true)]]));
        Assert.False(NamesEveryone([[Tag("a"), new() { Fact = SegmentFact.Tag, Values = ["a", "b"], Not = true }]]));
        Assert.False(NamesEveryone([[Of(SegmentFact.KeyTier, false, "gold"), Of(SegmentFact.KeyTier, true)]]));
        Assert.False(NamesEveryone([[Of(SegmentFact.Kind, true, "person")]]));
        Assert.True(new SegmentRule([.. Enumerable.Range(0, 11).Select(i => new SegmentClause([new() { Fact = SegmentFact.Tag, Values = [.. Enumerable.Range(0, 50).Select(n => $"{i}-{n}")] }]))]).Check().Failed(out var large)
            && large.Code == "segment.too_large");
        Assert.False(NamesEveryone([[Tag("a"), Tag("b", not: true)]]));
        Assert.False(NamesEveryone([[Tag("a"), Tag("a", not: true)], [Tag("b")]]));
        Assert.False(NamesEveryone([[new() { Fact = SegmentFact.Lifecycle, Values = ["prospect", "lead", "customer", "dormant", "lost"] }]]));
        Assert.False(NamesEveryone([[new() { Fact = SegmentFact.Kind, Values = ["organisation", "person"], Not = true }]]));
    }
}
