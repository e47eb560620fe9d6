using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record GetCustomerSchema : IQuery<CustomerSchema>;

/// <summary>A customer's members as a JSON Schema (2020-12), the tenant's own attributes included; enough to build a form from.</summary>
/// <param name="Schema">The dialect: JSON Schema 2020-12.</param>
/// <param name="Id">The address of this schema.</param>
/// <param name="Title">What it describes.</param>
/// <param name="Type">Always object.</param>
/// <param name="Required">The members that a customer needs.</param>
/// <param name="Properties">The members by name.</param>
/// <param name="AdditionalProperties">Always false: an unknown member is refused.</param>
public sealed record CustomerSchema(
    [property: JsonPropertyName("$schema")] string Schema, [property: JsonPropertyName("$id")] string Id, string Title, string Type,
    IReadOnlyList<string> Required, IReadOnlyDictionary<string, MemberSchema> Properties, bool AdditionalProperties)
{
    public static readonly CustomerSchema Example = Of([AttributeContent.Example]);

    public static CustomerSchema Of(IReadOnlyList<AttributeContent> attributes) => new(
        "https://json-schema.org/draft/2020-12/schema", "/v1/customers/schema", "Customer", "object", ["kind"], Members(attributes), false);

    private static Dictionary<string, MemberSchema> Members(IReadOnlyList<AttributeContent> attributes) => new(StringComparer.Ordinal)
    {
        ["kind"] = MemberSchema.Of<CustomerKind>("Kind"),
        ["givenName"] = MemberSchema.Text("Given name", CustomerProfile.NameMaxLength),
        ["familyName"] = MemberSchema.Text("Family name", CustomerProfile.NameMaxLength),
        ["organisationName"] = MemberSchema.Text("Name of the organisation", CustomerProfile.NameMaxLength),
        ["preferredName"] = MemberSchema.Text("Preferred name", CustomerProfile.NameMaxLength),
        ["pronunciation"] = MemberSchema.Text("Pronunciation", CustomerProfile.NameMaxLength),
        ["honorific"] = MemberSchema.Text("Honorific", CustomerProfile.HonorificMaxLength),
        ["formality"] = MemberSchema.Of<Formality>("Formality"),
        ["contactPoints"] = new()
        {
            Type = "array", Title = "Contact points", MaxItems = ContactPoint.MaxCount,
            Items = new()
            {
                Type = "object", Required = ["kind", "value"],
                Properties = new Dictionary<string, MemberSchema>(StringComparer.Ordinal)
                {
                    ["kind"] = MemberSchema.Of<ContactPointKind>("Kind"),
                    ["value"] = MemberSchema.Text("Value", ContactPoint.ValueMaxLength),
                    ["label"] = MemberSchema.Text("Label", ContactPoint.LabelMaxLength),
                    ["primary"] = new() { Type = "boolean", Title = "Primary" },
                },
            },
        },
        ["language"] = MemberSchema.Text("Language (BCP 47)", 35),
        ["timeZone"] = MemberSchema.Text("Time zone (IANA)", 60),
        ["tags"] = new() { Type = "array", Title = "Tags", MaxItems = CustomerProfile.MaxTags, Items = MemberSchema.Text("Tag", CustomerProfile.TagMaxLength) },
        ["ownerId"] = new() { Type = "string", Title = "Owner", Reference = AttributeTarget.Staff },
        ["externalId"] = MemberSchema.Text("Your own key", ExternalIds.MaxLength),
        ["lifecycle"] = MemberSchema.Of<Lifecycle>("Lifecycle"),
        ["attributes"] = new()
        {
            Type = "object", Title = "Attributes", AdditionalProperties = false, Required = [.. attributes.Where(a => a.Required).Select(a => a.Key)],
            Properties = attributes.ToDictionary(a => a.Key, MemberSchema.Of, StringComparer.Ordinal),
        },
    };
}

/// <summary>One member in a JSON Schema. Keywords that do not apply are absent.</summary>
public sealed record MemberSchema
{
    /// <summary>string, number, boolean, array or object.</summary>
    public required string Type { get; init; }

    /// <summary>The label.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>What the member is for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>date for a calendar date.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Format { get; init; }

    /// <summary>The only values that are accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>How long a text may be, in characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxLength { get; init; }

    /// <summary>The least number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Minimum { get; init; }

    /// <summary>The greatest number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Maximum { get; init; }

    /// <summary>How many entries a list may have.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxItems { get; init; }

    /// <summary>What the entries of a list are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemberSchema? Items { get; init; }

    /// <summary>The members of an object.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, MemberSchema>? Properties { get; init; }

    /// <summary>The members that an object needs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Required { get; init; }

    /// <summary>false where an object takes no other members.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AdditionalProperties { get; init; }

    /// <summary>The label in other languages, by BCP 47 tag.</summary>
    [JsonPropertyName("x-labels")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>What an id refers to.</summary>
    [JsonPropertyName("x-reference")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AttributeTarget? Reference { get; init; }

    internal static MemberSchema Text(string title, int maxLength) => new() { Type = "string", Title = title, MaxLength = maxLength };

    internal static MemberSchema Of<T>(string title) where T : struct, System.Enum => new()
    {
        Type = "string", Title = title, Enum = [.. System.Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)],
    };

    internal static MemberSchema Of(AttributeContent attribute) => new()
    {
        Type = attribute.Type switch { AttributeType.Number => "number", AttributeType.Boolean => "boolean", _ => "string" },
        Title = attribute.Label,
        Description = attribute.Description,
        Format = attribute.Type == AttributeType.Date ? "date" : null,
        Enum = attribute.Type == AttributeType.Choice ? attribute.Choices : null,
        MaxLength = attribute.Type == AttributeType.Text ? attribute.MaxLength ?? AttributeContent.UsualTextLength : null,
        Minimum = attribute.Min,
        Maximum = attribute.Max,
        Labels = attribute.Labels.Count > 0 ? attribute.Labels : null,
        Reference = attribute.Target,
    };
}

internal sealed class GetCustomerSchemaHandler(ICrmDb db) : IQueryHandler<GetCustomerSchema, CustomerSchema>
{
    public async Task<Result<CustomerSchema>> Handle(GetCustomerSchema query, CancellationToken ct) => CustomerSchema.Of(
        await db.AttributeDefinitions.Where(d => d.RetiredAt == null).OrderBy(d => d.Id).Select(d => d.Content).ToListAsync(ct));
}
