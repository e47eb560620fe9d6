using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Crm.Domain;

namespace Crm.Application;

/// <summary>A JSON merge patch (RFC 7396) of a <typeparamref name="TBody"/>: members that are absent stay, null removes.</summary>
public sealed class Patch<TBody>(JsonObject changes) where TBody : class
{
    /// <summary>What the record would be with the changes; refused like a whole body where it would be none.</summary>
    public Result<TBody> ApplyTo(TBody current)
    {
        try
        {
            var merged = (JsonObject)JsonSerializer.SerializeToNode(current, CrmJson.Wire)!;
            if (Unknown(changes, CrmJson.Wire.GetTypeInfo(typeof(TBody)), "").FirstOrDefault() is { } unknown)
            {
                return Error.Invalid([WireErrors.MemberUnknown(unknown)]);
            }
            Merge(merged, changes);
            return merged.Deserialize<TBody>(CrmJson.Wire)!;
        }
        catch (JsonException wrong)
        {
            return WireErrors.Of(wrong);
        }
    }

    /// <summary>Members that are to be removed and that there cannot be: a misspelt one would vanish, where it is set it is refused anyway.</summary>
    private static IEnumerable<string> Unknown(JsonObject changes, JsonTypeInfo type, string at)
    {
        foreach (var (name, change) in type.Kind == JsonTypeInfoKind.Object ? changes : [])
        {
            var member = type.Properties.FirstOrDefault(p => p.Name == name && p.Set is not null);
            if (change is null && member is null)
            {
                yield return $"{at}/{name}";
            }
            foreach (var below in change is JsonObject inner && member is not null ? Unknown(inner, CrmJson.Wire.GetTypeInfo(member.PropertyType), $"{at}/{name}") : [])
            {
                yield return below;
            }
        }
    }

    private static void Merge(JsonObject target, JsonObject changes)
    {
        foreach (var (name, change) in changes)
        {
            if (change is null)
            {
                target.Remove(name);
            }
            else if (change is JsonObject inner)
            {
                if (target[name] is not JsonObject existing)
                {
                    target[name] = existing = [];
                }
                Merge(existing, inner);
            }
            else
            {
                target[name] = change.DeepClone();
            }
        }
    }
}

internal sealed class PatchConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Patch<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(PatchConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class PatchConverter<TBody> : JsonConverter<Patch<TBody>> where TBody : class
    {
        public override Patch<TBody> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<JsonElement>(ref reader, options) is { ValueKind: JsonValueKind.Object } changes
                ? new(JsonObject.Create(changes)!)
                : throw new WireFormatException("type_invalid", "A merge patch is a JSON object.");

        public override void Write(Utf8JsonWriter writer, Patch<TBody> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A patch is read only.");
    }
}

/// <summary>Requests whose JSON is not what the document says.</summary>
public static class WireErrors
{
    public static readonly Error Malformed = new(ErrorKind.Malformed, "json_malformed", "The body is no well-formed JSON. detail says where it ends to be.");

    public static Error Of(JsonException wrong)
    {
        // The reader itself refuses what is no JSON, with a private subtype; what converters refuse is JSON of another shape.
        if (wrong is not WireFormatException && (wrong.GetType() != typeof(JsonException) || wrong.InnerException is JsonException || wrong.Path is null))
        {
            return Malformed.Because(wrong.LineNumber is { } line ? $"Line {line + 1}, byte {wrong.BytePositionInLine + 1}." : wrong.Message);
        }
        return Error.Invalid(Fields(wrong));
    }

    public static FieldError MemberUnknown(string pointer) => new(pointer, "member_unknown", "There is no such member. Check its spelling against the document.");

    private static List<FieldError> Fields(JsonException wrong)
    {
        var at = Pointer(wrong.Path ?? "$");
        if (wrong is WireFormatException format)
        {
            return [new(at + format.Below, format.Code, format.Message)];
        }
        var message = wrong.Message;
        if (message.Contains("missing required properties", StringComparison.Ordinal))
        {
            var names = message[message.IndexOf("including:", StringComparison.Ordinal)..].Split('\'').Where((_, i) => i % 2 == 1);
            return [.. names.Select(n => new FieldError($"{at}/{n}", "required", "A value is needed here."))];
        }
        if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            var name = message.Split('\'')[1];
            return [MemberUnknown(at.EndsWith("/" + name, StringComparison.Ordinal) ? at : $"{at}/{name}")];
        }
        return message.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase)
            ? [new(at, "member_repeated", "This member is given more than once.")]
            : [new(at, "type_invalid", "The value is not of the documented type.")];
    }

    /// <summary><c>$.contactPoints[0].value</c> as <c>/contactPoints/0/value</c>.</summary>
    private static string Pointer(string path)
    {
        var steps = path.TrimStart('$').Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(steps.Select(s => "/" + s.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
    }
}
