using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Application;

/// <summary>
/// A member of an answer that is handed on as the JSON it is stored as, without being read: a list does not build what it only repeats.
/// In the document it is a <typeparamref name="T"/>.
/// </summary>
public readonly struct StoredJson<T>
{
    private readonly T? value;
    private readonly ReadOnlyMemory<byte> text;

    public StoredJson(T value) => this.value = value;

    /// <summary>JSON that <see cref="CrmJson.Stored"/> wrote, in UTF-8.</summary>
    public StoredJson(ReadOnlyMemory<byte> text) => this.text = text;

    internal void Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        if (text.IsEmpty)
        {
            JsonSerializer.Serialize(writer, value, options);
        }
        else
        {
            writer.WriteRawValue(text.Span, skipInputValidation: true);
        }
    }
}

/// <summary>For queries: the JSON of a column instead of the value that it is read as.</summary>
public static class StoredJson
{
    /// <summary>The column is named as <c>EF.Property&lt;string&gt;(row, nameof(Row.Member))</c>.</summary>
    public static string TextOf(string column) => throw new InvalidOperationException("A column is asked for as text outside a query.");
}

internal sealed class StoredJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(StoredJson<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(StoredJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class StoredJsonConverter<T> : JsonConverter<StoredJson<T>>
    {
        public override StoredJson<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, StoredJson<T> value, JsonSerializerOptions options) => value.Write(writer, options);
    }
}
