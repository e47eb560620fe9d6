using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Crm.Api.OpenApi;
using Crm.Application;

namespace Crm.Api.Tests.Product;

/// <summary>A member of a request's body: the steps that lead to it, and its type.</summary>
internal sealed record BodyMember(IReadOnlyList<string> Path, Type Type)
{
    public string Pointer => string.Concat(Path.Select(p => "/" + p));
    public string? Prefix => Specimens.PrefixOf(Type);
}

/// <summary>What bodies look like, read from the serialiser: their members, an acceptable example, and changes of it.</summary>
internal static class BodyShape
{
    private const int MostDepth = 6;

    /// <summary>The type's own Example, or the least that it accepts.</summary>
    public static JsonNode Example(Type type) => Examples.OfRequest(type) ?? Least(type, 0)!;

    public static bool HasExample(Type type) => Examples.OfRequest(type) is not null;

    /// <summary>Every member of a type, those inside its members and the elements of its lists included.</summary>
    public static IEnumerable<BodyMember> Members(Type type) => Members(type, [], 0);

    /// <summary>The body with one member changed; what leads to it is made where it is absent.</summary>
    public static JsonNode With(JsonNode body, Type type, BodyMember member, JsonNode? value)
    {
        var changed = body.DeepClone();
        var (node, at) = (changed, type);
        for (var i = 0; i < member.Path.Count; i++)
        {
            var isLast = i == member.Path.Count - 1;
            if (node is JsonArray array)
            {
                at = ElementOf(at)!;
                if (array.Count == 0)
                {
                    array.Add(Least(at, 0));
                }
                if (isLast)
                {
                    array[0] = value?.DeepClone();
                }
                node = array[0]!;
                continue;
            }
            var property = Properties(at).First(p => p.Name == member.Path[i]);
            at = Bare(property.PropertyType);
            var parent = node.AsObject();
            if (isLast)
            {
                parent[member.Path[i]] = value?.DeepClone();
            }
            else
            {
                node = parent[member.Path[i]] ??= ElementOf(at) is null ? Least(at, 0) ?? new JsonObject() : new JsonArray();
            }
        }
        return changed;
    }

    private static IEnumerable<BodyMember> Members(Type type, IReadOnlyList<string> path, int depth)
    {
        if (depth > MostDepth)
        {
            yield break;
        }
        if (ElementOf(type) is { } element)
        {
            yield return new([.. path, "0"], element);
            foreach (var inner in Members(element, [.. path, "0"], depth + 1))
            {
                yield return inner;
            }
            yield break;
        }
        foreach (var property in Properties(type))
        {
            var member = new BodyMember([.. path, property.Name], Bare(property.PropertyType));
            yield return member;
            foreach (var inner in Members(member.Type, member.Path, depth + 1))
            {
                yield return inner;
            }
        }
    }

    private static JsonNode? Least(Type type, int depth)
    {
        var bare = Bare(type);
        if (Specimens.PrefixOf(bare) is { } prefix)
        {
            return Specimens.Placeholder + prefix;
        }
        if (bare.IsEnum)
        {
            return JsonSerializer.SerializeToNode(Enum.GetValues(bare).GetValue(0), bare, CrmJson.Wire);
        }
        if (ElementOf(bare) is not null)
        {
            return new JsonArray();
        }
        var simple = bare == typeof(string) ? "Sample" : bare == typeof(bool) ? true
            : bare == typeof(DateTimeOffset) ? "2026-03-21T08:30:00.000Z" : bare == typeof(DateOnly) ? "2026-03-21" : bare == typeof(TimeSpan) ? "PT1H"
            : bare.IsPrimitive || bare == typeof(decimal) ? JsonValue.Create(1)
            : bare == typeof(JsonElement) ? "sample" : (JsonNode?)null;
        if (simple is not null || depth > MostDepth)
        {
            return simple;
        }
        var made = new JsonObject();
        foreach (var property in Properties(bare).Where(p => p.IsRequired || (p.AssociatedParameter is { HasDefaultValue: false } && !p.IsGetNullable)))
        {
            made[property.Name] = Least(property.PropertyType, depth + 1);
        }
        return made;
    }

    private static IEnumerable<JsonPropertyInfo> Properties(Type type)
    {
        if (type.Namespace?.StartsWith("Crm.", StringComparison.Ordinal) != true || Specimens.PrefixOf(type) is not null || type.IsEnum)
        {
            return [];
        }
        var info = CrmJson.Wire.GetTypeInfo(type);
        return info.Kind == JsonTypeInfoKind.Object ? info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null) : [];
    }

    private static Type? ElementOf(Type type) =>
        type == typeof(string) || type == typeof(byte[]) || type.IsAssignableTo(typeof(IDictionary)) ? null
        : type.GetInterfaces().Append(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() is var d && (d == typeof(IReadOnlyDictionary<,>) || d == typeof(IDictionary<,>))) ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>A number that has not been given before.</summary>
    public static string Unused() => Interlocked.Increment(ref unused).ToString(CultureInfo.InvariantCulture);

    private static long unused = 9_120_000_000 + Environment.ProcessId % 1000 * 10_000L;
}
