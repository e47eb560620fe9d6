using System.Linq.Expressions;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>An attribute that the tenant defined for its customers.</summary>
/// <param name="Id">The definition's id.</param>
/// <param name="Key">Its name in a customer's attributes.</param>
/// <param name="Label">What people see.</param>
/// <param name="Labels">The label in other languages, by BCP 47 tag.</param>
/// <param name="Type">What values it takes.</param>
/// <param name="Choices">The values of a choice.</param>
/// <param name="Target">What a reference refers to.</param>
/// <param name="Required">Whether a new customer needs a value.</param>
/// <param name="MaxLength">How long a text may be, in characters.</param>
/// <param name="Min">The least number.</param>
/// <param name="Max">The greatest number.</param>
/// <param name="Description">What it is for.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it was defined.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record AttributeDetails(
    AttributeDefinitionId Id, string Key, string Label, IReadOnlyDictionary<string, string> Labels, AttributeType Type, IReadOnlyList<string> Choices,
    AttributeTarget? Target, bool Required, int? MaxLength, decimal? Min, decimal? Max, string? Description, DateTimeOffset? RetiredAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly AttributeDetails Example = Of(
        AttributeDefinitionId.Parse("attribute_01j00000000000000000000000", null), AttributeContent.Example, null,
        new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), 1);

    public static readonly Expression<Func<AttributeDefinition, AttributeDetails>> Projection = d =>
        Of(d.Id, d.Content, d.RetiredAt, d.CreatedAt, d.UpdatedAt, d.Version);

    public static AttributeDetails Of(AttributeDefinition d) => Of(d.Id, d.Content, d.RetiredAt, d.CreatedAt, d.UpdatedAt, d.Version);

    private static AttributeDetails Of(
        AttributeDefinitionId id, AttributeContent c, DateTimeOffset? retiredAt, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version) =>
        new(id, c.Key, c.Label, c.Labels, c.Type, c.Choices, c.Target, c.Required, c.MaxLength, c.Min, c.Max, c.Description, retiredAt, createdAt, updatedAt, version);
}
