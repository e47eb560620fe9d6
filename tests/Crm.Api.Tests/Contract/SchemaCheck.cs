using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Crm.Api.Tests.Contract;

/// <summary>The part of JSON Schema that the document uses; a keyword beyond it is an error, so that nothing goes unchecked.</summary>
internal sealed class SchemaCheck(Contract contract)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "type", "enum", "pattern", "format", "description", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
        "items", "minItems", "maxItems", "maxProperties", "properties", "required", "additionalProperties", "anyOf", "readOnly",
    };

    public IEnumerable<string> Check(JsonNode? value, JsonNode schemaOrReference, string at)
    {
        var schema = contract.Resolve(schemaOrReference);
        foreach (var keyword in schema.Select(k => k.Key).Where(k => !Known.Contains(k)))
        {
            yield return $"{at}: keyword {keyword} is not known to this check";
        }
        if (schema["anyOf"] is JsonArray choices)
        {
            if (choices.All(c => Check(value, c!, at).Any()))
            {
                yield return $"{at}: none of the choices";
            }
            yield break;
        }
        if (schema["type"] is { } types && !IsOf(value, types))
        {
            yield return $"{at}: {value?.ToJsonString() ?? "null"} is no {types.ToJsonString()}";
            yield break;
        }
        if (schema["enum"] is JsonArray values && !values.Any(v => JsonNode.DeepEquals(v, value)))
        {
            yield return $"{at}: {value} is none of {values.ToJsonString()}";
        }
        foreach (var error in value switch
        {
            JsonObject members => OfMembers(members, schema, at),
            JsonArray entries => OfEntries(entries, schema, at),
            JsonValue one when one.GetValueKind() == JsonValueKind.String => OfText(one.GetValue<string>(), schema, at),
            JsonValue one when one.GetValueKind() == JsonValueKind.Number => OfNumber(double.Parse(one.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture), schema, at),
            _ => [],
        })
        {
            yield return error;
        }
    }

    private IEnumerable<string> OfMembers(JsonObject members, JsonObject schema, string at)
    {
        var properties = schema["properties"] as JsonObject;
        foreach (var missing in (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).Where(r => !members.ContainsKey(r)))
        {
            yield return $"{at}: {missing} is missing";
        }
        foreach (var (name, value) in members)
        {
            var own = properties?[name];
            // What an answer may have beyond its schema some day it must not have today.
            if (own is null && properties is not null && schema["additionalProperties"] is not JsonObject)
            {
                yield return $"{at}: there is no member {name}";
            }
            foreach (var error in (own ?? schema["additionalProperties"]) is JsonObject described ? Check(value, described, $"{at}/{name}") : [])
            {
                yield return error;
            }
        }
        if (schema["maxProperties"] is { } most && members.Count > most.GetValue<int>())
        {
            yield return $"{at}: too many members";
        }
    }

    private IEnumerable<string> OfEntries(JsonArray entries, JsonObject schema, string at)
    {
        if (entries.Count < (schema["minItems"]?.GetValue<int>() ?? 0) || entries.Count > (schema["maxItems"]?.GetValue<int>() ?? int.MaxValue))
        {
            yield return $"{at}: {entries.Count} entries";
        }
        foreach (var error in entries.SelectMany((e, i) => schema["items"] is { } items ? Check(e, items, $"{at}/{i}") : []))
        {
            yield return error;
        }
    }

    private static IEnumerable<string> OfText(string text, JsonObject schema, string at)
    {
        if (text.Length < (schema["minLength"]?.GetValue<int>() ?? 0) || text.Length > (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue))
        {
            yield return $"{at}: length {text.Length}";
        }
        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern))
        {
            yield return $"{at}: '{text}' does not match {pattern}";
        }
        if (schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse(text, out _))
        {
            yield return $"{at}: '{text}' is no instant";
        }
    }

    private static IEnumerable<string> OfNumber(double number, JsonObject schema, string at)
    {
        if (number < (schema["minimum"]?.GetValue<double>() ?? double.MinValue) || number > (schema["maximum"]?.GetValue<double>() ?? double.MaxValue)
            || number <= (schema["exclusiveMinimum"]?.GetValue<double>() ?? double.NegativeInfinity) || number >= (schema["exclusiveMaximum"]?.GetValue<double>() ?? double.PositiveInfinity))
        {
            yield return $"{at}: {number} is out of range";
        }
    }

    private static bool IsOf(JsonNode? value, JsonNode types) => types is JsonArray several ? several.Any(t => IsOf(value, t!)) : types.GetValue<string>() switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && value.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-'),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => false,
    };
}
