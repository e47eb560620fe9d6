using System.Text.Json;
using Crm.Domain.Customers;

namespace Crm.Domain.Tests.Customers;

public sealed class CustomerRecordTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly CustomerId Somebody = CustomerId.New(Now);

    [Theory]
    [InlineData("2026-03-21", true)]
    [InlineData("--02-29", true)]
    [InlineData("--12-31", true)]
    [InlineData("2026-02-29", false)]
    [InlineData("--13-01", false)]
    [InlineData("--1-1", false)]
    [InlineData("21.3.2026", false)]
    [InlineData("--", false)]
    public void A_fact_takes_a_date_or_the_day_of_every_year(string date, bool accepted) => Assert.Equal(accepted, FactContent.IsDate(date));

    [Fact]
    public void A_private_fact_belongs_to_whoever_recorded_it()
    {
        var (me, other) = (StaffId.New(Now), StaffId.New(Now));
        var content = new FactContent { Kind = FactKind.Story, Text = "His dog is called Rex", Private = true };
        Assert.True(Fact.Record(Somebody, content, null, Now).Failed(out var error));
        Assert.Equal("fact.private_needs_staff", error.Code);
        var fact = Fact.Record(Somebody, content, me, Now).Value;
        Assert.True(fact.IsSeenBy(me));
        Assert.False(fact.IsSeenBy(other));
        Assert.False(fact.IsSeenBy(null));
    }

    [Fact]
    public void A_need_of_a_month_spans_it()
    {
        var need = Need.Record(Somebody, new() { Text = "Van", ExpectedMonth = "2028-02" }, null, Now).Value;
        Assert.Equal((new DateOnly(2028, 2, 1), new DateOnly(2028, 2, 29)), (need.ExpectedFrom, need.ExpectedTo));
        Assert.Equal("2028-02", need.Content.ExpectedMonth);
        Assert.Null(need.Content.ExpectedOn);
    }

    [Fact]
    public void A_need_is_expected_on_a_day_or_in_a_month()
    {
        Assert.True(Need.Record(Somebody, new() { Text = "Van", ExpectedMonth = "2028-13" }, null, Now).Failed(out var error));
        Assert.Equal("month_invalid", error.Fields[0].Code);
        Assert.True(Need.Record(Somebody, new() { Text = "Van", ExpectedMonth = "2028-01", ExpectedOn = new(2028, 1, 1) }, null, Now).Failed(out error));
        Assert.Equal("expected_twice", error.Fields[0].Code);
        Assert.Null(Need.Record(Somebody, new() { Text = "Van" }, null, Now).Value.Content.ExpectedOn);
    }

    [Fact]
    public void A_consent_is_not_given_in_the_future()
    {
        Assert.True(Consent.Record(Somebody, new() { Purpose = "x", Decision = ConsentDecision.Granted, At = Now.AddHours(1) }, null, Now).Failed(out var error));
        Assert.Equal("instant_in_future", error.Fields[0].Code);
    }

    [Fact]
    public void A_mutual_relation_has_one_slot_from_both_sides_and_leaves_it_when_removed()
    {
        var (one, other) = (Person("A"), Person("B"));
        var there = Relation.Relate(one, other, new() { Kind = RelationKind.PartnerOf, OtherCustomerId = other.Id }, Now).Value;
        var back = Relation.Relate(other, one, new() { Kind = RelationKind.PartnerOf, OtherCustomerId = one.Id }, Now).Value;
        Assert.Equal(there.Slot, back.Slot);
        Assert.NotEqual(
            Relation.Relate(one, other, new() { Kind = RelationKind.ParentOf, OtherCustomerId = other.Id }, Now).Value.Slot,
            Relation.Relate(other, one, new() { Kind = RelationKind.ParentOf, OtherCustomerId = one.Id }, Now).Value.Slot);
        there.Remove(Now);
        Assert.NotEqual(there.Slot, back.Slot);
    }

    [Fact]
    public void Nobody_is_related_to_themselves()
    {
        var one = Person("A");
        Assert.True(Relation.Relate(one, one, new() { Kind = RelationKind.Knows, OtherCustomerId = one.Id }, Now).Failed(out var error));
        Assert.Equal("relation.to_self", error.Code);
    }

    [Theory]
    [InlineData(AttributeType.Text, "\"سلام\"", null)]
    [InlineData(AttributeType.Text, "1", "attribute_type_invalid")]
    [InlineData(AttributeType.Text, "\"more than ten characters\"", "too_long")]
    [InlineData(AttributeType.Number, "5.5", null)]
    [InlineData(AttributeType.Number, "11", "out_of_range")]
    [InlineData(AttributeType.Number, "1e999", "attribute_type_invalid")]
    [InlineData(AttributeType.Number, "\"5\"", "attribute_type_invalid")]
    [InlineData(AttributeType.Date, "\"2026-03-21\"", null)]
    [InlineData(AttributeType.Date, "\"2026-02-30\"", "attribute_type_invalid")]
    [InlineData(AttributeType.Boolean, "true", null)]
    [InlineData(AttributeType.Boolean, "\"true\"", "attribute_type_invalid")]
    [InlineData(AttributeType.Choice, "\"gold\"", null)]
    [InlineData(AttributeType.Choice, "\"Gold\"", "choice_unknown")]
    [InlineData(AttributeType.Reference, "\"nobody\"", "attribute_type_invalid")]
    [InlineData(AttributeType.Reference, "\"customer_01j00000000000000000000000\"", null)]
    [InlineData(AttributeType.Text, "{}", "attribute_type_invalid")]
    public void An_attribute_takes_values_of_its_type(AttributeType type, string json, string? code)
    {
        var content = new AttributeContent
        {
            Key = "x", Label = "X", Type = type, Choices = type == AttributeType.Choice ? ["gold"] : [],
            Target = type == AttributeType.Reference ? AttributeTarget.Customer : null, MaxLength = type == AttributeType.Text ? 10 : null,
            Max = type == AttributeType.Number ? 10 : null,
        };
        Assert.Empty(content.Faults());
        Assert.Equal(code, content.Refusal(JsonDocument.Parse(json).RootElement, "/attributes/x")?.Code);
    }

    [Fact]
    public void A_definition_names_its_faults()
    {
        var content = new AttributeContent { Key = "No Key", Label = "X", Type = AttributeType.Number, Choices = ["a"], Target = AttributeTarget.Staff, MaxLength = 1, Min = 2, Max = 1 };
        Assert.Equal(["key_invalid", "choices_misplaced", "target_misplaced", "limit_misplaced", "max_below_min"], content.Faults().Select(f => f.Code));
    }

    [Fact]
    public void A_definition_keeps_key_and_type()
    {
        var definition = AttributeDefinition.Define(AttributeContent.Example, Now).Value;
        Assert.True(definition.Revise(AttributeContent.Example with { Key = "other" }, Now).Failed(out var error));
        Assert.Equal(AttributeErrors.TypeIsFixed, error);
        Assert.False(definition.Revise(AttributeContent.Example with { Label = "Level" }, Now).Failed(out _));
    }

    private static Customer Person(string name) => Customer.Register(new() { Kind = CustomerKind.Person, GivenName = name }, Lifecycle.Lead, "IR", null, Now).Value;
}
