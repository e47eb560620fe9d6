using System.Runtime.CompilerServices;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Infrastructure.Customers;

/// <summary>What becomes of the rows that refer to a customer when the customer is erased.</summary>
internal enum ErasureRule
{
    /// <summary>The rows go.</summary>
    Delete,

    /// <summary>The rows hold nothing personal and stay as they are.</summary>
    Keep,
}

/// <summary>
/// What an entity with a foreign key to <see cref="Customer"/> declares in its configuration. Merging moves its rows to the survivor unless
/// it says otherwise; erasing has no default, and a test fails for an entity that declares nothing.
/// </summary>
internal static class CustomerReferenceDeclarations
{
    internal const string Erasure = "Crm:ErasedWithCustomer";
    internal const string Stays = "Crm:StaysWithCustomer";
    internal const string FollowsItself = "Crm:FollowsMergeItself";
    internal const string UnmergedToo = "Crm:UnmergedToo";
    internal const string Json = "Crm:JsonText";

    /// <summary>Says what becomes of the rows as a whole.</summary>
    public static EntityTypeBuilder<T> ErasedWithCustomer<T>(this EntityTypeBuilder<T> entity, ErasureRule rule) where T : class
    {
        entity.Metadata.SetAnnotation(Erasure, rule.ToString());
        return entity;
    }

    /// <summary>Keeps the rows as figures without words: these members become null, or empty where they cannot be null.</summary>
    public static EntityTypeBuilder<T> ErasedWithCustomer<T>(this EntityTypeBuilder<T> entity, string blank, params string[] more) where T : class
    {
        entity.Metadata.SetAnnotation(Erasure, string.Join(',', [blank, .. more]));
        return entity;
    }

    /// <summary>The rows stay with the record that they were made for when it is merged into another.</summary>
    public static EntityTypeBuilder<T> StaysWithMergedCustomer<T>(this EntityTypeBuilder<T> entity) where T : class
    {
        entity.Metadata.SetAnnotation(Stays, true);
        return entity;
    }

    /// <summary>Rows in which this member is empty still stand: a merge leaves them to their aggregate, which has a say in it.</summary>
    public static EntityTypeBuilder<T> FollowsMergeItselfWithout<T>(this EntityTypeBuilder<T> entity, string member) where T : class
    {
        entity.Metadata.SetAnnotation(FollowsItself, member);
        return entity;
    }

    /// <summary>What a row refers to by this member goes with the row when a merge is undone, also where it was made after the merge.</summary>
    public static EntityTypeBuilder<T> UnmergedWith<T>(this EntityTypeBuilder<T> entity, string member) where T : class
    {
        entity.Metadata.SetAnnotation(UnmergedToo, member);
        return entity;
    }

    /// <summary>The text is JSON: an export shows it as such, and its empty value is {}.</summary>
    public static PropertyBuilder<TText> IsJsonText<TText>(this PropertyBuilder<TText> property) where TText : class?
    {
        property.Metadata.SetAnnotation(Json, true);
        return property;
    }
}

/// <summary>One foreign key to <see cref="Customer"/>, and what its entity declares.</summary>
internal sealed record CustomerReference(IEntityType Entity, IProperty Member)
{
    private static readonly ConditionalWeakTable<IModel, IReadOnlyList<CustomerReference>> Known = [];

    public string Table => Entity.GetTableName()!;
    public string Name => $"{Table}.{Member.GetColumnName()}";
    public bool IsAggregate => Entity.ClrType.IsAssignableTo(typeof(AggregateRoot));
    public bool Moves => Entity.FindAnnotation(CustomerReferenceDeclarations.Stays) is null;
    public string? FollowsItselfWithout => (string?)Entity.FindAnnotation(CustomerReferenceDeclarations.FollowsItself)?.Value;
    public string? UnmergedToo => (string?)Entity.FindAnnotation(CustomerReferenceDeclarations.UnmergedToo)?.Value;
    public string? Declared => (string?)Entity.FindAnnotation(CustomerReferenceDeclarations.Erasure)?.Value;

    /// <summary>The primary key without the tenant and this reference: what still names the row after it moved.</summary>
    public IReadOnlyList<IProperty> RowKey => [.. Entity.FindPrimaryKey()!.Properties.Where(p => p.Name != Tenancy.Column && p != Member)];

    /// <summary>The other references of the same entity to a customer, as a relation has.</summary>
    public IEnumerable<CustomerReference> Others => Of(Entity.Model).Where(r => r.Entity == Entity && r.Member != Member);

    /// <summary>For every key that may not occur twice and holds this reference: its other members.</summary>
    public IEnumerable<IReadOnlyList<IProperty>> UniqueWith =>
        Entity.GetKeys().Select(k => k.Properties).Concat(Entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties))
            .Where(p => p.Contains(Member)).Select(p => p.Where(m => m.Name != Tenancy.Column && m != Member).ToList());

    /// <summary>Foreign keys to rows like these from rows that name no customer themselves and hold something that an erasure empties.</summary>
    public IEnumerable<IForeignKey> Below => Entity.GetReferencingForeignKeys().Where(k =>
        k.DeclaringEntityType != Entity && BlankedIn(k.DeclaringEntityType).Any() && !Of(Entity.Model).Any(r => r.Entity == k.DeclaringEntityType));

    /// <summary>The members that an erasure empties.</summary>
    public IEnumerable<IProperty> Blanked => BlankedIn(Entity);

    public static IEnumerable<IProperty> BlankedIn(IEntityType entity) =>
        (string?)entity.FindAnnotation(CustomerReferenceDeclarations.Erasure)?.Value is not { } declared || declared is nameof(ErasureRule.Delete) or nameof(ErasureRule.Keep)
            ? []
            : declared.Split(',').Select(m => entity.FindProperty(m) ?? throw new InvalidOperationException($"{entity.ShortName()} has no {m} that an erasure could empty."));

    /// <summary>What stands in an emptied member.</summary>
    public static string? BlankOf(IProperty member) =>
        member.IsNullable ? null
        : member.FindAnnotation(CustomerReferenceDeclarations.Json) is not null ? "{}"
        : member.ClrType == typeof(string) ? ""
        : member.GetTypeMapping().Converter?.ProviderClrType != typeof(string) || member.ClrType.IsEnum
            ? throw new InvalidOperationException($"{member.DeclaringType.ShortName()}.{member.Name} has no empty value.")
        : member.ClrType.IsAssignableTo(typeof(System.Collections.IEnumerable)) && !IsDictionary(member.ClrType) ? "[]" : "{}";

    /// <summary>Every reference of the model; an entity comes before those that it refers to, so that rows can be deleted in this order.</summary>
    public static IReadOnlyList<CustomerReference> Of(IModel model) => Known.GetValue(model, Find);

    private static IReadOnlyList<CustomerReference> Find(IModel model)
    {
        var found = model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Where(k => k.PrincipalEntityType.ClrType == typeof(Customer))
            .Select(k => new CustomerReference(k.DeclaringEntityType, k.Properties.Single(p => p.Name != Tenancy.Column)))
            .OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<CustomerReference>();
        var seen = new HashSet<IEntityType>();
        foreach (var entity in found.Select(r => r.Entity).Distinct())
        {
            Visit(entity);
        }
        return ordered;

        void Visit(IEntityType entity)
        {
            if (!seen.Add(entity))
            {
                return;
            }
            foreach (var dependent in entity.GetReferencingForeignKeys().Select(k => k.DeclaringEntityType))
            {
                Visit(dependent);
            }
            ordered.AddRange(found.Where(r => r.Entity == entity));
        }
    }

    private static bool IsDictionary(Type type) =>
        type.GetInterfaces().Append(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
}
