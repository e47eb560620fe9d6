using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>A row to be changed on the embedded store where it is still what it was: the columns that changed, then those of the key and the version that was read.</summary>
/// <param name="Columns">A bit for each property that changed.</param>
/// <param name="Values">As they are stored, in the order of the statement.</param>
internal sealed record ChangedRow(IEntityType Type, UInt128 Columns, object?[] Values)
{
    private const int MostColumns = 128;

    /// <summary>Whether nothing changed in it, whatever was said.</summary>
    public bool IsSame => Columns == UInt128.Zero;

    /// <summary>Whether a change wants no key that another one gives up, and refers to none of the rows that are added.</summary>
    public static bool CanComeBefore(IReadOnlySet<IEntityType> added, EntityEntry entry) => entry.Properties.Where(p => p.IsModified).All(p =>
        p.Metadata.GetIndex() < MostColumns && !p.Metadata.GetContainingIndexes().Any(i => i.IsUnique) && !p.Metadata.GetContainingForeignKeys().Any(k => added.Contains(k.PrincipalEntityType)));

    public static ChangedRow Of(EntityEntry entry)
    {
        var (columns, values) = (UInt128.Zero, new List<object?>());
        foreach (var property in entry.Properties.Where(p => p.IsModified))
        {
            columns |= UInt128.One << property.Metadata.GetIndex();
            values.Add(Stored(property.Metadata, property.CurrentValue));
        }
        values.AddRange(Found(entry.Metadata).Select(p => Stored(p, entry.Property(p).OriginalValue)));
        return new(entry.Metadata, columns, [.. values]);
    }

    public string Statement()
    {
        var changed = Type.GetProperties().Where(p => (Columns & (UInt128.One << p.GetIndex())) != 0).Select(Assign);
        return $"UPDATE \"{Type.GetTableName()}\" SET {string.Join(", ", changed)} WHERE {string.Join(" AND ", Found(Type).Select(Assign))}";

        static string Assign(IProperty property) => $"\"{property.GetColumnName()}\" = ?";
    }

    private static IEnumerable<IProperty> Found(IEntityType type) => type.FindPrimaryKey()!.Properties.Concat(type.GetProperties().Where(p => p.IsConcurrencyToken));

    private static object? Stored(IProperty property, object? value) => property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
