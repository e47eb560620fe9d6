using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Application;

/// <summary>JSON of any shape, checked while it is read: text that cannot be decoded and members told twice would fail later, where nobody expects it.</summary>
internal sealed class ElementConverter : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        Check(element);
        return element;
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);

    private static void Check(JsonElement element)
    {
        try
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    _ = element.GetString();
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        Check(item);
                    }
                    break;
                case JsonValueKind.Object:
                    var names = new HashSet<string>(StringComparer.Ordinal);
                    foreach (var member in element.EnumerateObject())
                    {
                        if (!names.Add(member.Name))
                        {
                            throw new WireFormatException("member_repeated", "A member is given more than once.");
                        }
                        Check(member.Value);
                    }
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            throw new WireFormatException("text_invalid", "The text has half of a surrogate pair, which is no character.");
        }
    }
}
