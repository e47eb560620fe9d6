using System.Text;

namespace Crm.Domain.Customers;

/// <summary>What one party is to another, read from the first to the second: she worksFor them.</summary>
public enum RelationKind { WorksFor, BelongsTo, ReferredBy, Represents, ParentOf, MemberOfHousehold, PartnerOf, SiblingOf, Knows }

/// <summary>A relation to another party (S3-DB-1).</summary>
public sealed record RelationContent
{
    public const int RoleMaxLength = 200;

    /// <summary>What the customer of the address is to the other one. partnerOf, siblingOf and knows hold in both directions.</summary>
    public required RelationKind Kind { get; init; }

    /// <summary>The other party.</summary>
    public required CustomerId OtherCustomerId { get; init; }

    /// <summary>The part the customer plays, such as head of purchasing; at most 200 characters.</summary>
    public string? Role { get; init; }

    /// <summary>The day since when it holds.</summary>
    public DateOnly? SinceOn { get; init; }

    /// <summary>The day until when it holds or held; not before sinceOn.</summary>
    public DateOnly? UntilOn { get; init; }

    public static readonly RelationContent Example = new()
    {
        Kind = RelationKind.WorksFor, OtherCustomerId = CustomerId.Parse("customer_01j00000000000000000000000", null), Role = "Head of purchasing",
        SinceOn = new DateOnly(2021, 4, 1),
    };
}

/// <inheritdoc cref="RelationContent"/>
public sealed class Relation : OfCustomer<Relation>, IResource
{
    private Relation() { }

    public static string Prefix => "relation";

    public RelationKind Kind { get; private set; }
    public CustomerId OtherCustomerId { get; private set; }
    public string? Role { get; private set; }
    public DateOnly? SinceOn { get; private set; }
    public DateOnly? UntilOn { get; private set; }

    /// <summary>What must be unique: the two parties and the kind while it stands, its own id when it is removed.</summary>
    public ByteKey Slot { get; private set; }

    public static Result<Relation> Relate(Customer customer, Customer other, RelationContent content, DateTimeOffset now)
    {
        if (customer.Id == other.Id)
        {
            return RelationErrors.ToSelf;
        }
        if (content.UntilOn < content.SinceOn)
        {
            return Error.Invalid([new("/untilOn", "until_before_since", "The end lies before the beginning.")]);
        }
        var relation = new Relation
        {
            Id = RelationId.New(now), CustomerId = customer.Id, OtherCustomerId = other.Id, Kind = content.Kind, Role = FoldedText.Shown(content.Role),
            SinceOn = content.SinceOn, UntilOn = content.UntilOn, Slot = SlotOf(content.Kind, customer.Id, other.Id),
        };
        relation.Changed(now);
        relation.Raise(new PartiesRelated(relation.Id, customer.Id, other.Id, content.Kind));
        return relation;
    }

    public static bool IsMutual(RelationKind kind) => kind is RelationKind.PartnerOf or RelationKind.SiblingOf or RelationKind.Knows;

    protected override IDomainEvent Gone() => new PartiesUnrelated(Id, CustomerId, OtherCustomerId, Kind);

    protected override void Clear() => Slot = new ByteKey(Id.Value.ToByteArray(bigEndian: true));

    private static ByteKey SlotOf(RelationKind kind, CustomerId from, CustomerId to)
    {
        var (first, second) = IsMutual(kind) && to < from ? (to, from) : (from, to);
        return new([.. first.Value.ToByteArray(bigEndian: true), .. second.Value.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(kind.ToString())]);
    }
}

public static class RelationErrors
{
    public static readonly Error ToSelf = new Error(ErrorKind.Invalid, "relation.to_self",
        "Nobody is related to themselves. Name another customer.").About("/otherCustomerId");

    public static readonly Error Duplicate = new(ErrorKind.Conflict, "relation.duplicate",
        "The two are related like this already. Delete that relation first, or choose another kind.");
}

[EventType("relation.recorded", 1, "Two parties were related.")]
public sealed record PartiesRelated(RelationId RelationId, CustomerId CustomerId, CustomerId OtherCustomerId, RelationKind Kind) : IDomainEvent;

[EventType("relation.removed", 1, "The relation of two parties was taken away.")]
public sealed record PartiesUnrelated(RelationId RelationId, CustomerId CustomerId, CustomerId OtherCustomerId, RelationKind Kind) : IDomainEvent;
