using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Application;

/// <summary>Enum values in camelCase, one at a time: the framework's own converter takes names with commas between them and adds them up.</summary>
internal sealed class ChoiceConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ChoiceConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class ChoiceConverter<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values = new(StringComparer.OrdinalIgnoreCase);
        private static readonly Dictionary<T, JsonEncodedText> Names = [];

        static ChoiceConverter()
        {
            foreach (var value in Enum.GetValues<T>())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
                Values[name] = value;
                Names[value] = JsonEncodedText.Encode(name);
            }
        }

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Of(reader.GetString()!) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Names[value]);

        private static T Of(string name) => Values.TryGetValue(name, out var value) ? value : throw new JsonException();
    }
}
