using System.Text;
using System.Text.Json;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>What a list shows of a profile, cut out of its stored text in one pass.</summary>
internal readonly record struct ListedProfile(
    CustomerKind Kind, StaffId? OwnerId, string? ExternalId, StoredJson<IReadOnlyList<ContactPoint>> ContactPoints, StoredJson<IReadOnlyList<string>> Tags)
{
    public static ListedProfile Of(string stored)
    {
        var text = Encoding.UTF8.GetBytes(stored);
        var json = new Utf8JsonReader(text);
        var listed = new ListedProfile(CustomerKind.Person, null, null, new(Array.Empty<ContactPoint>()), new(Array.Empty<string>()));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("contactPoints"u8))
            {
                listed = listed with { ContactPoints = new(Cut(text, ref json)) };
            }
            else if (json.ValueTextEquals("tags"u8))
            {
                listed = listed with { Tags = new(Cut(text, ref json)) };
            }
            else if (json.ValueTextEquals("kind"u8))
            {
                json.Read();
                listed = listed with { Kind = json.ValueTextEquals("organisation"u8) ? CustomerKind.Organisation : CustomerKind.Person };
            }
            else if (json.ValueTextEquals("externalId"u8))
            {
                json.Read();
                listed = listed with { ExternalId = json.GetString() };
            }
            else if (json.ValueTextEquals("ownerId"u8))
            {
                json.Read();
                listed = listed with { OwnerId = StaffId.TryParse(json.GetString(), null, out var owner) ? owner : null };
            }
            else
            {
                json.Skip();
            }
        }
        return listed;
    }

    /// <summary>The value after a member's name.</summary>
    private static ReadOnlyMemory<byte> Cut(byte[] text, ref Utf8JsonReader json)
    {
        json.Read();
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return text.AsMemory(start, (int)json.BytesConsumed - start);
    }
}
