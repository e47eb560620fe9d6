using Crm.Application;
using Crm.Domain;

namespace Crm.Api.Tests.Product;

/// <summary>Acceptable values of query parameters, by their type.</summary>
internal static class SampleQuery
{
    public static IEnumerable<string> Values(ApiParameter parameter)
    {
        var type = parameter.Type;
        if (type.IsEnum || (type.IsGenericType && type.GetGenericArguments()[0].IsEnum))
        {
            var names = Enum.GetNames(type.IsEnum ? type : type.GetGenericArguments()[0]).Select(n => char.ToLowerInvariant(n[0]) + n[1..]).ToList();
            return type.IsEnum || type.GetGenericTypeDefinition() == typeof(Choice<>) ? names : [names[0], string.Join(',', names)];
        }
        return parameter.Name switch
        {
            "sort" => ["createdAt", "-createdAt", "updatedAt", "-updatedAt", "displayName", "-displayName", "name", "-name"],
            "fields" => ["id"],
            "q" => ["Sample", "Sample%20Two%20Three", "%D8%B1%D8%B6%D8%A7", "0912%20123"],
            _ => [parameter.Prefix is { } prefix ? prefix + "_01j00000000000000000000000"
                : type == typeof(RecordId) ? "commitment_01j00000000000000000000000" : type == typeof(bool) ? "true" : type.IsPrimitive ? "1"
                : type == typeof(Instant) ? "2026-01-01T00:00:00Z" : type == typeof(DateOnly) ? "2026-01-01" : "key=Sample"],
        };
    }
}
