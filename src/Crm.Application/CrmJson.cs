using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Crm.Domain;
using Crm.Domain.Calendars;

namespace Crm.Application;

/// <summary>JSON as the contract has it, and JSON as it is stored.</summary>
public static class CrmJson
{
    /// <summary>Requests and answers: camelCase, strict about members, null members kept so that every answer has the same shape.</summary>
    public static readonly JsonSerializerOptions Wire = Make(strict: true);

    /// <summary>Answers for people who read the Jalali calendar: as <see cref="Wire"/>, with <see cref="DisplayedDates"/>.</summary>
    public static readonly JsonSerializerOptions Displayed = Make(strict: true, DisplayedDates.Add);

    /// <summary>Columns and stored answers: what an older version wrote stays readable.</summary>
    public static readonly JsonSerializerOptions Stored = Make(strict: false);

    public static void Configure(JsonSerializerOptions options, bool strict)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new ChoiceConverterFactory());
        options.Converters.Add(new IdConverterFactory());
        options.Converters.Add(new RecordIdConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new TimeOfDayConverter());
        options.Converters.Add(new DurationConverter());
        options.Converters.Add(new PatchConverterFactory());
        options.Converters.Add(new StoredJsonConverterFactory());
        options.Converters.Add(new ElementConverter());
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(CrmJsonContext.Default, new DefaultJsonTypeInfoResolver());
        if (!strict)
        {
            // What was stored before a member became required, or was emptied by an erasure, is still readable.
            options.TypeInfoResolver = options.TypeInfoResolver.WithAddedModifier(type =>
            {
                foreach (var member in type.Properties)
                {
                    member.IsRequired = false;
                }
            });
        }
        if (strict)
        {
            options.TypeInfoResolver = options.TypeInfoResolver.WithAddedModifier(EmptyPlaces.Refuse);
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.AllowDuplicateProperties = false;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
        }
    }

    private static JsonSerializerOptions Make(bool strict, Action<JsonTypeInfo>? modify = null)
    {
        var options = new JsonSerializerOptions();
        Configure(options, strict);
        if (modify is not null)
        {
            options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(modify);
        }
        // What was read 32 deep is answered and stored inside pages, batches and audit entries.
        options.MaxDepth = 64;
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>A value of the right JSON type that is not what it should be; carries the code of the refusal.</summary>
public sealed class WireFormatException(string code, string detail) : JsonException(detail)
{
    public string Code { get; } = code;

    /// <summary>The member, as a pointer from where the reader stood.</summary>
    public string Below { get; init; } = "";
}

internal sealed class IdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class IdConverter<T> : JsonConverter<Id<T>> where T : IResource
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Id<T>.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var id)
                ? id
                : throw new WireFormatException("id_invalid", $"An id of a {T.Prefix} is needed here, in the form {T.Prefix}_ and 26 characters.");

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options)
        {
            writer.WriteStringValue(value.ToString());
        }
    }
}

internal sealed class RecordIdConverter : JsonConverter<RecordId>
{
    public override RecordId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && RecordId.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new WireFormatException("record_id_invalid", "The id of a record is needed here, a word, _ and 26 characters.");

    public override void Write(Utf8JsonWriter writer, RecordId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>RFC 3339 in UTC, to the millisecond. Any offset is read, none is guessed.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly string[] Read_ =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var instant)
            ? instant
            : throw new WireFormatException("instant_invalid", "An instant is needed here, in RFC 3339 with Z or an offset, as in 2026-03-21T08:30:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        // The standard format ends in seven decimals and Z; it is many times faster than one of our own.
        Span<byte> text = stackalloc byte[28];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[23] = (byte)'Z';
        writer.WriteStringValue(text[..24]);
    }

    public static string Text(DateTimeOffset value) => value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        var ok = text.Length > 19 && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Read_, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
                ? true : Fail(out instant);
        instant = new DateTimeOffset(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        return ok;

        static bool Fail(out DateTimeOffset none)
        {
            none = default;
            return false;
        }
    }
}

/// <summary>A time on a wall clock: HH:mm, up to 24:00.</summary>
internal sealed class TimeOfDayConverter : JsonConverter<TimeOfDay>
{
    public override TimeOfDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TimeOfDay.TryParse(reader.GetString(), out var time)
            ? time
            : throw new WireFormatException("time_of_day_invalid", "A time of day is needed here, HH:mm from 00:00 to 24:00.");

    public override void Write(Utf8JsonWriter writer, TimeOfDay value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A duration: read in ISO 8601, written in hours, minutes and seconds.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Durations.TryParse(reader.GetString(), out var duration)
            ? duration
            : throw new WireFormatException("duration_malformed", "An ISO 8601 duration is needed here, without months and years, as in PT4H.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(Durations.Text(value));
}
