using System.Linq.Expressions;
using System.Text.Json;
using Crm.Application;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.Infrastructure;

/// <summary>How values are stored, once for every entity and both stores.</summary>
internal static class Conventions
{
    private const int EnumMaxLength = 32;

    public static void Apply(ModelConfigurationBuilder model)
    {
        foreach (var resource in typeof(IResource).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IResource)) && !t.IsAbstract))
        {
            var (id, converter) = (typeof(Id<>).MakeGenericType(resource), typeof(IdConverter<>).MakeGenericType(resource));
            model.Properties(id).HaveConversion(converter).HaveMaxLength(16).AreFixedLength();
            // The same where a value comes from no column, such as the null of one side of a union.
            model.DefaultTypeMapping(id, mapping => mapping.HasConversion(converter).HasMaxLength(16).IsFixedLength());
        }
        foreach (var choice in typeof(IResource).Assembly.GetTypes().Where(t => t.IsEnum))
        {
            model.DefaultTypeMapping(choice, mapping => mapping.HasConversion<string>().HasMaxLength(EnumMaxLength));
        }
        model.Properties<Guid>().HaveConversion<GuidConverter>().HaveMaxLength(16).AreFixedLength();
        model.Properties<RecordId>().HaveConversion<RecordIdConverter>().HaveMaxLength(RecordId.MaxLength).AreUnicode(false);
        model.Properties<ByteKey>().HaveConversion<ByteKeyConverter>().HaveMaxLength(ByteKey.MaxLength);
        model.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
    }

    /// <summary>Milliseconds since 1970, which SQLite can order and compare.</summary>
    public static void InstantsAsMilliseconds(ModelConfigurationBuilder model) =>
        model.Properties<DateTimeOffset>().HaveConversion<MillisecondsConverter>();

    public static void InstantsAsDateTime2(ModelConfigurationBuilder model) =>
        model.Properties<DateTimeOffset>().HaveConversion<DateTime2Converter>().HavePrecision(3);

    /// <summary>A value that is stored whole, as JSON.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) => property.HasConversion(new JsonConverter<T>(), new JsonComparer<T>());

    /// <summary>Makes <see cref="StoredJson.TextOf"/> the bare column: the cast only takes the conversion of the column away.</summary>
    public static void ReadsStoredJson(this ModelBuilder model) =>
        model.HasDbFunction(typeof(StoredJson).GetMethod(nameof(StoredJson.TextOf))!)
            .HasTranslation(column => new SqlUnaryExpression(ExpressionType.Convert, column[0], typeof(string), null));

    private sealed class IdConverter<T>() : ValueConverter<Id<T>, byte[]>(id => id.Value.ToByteArray(true), bytes => new(new Guid(bytes, true)))
        where T : IResource;

    private sealed class GuidConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class RecordIdConverter() : ValueConverter<RecordId, string>(id => id.ToString(), text => RecordId.Parse(text, null));

    private sealed class ByteKeyConverter() : ValueConverter<ByteKey, byte[]>(key => key.Bytes, bytes => new ByteKey(bytes));

    private sealed class MillisecondsConverter()
        : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));

    private sealed class DateTime2Converter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).UtcDateTime,
        utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    private sealed class JsonConverter<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
    {
        private static string Write(T value) => JsonSerializer.Serialize(value, CrmJson.Stored);
        private static T Read(string text) => JsonSerializer.Deserialize<T>(text.Length > 0 ? text : Nothing, CrmJson.Stored)!;

        /// <summary>In rows that are older than their column it stands empty.</summary>
        private static readonly string Nothing = typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? "[]" : "{}";
    }

    /// <summary>Values are immutable and replaced whole, so the same instance is the same value.</summary>
    private sealed class JsonComparer<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value == null ? 0 : value.GetHashCode(), value => value);
}
