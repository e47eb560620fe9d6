using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Application;

namespace Crm.Api.OpenApi;

/// <summary>The examples of requests and answers, each kept beside its type as a static <c>Example</c>.</summary>
internal static class Examples
{
    /// <summary>What is sent: without the members that are absent.</summary>
    public static JsonNode? OfRequest(Type type) => WithoutNulls(Of(IsOf(type, typeof(Patch<>)) ? type.GetGenericArguments()[0] : type));

    /// <summary>What is answered: every member, null ones included.</summary>
    public static JsonNode? OfAnswer(Type type)
    {
        if (!IsOf(type, typeof(Page<>)))
        {
            return Of(type);
        }
        return Of(type.GetGenericArguments()[0]) is { } row ? new JsonObject { ["data"] = new JsonArray(row), ["next"] = null, ["count"] = null } : null;
    }

    public static bool IsOf(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static JsonNode? Of(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var example = type.GetField("Example", Own)?.GetValue(null) ?? type.GetProperty("Example", Own)?.GetValue(null);
        return example is null ? null : JsonSerializer.SerializeToNode(example, type, CrmJson.Wire);
    }

    private static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Where(m => m.Value is null).Select(m => m.Key).ToList())
                {
                    members.Remove(name);
                }
                foreach (var (_, value) in members)
                {
                    WithoutNulls(value);
                }
                break;
            case JsonArray entries:
                foreach (var entry in entries)
                {
                    WithoutNulls(entry);
                }
                break;
        }
        return node;
    }
}
