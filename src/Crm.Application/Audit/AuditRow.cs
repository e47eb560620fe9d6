using System.Text.Json;

namespace Crm.Application.Audit;

/// <summary>One thing that somebody did to one record.</summary>
/// <param name="Id">The entry's id; ids grow with time.</param>
/// <param name="At">When it was done.</param>
/// <param name="TenantId">The tenant it concerns; null for what is the platform's own.</param>
/// <param name="CredentialId">The API key's id, the issuer and subject of a token, or the name of a worker of the product itself.</param>
/// <param name="CredentialName">The name that the credential had then.</param>
/// <param name="StaffId">The member of staff that the credential acted as.</param>
/// <param name="Action">What was done: the operation's name in camelCase, such as registerCustomer.</param>
/// <param name="ResourceType">What sort of record it was done to: the word before the underscore of its id.</param>
/// <param name="ResourceId">The record.</param>
/// <param name="RequestId">The traceId of the request.</param>
/// <param name="Before">The changed members as they were; null for a new record. Secrets are masked.</param>
/// <param name="After">The changed members as they became; null for a deleted record. Secrets are masked.</param>
public sealed record AuditRow(
    string Id, DateTimeOffset At, TenantId? TenantId, string CredentialId, string CredentialName, StaffId? StaffId, string Action, string ResourceType,
    string ResourceId, string RequestId, JsonElement? Before, JsonElement? After)
{
    private const string Prefix = "audit";

    public static readonly AuditRow Example = new(
        "audit_01j00000000000000000000000", new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), Domain.Id<Domain.Tenants.Tenant>.Parse("tenant_01j00000000000000000000000", null),
        "apikey_01j00000000000000000000000", "Web shop", null, "moveCustomer", "customer", "customer_01j00000000000000000000000",
        "4bf92f3577b34da6a3ce929d0e0e4736", Json("""{"lifecycle":"lead","version":1}"""), Json("""{"lifecycle":"customer","version":2}"""));

    internal static AuditRow Of(AuditEntry entry, TenantId? tenant) => new(
        Domain.TypeId.Write(Prefix, entry.Id), entry.At, tenant, entry.CredentialId, entry.CredentialName, entry.StaffId, entry.Action, entry.ResourceType,
        entry.ResourceId, entry.RequestId, Json(entry.Before), Json(entry.After));

    private static JsonElement? Json(string? text)
    {
        if (text is null)
        {
            return null;
        }
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
