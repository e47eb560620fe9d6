using System.Text.Json;
using Crm.Domain;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

/// <summary>
/// Whether a customer's attributes are what the tenant defined. Only values that are new or changed are asked about: what was acceptable
/// when it was recorded stays, also after its definition changed or retired.
/// </summary>
internal sealed class AttributeValues(ICrmDb db, AttributesInUse inUse, Caller caller)
{
    /// <summary>The profile with its values as they are stored, or every value that cannot be accepted.</summary>
    public async Task<Result<CustomerProfile>> Accept(CustomerProfile profile, CustomerProfile? before, CancellationToken ct)
    {
        var values = profile.Attributes.Where(a => a.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            .ToDictionary(a => a.Key, a => Nfc(a.Value), StringComparer.Ordinal);
        var known = await inUse.Of(caller.Tenant.Id, db, ct);
        var wrong = new List<FieldError>();
        var references = new List<(string Key, AttributeTarget Target, string Id)>();
        foreach (var (key, value) in values.Where(v => before is null || !before.Attributes.TryGetValue(v.Key, out var old) || !JsonElement.DeepEquals(old, v.Value)))
        {
            if (!known.TryGetValue(key, out var attribute))
            {
                wrong.Add(new(Pointer(key), "attribute_unknown", "The tenant has defined no such attribute. GET /v1/customers/schema lists them."));
            }
            else if (attribute.Refusal(value, Pointer(key)) is { } refusal)
            {
                wrong.Add(refusal);
            }
            else if (attribute.Type == AttributeType.Reference)
            {
                references.Add((key, attribute.Target!.Value, value.GetString()!));
            }
        }
        wrong.AddRange(known.Values.Where(a => a.Required && !values.ContainsKey(a.Key) && before?.Attributes.ContainsKey(a.Key) != false)
            .Select(a => new FieldError(Pointer(a.Key), "attribute_required", "The tenant asks for this attribute of every customer.")));
        wrong.AddRange(await Unknown(references, ct));
        return wrong.Count > 0 ? Error.Invalid(wrong) : profile with { Attributes = values };
    }

    private async Task<IEnumerable<FieldError>> Unknown(List<(string Key, AttributeTarget Target, string Id)> references, CancellationToken ct)
    {
        var customers = references.Where(r => r.Target == AttributeTarget.Customer).Select(r => CustomerId.Parse(r.Id, null)).ToList();
        var staff = references.Where(r => r.Target == AttributeTarget.Staff).Select(r => StaffId.Parse(r.Id, null)).ToList();
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (customers.Count > 0)
        {
            found.UnionWith((await db.Customers.Where(c => customers.Contains(c.Id) && c.State == CustomerState.Active).Select(c => c.Id).ToListAsync(ct)).Select(i => i.ToString()));
        }
        if (staff.Count > 0)
        {
            found.UnionWith((await db.Staff.Where(s => staff.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct)).Select(i => i.ToString()));
        }
        return references.Where(r => !found.Contains(r.Id)).Select(r => new FieldError(Pointer(r.Key), "reference_unknown", "There is no such record. Check the id."));
    }

    private static string Pointer(string key) => "/attributes/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static JsonElement Nfc(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()! is var text && FoldedText.Nfc(text) is var normal && normal != text
            ? JsonSerializer.SerializeToElement(normal)
            : value;
}
