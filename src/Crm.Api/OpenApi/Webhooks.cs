using System.Reflection;
using System.Text.Json.Nodes;
using Crm.Domain;
using Crm.Domain.Tenants;
using Microsoft.OpenApi;

namespace Crm.Api.OpenApi;

/// <summary>The domain events, as the messages that leave the product.</summary>
internal sealed class Webhooks(OpenApiDocument document, XmlTexts texts, Schemas schemas)
{
    public static OpenApiTag Tag => new() { Name = "Events", Description = "What the product tells the outside: one message for each thing that happened." };

    public void Describe()
    {
        document.Webhooks = new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal);
        var events = typeof(Error).Assembly.GetTypes().Select(t => (Type: t, Event: t.GetCustomAttribute<EventTypeAttribute>())).Where(e => e.Event is not null);
        foreach (var (type, happened) in events.OrderBy(e => e.Event!.Name, StringComparer.Ordinal))
        {
            document.AddComponent<IOpenApiSchema>(type.Name + "Event", Envelope(type, happened!));
            var path = new OpenApiPathItem();
            path.AddOperation(HttpMethod.Post, new OpenApiOperation
            {
                OperationId = "on" + type.Name,
                Summary = happened!.Name,
                Description = happened.Description + " Messages may come more than once; their id tells.",
                Tags = new HashSet<OpenApiTagReference> { new(Tag.Name!, document) },
                RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Description = happened.Description,
                    Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
                    {
                        ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(type.Name + "Event", document), Example = Example(type, happened) },
                    },
                },
                Responses = new OpenApiResponses { ["204"] = new OpenApiResponse { Description = "Received. Any other answer, or none, is tried again." } },
                Security = [],
            });
            document.Webhooks[happened.Name] = path;
        }
    }

    private OpenApiSchema Envelope(Type type, EventTypeAttribute happened) => new()
    {
        Type = JsonSchemaType.Object,
        Description = happened.Description,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["id"] = schemas.Of(typeof(Guid), false, "The message's id; the same in every repetition."),
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [happened.Name], Description = "The event's name." },
            ["version"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = "1000", Description = "The version of the event's data.",
            },
            ["occurredAt"] = schemas.Of(typeof(DateTimeOffset), false, "When it happened."),
            ["tenantId"] = schemas.Of(typeof(Id<Tenant>), false, "The tenant in which it happened."),
            ["data"] = Data(type),
        },
        Required = new HashSet<string>(StringComparer.Ordinal) { "id", "type", "version", "occurredAt", "tenantId", "data" },
    };

    private OpenApiSchema Data(Type type) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What happened, in ids and codes.",
        Properties = Schemas.Members(type).ToDictionary(
            m => m.Name, m => Bounded(schemas.Of(m.Contract.PropertyType, false, texts.Member(m.Property) ?? Meaning(m.Property), m.Contract.IsGetNullable)), StringComparer.Ordinal),
        Required = Schemas.Members(type).Select(m => m.Name).ToHashSet(StringComparer.Ordinal),
    };

    private static IOpenApiSchema Bounded(IOpenApiSchema member)
    {
        if (member is OpenApiSchema own)
        {
            Schemas.Bound(own, ofRequest: false);
        }
        return member;
    }

    /// <summary>An id says what it is by itself.</summary>
    private static string? Meaning(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return Examples.IsOf(type, typeof(Id<>)) ? $"The id of the {type.GetProperty(nameof(Id<>.Prefix))!.GetValue(null)}." : null;
    }

    private static JsonObject Example(Type type, EventTypeAttribute happened) => new()
    {
        ["id"] = "01937b3c-6f00-7000-8000-000000000001",
        ["type"] = happened.Name,
        ["version"] = happened.Version,
        ["occurredAt"] = "2026-03-21T08:30:00.000Z",
        ["tenantId"] = "tenant_01j00000000000000000000000",
        ["data"] = Data(Schemas.Members(type)),
    };

    private static JsonObject Data(IEnumerable<(string Name, PropertyInfo Property, System.Text.Json.Serialization.Metadata.JsonPropertyInfo Contract)> members)
    {
        var data = new JsonObject();
        foreach (var (name, property, _) in members)
        {
            data[name] = Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        }
        return data;
    }

    private static JsonNode? Value(Type type) => type switch
    {
        _ when Examples.IsOf(type, typeof(Id<>)) => $"{type.GetProperty(nameof(Id<>.Prefix))!.GetValue(null)}_01j00000000000000000000000",
        _ when type == typeof(RecordId) => "commitment_01j00000000000000000000000",
        { IsEnum: true } => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[^1]),
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => true,
        { IsPrimitive: true } => 1,
        _ when type == typeof(DateTimeOffset) => "2026-03-21T08:30:00.000Z",
        _ when type == typeof(DateOnly) => "2026-03-21",
        _ when type.IsAssignableTo(typeof(System.Collections.IEnumerable)) => new JsonArray(),
        _ => null,
    };
}
