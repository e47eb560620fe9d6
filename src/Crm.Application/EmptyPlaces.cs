using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace Crm.Application;

/// <summary>No list has a null in it. The serialiser respects that of members, but of the elements of a list it cannot know.</summary>
internal static class EmptyPlaces
{
    public static void Refuse(JsonTypeInfo type)
    {
        var lists = type.Kind == JsonTypeInfoKind.Object ? type.Properties.Where(p => p.Get is not null && IsListOfObjects(p.PropertyType)).ToList() : [];
        if (lists.Count == 0)
        {
            return;
        }
        var then = type.OnDeserialized;
        type.OnDeserialized = made =>
        {
            then?.Invoke(made);
            foreach (var list in lists)
            {
                Check(list, (IEnumerable?)list.Get!(made));
            }
        };
    }

    private static void Check(JsonPropertyInfo list, IEnumerable? items)
    {
        var place = 0;
        foreach (var item in items ?? Array.Empty<object>())
        {
            if (item is null)
            {
                throw new WireFormatException("required", "A value is needed here.") { Below = $"/{list.Name}/{place}" };
            }
            place++;
        }
    }

    private static bool IsListOfObjects(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && !type.GetGenericArguments()[0].IsValueType;
}
