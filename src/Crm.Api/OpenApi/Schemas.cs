using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Crm.Application;
using Crm.Domain;
using Crm.Domain.Calendars;
using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>
/// Schemas of what goes over the wire, from the serialiser's own contract: what it reads and writes is what the document says. Requests are
/// described before answers, so that a record that is both says what a request needs.
/// </summary>
internal sealed class Schemas(OpenApiDocument document, XmlTexts texts, Limits limits)
{
    public static readonly JsonNode Null = JsonNullSentinel.JsonNull;

    private const int LargestBody = 1024 * 1024;

    private const string DatesInWords = "DatesInWords";

    private readonly Dictionary<string, Type> named = new(StringComparer.Ordinal);
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);

    /// <summary>The schema of a type, where <paramref name="ofRequest"/> decides which members must be there.</summary>
    public IOpenApiSchema Of(Type type, bool ofRequest, string? description = null, bool nullable = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            (type, nullable) = (underlying, true);
        }
        if (Examples.IsOf(type, typeof(StoredJson<>)))
        {
            type = type.GetGenericArguments()[0];
        }
        if (Simple(type) is not { } schema)
        {
            if (Entries(type) is { } entry)
            {
                schema = new() { Type = JsonSchemaType.Array, Items = Of(entry, ofRequest) };
            }
            else if (Values(type) is { } value)
            {
                schema = new() { Type = JsonSchemaType.Object, AdditionalProperties = Of(value, ofRequest) };
            }
            else
            {
                var reference = new OpenApiSchemaReference(Component(type, ofRequest), document) { Description = nullable ? null : description };
                return nullable ? new OpenApiSchema { AnyOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }], Description = description } : reference;
            }
        }
        schema.Description = description;
        if (nullable && schema.Type is not null)
        {
            schema.Type |= JsonSchemaType.Null;
            schema.Enum?.Add(Null);
        }
        return schema;
    }

    /// <summary>The members of the schema that a type has on the wire, by their names there.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property, JsonPropertyInfo Contract)> Members(Type type)
    {
        foreach (var contract in CrmJson.Wire.GetTypeInfo(type).Properties)
        {
            var property = contract.AttributeProvider as PropertyInfo
                ?? type.GetProperty(contract.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if ((contract.Get is not null || contract.Set is not null || contract.AssociatedParameter is not null) && property is not null)
            {
                yield return (contract.Name, property, contract);
            }
        }
    }

    private string Component(Type type, bool ofRequest)
    {
        var name = NameOf(type);
        if (!named.TryAdd(name, type))
        {
            Answer(type, ofRequest);
            return named[name] == type ? name : throw new InvalidOperationException($"{type} and {named[name]} would both be called {name} in the document.");
        }
        var isPatch = Examples.IsOf(type, typeof(Patch<>));
        var body = isPatch ? type.GetGenericArguments()[0] : type;
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = isPatch ? $"Changes to what {NameOf(body)} has: members that are absent stay as they are, null removes." : texts.Summary(type),
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal),
            Required = new HashSet<string>(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = !ofRequest,
        };
        document.AddComponent<IOpenApiSchema>(name, schema);
        if (Examples.IsOf(type, typeof(Batch<>)))
        {
            DescribeItems(schema, type);
            return name;
        }
        foreach (var (member, property, contract) in Members(body))
        {
            if (ofRequest && contract.Set is null && contract.AssociatedParameter is null)
            {
                continue;
            }
            var leftOut = property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull };
            var nullable = isPatch || (ofRequest ? contract.IsSetNullable && contract.AssociatedParameter?.IsNullable != false : contract.IsGetNullable && !leftOut);
            var described = Of(contract.PropertyType, ofRequest, texts.Member(property), nullable);
            if (described is OpenApiSchema own)
            {
                limits.Apply(own, property.DeclaringType!, property.Name);
                limits.Apply(own, body, property.Name);
                if (property.Name == nameof(Page<>.Data) && Examples.IsOf(body, typeof(Page<>)))
                {
                    own.MaxItems = ListQuery.MaxLimit;
                }
                Bound(own, ofRequest);
            }
            schema.Properties[member] = described;
            if (!isPatch && (ofRequest ? contract.IsRequired || contract.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false } : !leftOut))
            {
                schema.Required.Add(member);
            }
        }
        Answer(type, ofRequest);
        return name;
    }

    /// <summary>An object of an answer has its dates in words as well, where the request asks for them (<see cref="DisplayedDates"/>), also where requests have the same object.</summary>
    private void Answer(Type type, bool ofRequest)
    {
        if (ofRequest || !answered.Add(NameOf(type)))
        {
            return;
        }
        var types = Members(type).Select(m => m.Contract.PropertyType).ToList();
        types.ForEach(t => Of(t, ofRequest: false));
        if (types.Any(DisplayedDates.IsDate))
        {
            var components = document.Components!.Schemas!;
            components.TryAdd(DatesInWords, new OpenApiSchema
            {
                Type = JsonSchemaType.Object, ReadOnly = true, AdditionalProperties = Text(null, null, 60), MaxProperties = 50,
                Description = "The dates of the object in Persian words by the names of their members, by the Jalali calendar, on the wall clock of the tenant; where Accept-Language asks for the calendar, as fa-u-ca-persian does (S4-CULT-1).",
            });
            ((OpenApiSchema)components[NameOf(type)]).Properties![DisplayedDates.Member] = new OpenApiSchemaReference(DatesInWords, document) { Description = "Its dates in Persian words, where they are asked for." };
        }
    }

    /// <summary>A batch has a converter of its own, of which the serialiser's contract tells nothing.</summary>
    private void DescribeItems(OpenApiSchema schema, Type batch)
    {
        var items = (OpenApiSchema)Of(batch.GetProperty(nameof(Batch<>.Items))!.PropertyType, ofRequest: true, texts.Member(batch.GetProperty(nameof(Batch<>.Items))!));
        (items.MinItems, items.MaxItems) = (1, Batch<object>.MaxItems);
        schema.Properties!["items"] = items;
        schema.Required!.Add("items");
    }

    /// <summary>
    /// Whole numbers without a limit of their own have that of their type, and texts and lists of answers that of the largest body that can have
    /// brought them. Texts and lists of requests need one of their own: the linter finds those without.
    /// </summary>
    public static void Bound(OpenApiSchema schema, bool ofRequest)
    {
        if (!ofRequest && schema.Type is { } type && schema.Enum is null)
        {
            schema.MaxLength ??= type.HasFlag(JsonSchemaType.String) ? LargestBody : null;
            schema.MaxItems ??= type.HasFlag(JsonSchemaType.Array) ? LargestBody : null;
        }
        if (schema.Items is OpenApiSchema items)
        {
            Bound(items, ofRequest);
        }
        if (schema.AdditionalProperties is OpenApiSchema values)
        {
            // What a value of free members may be is said by the member itself.
            Bound(values, ofRequest: false);
        }
        if (schema.Format == "int32")
        {
            schema.Minimum ??= schema.ExclusiveMinimum is null ? int.MinValue.ToString(CultureInfo.InvariantCulture) : null;
            schema.Maximum ??= schema.ExclusiveMaximum is null ? int.MaxValue.ToString(CultureInfo.InvariantCulture) : null;
        }
        else if (schema.Format == "int64")
        {
            schema.Minimum ??= schema.ExclusiveMinimum is null ? "-9007199254740991" : null;
            schema.Maximum ??= schema.ExclusiveMaximum is null ? "9007199254740991" : null;
        }
    }

    public static string NameOf(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }
        var inner = NameOf(type.GetGenericArguments()[0]);
        return Examples.IsOf(type, typeof(Page<>))
            ? (inner.EndsWith("Row", StringComparison.Ordinal) ? inner[..^3] : inner) + "Page"
            : inner + type.Name.Split('`')[0];
    }

    /// <summary>The schema of a type that is one value, null where it is a structure.</summary>
    public static OpenApiSchema? Simple(Type type)
    {
        if (type.IsEnum)
        {
            return new() { Type = JsonSchemaType.String, Enum = [.. Enum.GetNames(type).Select(n => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(n))] };
        }
        if (Examples.IsOf(type, typeof(Id<>)))
        {
            var prefix = (string)type.GetProperty(nameof(Id<>.Prefix))!.GetValue(null)!;
            return Text("typeid", $"^{prefix}_[0-7][0-9a-hjkmnp-tv-z]{{{TypeId.SuffixLength - 1}}}$", prefix.Length + 1 + TypeId.SuffixLength);
        }
        return type switch
        {
            _ when type == typeof(string) => Text(null),
            _ when type == typeof(bool) => new() { Type = JsonSchemaType.Boolean },
            _ when type == typeof(int) || type == typeof(short) || type == typeof(byte) => new() { Type = JsonSchemaType.Integer, Format = "int32" },
            _ when type == typeof(long) => new() { Type = JsonSchemaType.Integer, Format = "int64" },
            _ when type == typeof(decimal) || type == typeof(double) => new() { Type = JsonSchemaType.Number, Format = "double" },
            _ when type == typeof(DateTimeOffset) || type == typeof(Instant) => Text("date-time", null, 40),
            _ when type == typeof(RecordId) => Text("typeid", $"^[a-z_]+_[0-7][0-9a-hjkmnp-tv-z]{{{TypeId.SuffixLength - 1}}}$", RecordId.MaxLength),
            _ when type == typeof(DateOnly) => Text("date", null, 10),
            // No format: that of a time (RFC 3339) has seconds and an offset, and no 24:00.
            _ when type == typeof(TimeOfDay) => Text(null, "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$", 5),
            _ when type == typeof(TimeOnly) => Text("time", null, 20),
            _ when type == typeof(TimeSpan) => Text("duration", null, 40),
            _ when type == typeof(Guid) => Text("uuid", null, 36),
            _ when type == typeof(Uri) => Text("uri", null, 2000),
            _ when type == typeof(JsonElement) || type == typeof(JsonNode) || type == typeof(object) => new(),
            _ when type == typeof(JsonObject) => new() { Type = JsonSchemaType.Object },
            _ => null,
        };
    }

    private static OpenApiSchema Text(string? format, string? pattern = null, int? maxLength = null) =>
        new() { Type = JsonSchemaType.String, Format = format, Pattern = pattern, MaxLength = maxLength };

    private static Type? Values(Type type) => Argument(type, typeof(IReadOnlyDictionary<,>), 1) ?? Argument(type, typeof(IDictionary<,>), 1);

    private static Type? Entries(Type type) =>
        type.IsAssignableTo(typeof(IEnumerable)) && Values(type) is null ? Argument(type, typeof(IEnumerable<>), 0) : null;

    private static Type? Argument(Type type, Type contract, int index) =>
        type.GetInterfaces().Append(type).FirstOrDefault(i => Examples.IsOf(i, contract))?.GetGenericArguments()[index];
}
