using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure;

/// <summary>One statement that both stores understand, with the parameters @0, @1 and so on, each stored as the property is that it is of.</summary>
internal sealed record PlainStatement(string Text, IReadOnlyList<(IProperty Property, object? Value)> Parameters)
{
    /// <summary>About rows of one kind, with the names of the properties that its parameters are of.</summary>
    public static PlainStatement On<T>(DbContext db, string text, params IEnumerable<(string Property, object? Value)> parameters)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        return new(text, [.. parameters.Select(p => (type.FindProperty(p.Property)!, p.Value))]);
    }

    public object? Stored(int parameter)
    {
        var (property, value) = Parameters[parameter];
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    public async Task Run(DbContext db, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.ExecuteSqlRawAsync(Text, Parameters.Select((p, i) => (object)p.Property.GetRelationalTypeMapping().CreateParameter(command, $"@{i}", p.Value, p.Property.IsNullable)), ct);
    }
}
