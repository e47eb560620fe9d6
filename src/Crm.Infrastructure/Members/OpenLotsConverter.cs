using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Domain;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.Infrastructure.Members;

/// <summary>
/// The lots of a member as one array of arrays, since every operation on points reads and writes them all: number, entry, points, remaining, state, earned, available, expires (in
/// milliseconds since 1970), slides, subject, rule, qualifying.
/// </summary>
internal sealed class OpenLotsConverter() : ValueConverter<IReadOnlyList<Lot>, string>(lots => Write(lots), text => Read(text))
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static string Write(IReadOnlyList<Lot> lots)
    {
        var buffer = new ArrayBufferWriter<byte>(64 + 160 * lots.Count);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartArray();
            foreach (var lot in lots)
            {
                json.WriteStartArray();
                json.WriteNumberValue(lot.Number);
                json.WriteNumberValue(lot.EntryNumber);
                json.WriteNumberValue(lot.Points);
                json.WriteNumberValue(lot.Remaining);
                json.WriteStringValue(lot.State.ToString());
                Instant(json, lot.EarnedAt);
                Instant(json, lot.AvailableAt);
                Instant(json, lot.ExpiresAt);
                json.WriteNumberValue(lot.Slides ? 1 : 0);
                json.WriteStringValue(lot.Subject?.ToString());
                json.WriteStringValue(lot.RuleCode);
                json.WriteNumberValue(lot.Qualifying);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>In rows that are older than the column it stands empty.</summary>
    private static List<Lot> Read(string text)
    {
        var lots = new List<Lot>();
        if (text.Length <= 2)
        {
            return lots;
        }
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            lots.Add(new Lot
            {
                Number = (int)Number(ref json), EntryNumber = (int)Number(ref json), Points = Number(ref json), Remaining = Number(ref json), State = Enum.Parse<LotState>(Text(ref json)!),
                EarnedAt = DateTimeOffset.FromUnixTimeMilliseconds(Number(ref json)), AvailableAt = Instant(ref json), ExpiresAt = Instant(ref json), Slides = Number(ref json) == 1,
                Subject = Text(ref json) is { } subject ? RecordId.Parse(subject, null) : null, RuleCode = Text(ref json), Qualifying = Number(ref json),
            });
            json.Read();
        }
        return lots;
    }

    private static void Instant(Utf8JsonWriter json, DateTimeOffset? instant)
    {
        if (instant is { } at)
        {
            json.WriteNumberValue(at.ToUnixTimeMilliseconds());
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static long Number(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetInt64();
    }

    private static DateTimeOffset? Instant(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? null : DateTimeOffset.FromUnixTimeMilliseconds(json.GetInt64());
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }
}

/// <summary>The list is replaced whole, so the same instance is the same value.</summary>
internal sealed class OpenLotsComparer()
    : ValueComparer<IReadOnlyList<Lot>>((a, b) => ReferenceEquals(a, b), lots => lots == null ? 0 : lots.GetHashCode(), lots => lots);
