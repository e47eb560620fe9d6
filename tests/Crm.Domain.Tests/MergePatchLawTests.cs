using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Application;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests;

/// <summary>RFC 7396.</summary>
public sealed class MergePatchLawTests
{
    private static readonly string[] Names = ["a", "b", "ب", "", "a/b", "~"];

    /// <summary>The examples of appendix A whose target and patch are objects; no other record is patched here.</summary>
    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"a":null}""", "{}")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"c"}""", """{"a":["b"]}""", """{"a":["b"]}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void The_examples_of_the_standard_hold(string target, string patch, string expected) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Apply(target, patch)));

    [Fact]
    public void Applying_twice_is_applying_once() => Objects().Holds((target, patch) =>
        JsonNode.DeepEquals(Apply(Apply(target, patch).ToJsonString(), patch), Apply(target, patch)));

    [Fact]
    public void An_empty_patch_changes_nothing() => Objects().Holds(target => JsonNode.DeepEquals(Apply(target, "{}"), JsonNode.Parse(target)));

    [Fact]
    public void What_the_patch_does_not_name_stays_and_what_it_says_is_there() => Objects().Holds((target, patch) =>
    {
        var (before, changes, after) = ((JsonObject)JsonNode.Parse(target)!, (JsonObject)JsonNode.Parse(patch)!, Apply(target, patch));
        return before.Where(m => !changes.ContainsKey(m.Key)).All(m => JsonNode.DeepEquals(m.Value, after[m.Key]))
            && changes.All(m => m.Value is null ? !after.ContainsKey(m.Key) : m.Value is JsonObject || JsonNode.DeepEquals(m.Value, after[m.Key]));
    });

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":1,"b":2}}""")]
    [InlineData("""{"a":[{"b":1,"b":2}]}""")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"\\ud800\"")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public void What_is_no_patch_is_refused_by_the_reader(string body) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Patch<JsonObject>>(body, CrmJson.Wire));

    private static JsonObject Apply(string target, string patch) =>
        new Patch<JsonObject>((JsonObject)JsonNode.Parse(patch)!).ApplyTo((JsonObject)JsonNode.Parse(target)!).Value;

    private static Arbitrary<string> Objects() => Value(3).Where(v => v is JsonObject).Select(v => v!.ToJsonString()).ToArbitrary();

    private static Gen<JsonNode?> Value(int depth)
    {
        var simple = Gen.OneOf(
            Gen.Constant<JsonNode?>(null), Gen.Choose(-9, 9).Select(n => (JsonNode?)JsonValue.Create(n)),
            Gen.Elements(true, false).Select(b => (JsonNode?)JsonValue.Create(b)), Gen.Elements(Names).Select(s => (JsonNode?)JsonValue.Create(s)));
        if (depth == 0)
        {
            return simple;
        }
        var members = Gen.Elements(Names).SelectMany(n => Value(depth - 1).Select(v => (Name: n, Value: v))).ListOf(3);
        return Gen.OneOf(
            simple,
            Value(depth - 1).ListOf(2).Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
            members.Select(all => (JsonNode?)new JsonObject(all.DistinctBy(m => m.Name).Select(m => KeyValuePair.Create(m.Name, m.Value?.DeepClone())))),
            members.Select(all => (JsonNode?)new JsonObject(all.DistinctBy(m => m.Name).Select(m => KeyValuePair.Create(m.Name, m.Value?.DeepClone())))));
    }
}
