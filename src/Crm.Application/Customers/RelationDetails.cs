using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>Which way a relation reads, seen from the customer of the address.</summary>
public enum RelationDirection { Outgoing, Incoming, Mutual }

/// <summary>A relation of a customer to another party.</summary>
/// <param name="Id">The relation's id.</param>
/// <param name="CustomerId">The customer of the address.</param>
/// <param name="Kind">What the one is to the other.</param>
/// <param name="Direction">outgoing: the customer is this to the other; incoming: the other is this to the customer; mutual: both.</param>
/// <param name="OtherCustomerId">The other party.</param>
/// <param name="OtherDisplayName">The other party's name to show.</param>
/// <param name="Role">The part played.</param>
/// <param name="SinceOn">The day since when it holds.</param>
/// <param name="UntilOn">The day until when it holds or held.</param>
/// <param name="CreatedAt">When it was recorded.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
public sealed record RelationDetails(
    RelationId Id, CustomerId CustomerId, RelationKind Kind, RelationDirection Direction, CustomerId OtherCustomerId, string OtherDisplayName, string? Role,
    DateOnly? SinceOn, DateOnly? UntilOn, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    public static readonly RelationDetails Example = new(
        RelationId.Parse("relation_01j00000000000000000000000", null), CustomerId.Parse("customer_01j00000000000000000000001", null), RelationKind.WorksFor,
        RelationDirection.Outgoing, CustomerId.Parse("customer_01j00000000000000000000000", null), "Pars Trading", "Head of purchasing", new DateOnly(2021, 4, 1), null,
        new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.Zero), 1);

    /// <summary>The relation as one of its parties sees it.</summary>
    public static RelationDetails Of(Relation relation, CustomerId seenFrom, string otherName)
    {
        var outgoing = relation.CustomerId == seenFrom;
        return new(
            relation.Id, seenFrom, relation.Kind,
            Relation.IsMutual(relation.Kind) ? RelationDirection.Mutual : outgoing ? RelationDirection.Outgoing : RelationDirection.Incoming,
            outgoing ? relation.OtherCustomerId : relation.CustomerId, otherName, relation.Role, relation.SinceOn, relation.UntilOn,
            relation.CreatedAt, relation.UpdatedAt, relation.Version);
    }
}
