using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Crm.Domain;

namespace Crm.Application.EventTypes;

public sealed record ListEventTypes : IQuery<Page<EventTypeRow>>;

/// <summary>A sort of event that the API tells of.</summary>
/// <param name="Name">The name in a message: the thing and what happened to it.</param>
/// <param name="Version">Grows when the data changes in a way that breaks readers.</param>
/// <param name="Description">What happened.</param>
/// <param name="Schema">The data of the event, as JSON Schema 2020-12. Data has ids and codes, never words of a person.</param>
public sealed record EventTypeRow(string Name, int Version, string Description, JsonElement Schema)
{
    public static readonly EventTypeRow Example = new(
        "staff.mentioned", 1, "Members of staff were mentioned in an interaction.",
        EventSchema.Of(typeof(Domain.Interactions.StaffMentioned), "Members of staff were mentioned in an interaction."));
}

internal sealed class ListEventTypesHandler : IQueryHandler<ListEventTypes, Page<EventTypeRow>>
{
    private static readonly Lazy<Page<EventTypeRow>> Catalogue = new(() => new(
        [.. typeof(IDomainEvent).Assembly.GetTypes()
            .Select(t => (Type: t, Told: t.GetCustomAttribute<EventTypeAttribute>()))
            .Where(e => e.Told is not null)
            .OrderBy(e => e.Told!.Name, StringComparer.Ordinal).ThenBy(e => e.Told!.Version)
            .Select(e => new EventTypeRow(e.Told!.Name, e.Told.Version, e.Told.Description, EventSchema.Of(e.Type, e.Told.Description)))], null));

    public Task<Result<Page<EventTypeRow>>> Handle(ListEventTypes query, CancellationToken ct) => Task.FromResult<Result<Page<EventTypeRow>>>(Catalogue.Value);
}

/// <summary>The schema of an event's data, from its type.</summary>
internal static class EventSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonElement Of(Type type, string description)
    {
        var schema = (JsonObject)CrmJson.Wire.GetJsonSchemaAsNode(type, Options);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        // A reader must not refuse members that a later version adds.
        schema.Remove("additionalProperties");
        schema["description"] = description;
        return JsonSerializer.SerializeToElement(schema);
    }

    /// <summary>What our own converters write is a text, of which the exporter knows nothing.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        JsonNode kind = bare == type ? "string" : new JsonArray("string", "null");
        if (IsId(bare))
        {
            return OfId(bare, kind);
        }
        if (bare == typeof(RecordId))
        {
            return new JsonObject { ["type"] = kind, ["pattern"] = "^[a-z_]+_[0-7][0-9a-hjkmnp-tv-z]{25}$" };
        }
        // The exporter leaves out the items of a list of which it knows nothing.
        if (type.IsGenericType && IsId(type.GetGenericArguments()[0]) && schema is JsonObject list && !list.ContainsKey("items"))
        {
            list["items"] = OfId(type.GetGenericArguments()[0], "string");
        }
        if (bare == typeof(DateTimeOffset))
        {
            return new JsonObject { ["type"] = kind, ["format"] = "date-time" };
        }
        if (bare.IsEnum && schema is JsonObject codes && bare == type)
        {
            codes["type"] = "string";
        }
        return schema;
    }

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    private static JsonObject OfId(Type type, JsonNode kind) =>
        new() { ["type"] = kind, ["pattern"] = $"^{type.GetProperty(nameof(Id<>.Prefix))!.GetValue(null)}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$" };
}
