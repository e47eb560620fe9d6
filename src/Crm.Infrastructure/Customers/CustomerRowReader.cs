using System.Linq.Expressions;
using System.Text.Json;
using Crm.Application;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Infrastructure.Customers;

/// <summary>Reads the rows of one entity that refer to any of some customers: one query, streamed.</summary>
internal abstract class CustomerRowReader
{
    public abstract IAsyncEnumerable<object> Read(CrmDbContext db, IReadOnlyList<IProperty> references, IReadOnlyList<CustomerId> customers);

    public static CustomerRowReader Of(IEntityType entity) => (CustomerRowReader)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(entity.ClrType))!;

    private sealed class Reader<T> : CustomerRowReader where T : class
    {
        public override IAsyncEnumerable<object> Read(CrmDbContext db, IReadOnlyList<IProperty> references, IReadOnlyList<CustomerId> customers)
        {
            var row = Expression.Parameter(typeof(T));
            var matches = from reference in references
                          from customer in customers
                          let member = Expression.Call(typeof(EF), nameof(EF.Property), [reference.ClrType], row, Expression.Constant(reference.Name))
                          let value = Expression.Property(Expression.Constant(new Held(customer)), nameof(Held.Customer))
                          select Expression.Equal(member, Expression.Convert(value, reference.ClrType));
            return db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(matches.Aggregate(Expression.OrElse), row)).AsAsyncEnumerable();
        }
    }

    private sealed record Held(CustomerId Customer);
}

/// <summary>An entity as JSON, member by member as the model has it: ids as TypeIDs, instants in RFC 3339, JSON columns as JSON.</summary>
internal static class EntityJson
{
    public static void Write(Utf8JsonWriter json, IEntityType entity, object row)
    {
        json.WriteStartObject();
        foreach (var property in entity.GetProperties().Where(p => !p.IsShadowProperty()))
        {
            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            var value = property.FindAnnotation(SaveRecords.SecretAnnotation) is null ? property.GetGetter().GetClrValue(row) : "***";
            switch (value)
            {
                case ByteKey key:
                    json.WriteStringValue(key.ToString());
                    break;
                case string text when property.FindAnnotation(CustomerReferenceDeclarations.Json) is not null:
                    json.WriteRawValue(text);
                    break;
                default:
                    JsonSerializer.Serialize(json, value, CrmJson.Stored);
                    break;
            }
        }
        json.WriteEndObject();
    }
}
