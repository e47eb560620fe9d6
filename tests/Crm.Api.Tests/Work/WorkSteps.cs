using System.Globalization;
using Crm.Api.Tests.Interactions;
using Crm.Domain;

namespace Crm.Api.Tests.Work;

/// <summary>What tests of work do over and over.</summary>
internal static class WorkSteps
{
    public static async Task<Answer> Open(this ApiClient client, string? ownerId, params (string Name, object? Value)[] members)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = "فاکتور درست را بفرست", ["ownerId"] = ownerId };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }
        return (await client.Post("/v1/work", body)).Is(201);
    }

    public static Task<Answer> HandOver(this ApiClient client, string id, string toId, string? answerWithin = null) =>
        client.Post($"/v1/work/{id}/hand-over", new { toId, note = "از دوشنبه منتظر است", answerWithin });

    public static Task<Answer> Accept(this ApiClient client, string id) => client.Post($"/v1/work/{id}/hand-over/acceptance");

    public static Task<Answer> Decline(this ApiClient client, string id) => client.Post($"/v1/work/{id}/hand-over/refusal", new { reason = "On the telephone" });

    public static Task<Answer> WithdrawHandOver(this ApiClient client, string id) => client.Post($"/v1/work/{id}/hand-over/withdrawal");

    public static Task<Answer> Assign(this ApiClient client, string id, string? ownerId) =>
        client.Post($"/v1/work/{id}/assignment", ownerId is null ? new { automatic = true } : (object)new { ownerId });

    public static Task<Answer> Complete(this ApiClient client, string id) => client.Post($"/v1/work/{id}/completion", new { note = "Done" });

    public static Task<Answer> Cancel(this ApiClient client, string id) => client.Post($"/v1/work/{id}/cancellation", new { reason = "Not needed" });

    public static async Task<string> Owner(this TestTenant tenant, string id) => (await tenant.Administrator.Get("/v1/work/" + id)).Is(200).Text("ownerId");

    public static async Task<string[]> Queue(this ApiClient client, string query) =>
        [.. (await client.Get("/v1/work?" + query)).Is(200).Rows.Select(r => r!["id"]!.GetValue<string>())];

    public static async Task<string[]> Happened(this TestTenant tenant, string id) =>
        [.. (await tenant.Administrator.Get($"/v1/work/{id}/history")).Is(200).Body!["events"]!.AsArray().Select(e => e!["kind"]!.GetValue<string>())];

    public static async Task<string[]> Notified(this ApiClient client) =>
        [.. (await client.Get("/v1/notifications?unread=true")).Is(200).Rows.Select(r => r!["kind"]!.GetValue<string>())];

    public static async Task<(ApiClient Client, string Path)> WithSomethingToHandOver(TestTenant tenant)
    {
        var (_, client) = await tenant.Employ("Sender");
        return (client, $"/v1/work/{(await client.Open(null)).Id}/hand-over");
    }

    public static async Task<(ApiClient Client, string Path)> WithSomethingToDecline(TestTenant tenant)
    {
        var (id, receiver) = await tenant.Employ("Receiver");
        var (client, path) = await WithSomethingToHandOver(tenant);
        (await client.Post(path, new { toId = id, note = "Know this" })).Is(200);
        return (receiver, path + "/refusal");
    }

    public static async Task<(ApiClient Client, string Path)> WithSomethingToReopen(TestTenant tenant)
    {
        var (_, client) = await tenant.Employ("Owner");
        var id = (await client.Open(null)).Id;
        (await client.Complete(id)).Is(200);
        return (client, $"/v1/work/{id}/reopening");
    }

    /// <summary>An absence from an hour ago on, for days.</summary>
    public static async Task<Answer> Away(this TestTenant tenant, string staffId, string? delegateId = null, double days = 2) =>
        (await tenant.Administrator.Post($"/v1/staff/{staffId}/absences", new { from = tenant.Host.At(-1 / 24d), to = tenant.Host.At(days), reason = "illness", delegateId })).Is(201);

    public static string At(this CrmHost host, double days) =>
        host.Clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A member of staff who reports to a lead, and a client that acts as them.</summary>
    public static async Task<(string Id, ApiClient Client)> EmployUnder(this TestTenant tenant, string managerId, string name, Role role = Role.Agent)
    {
        var (id, client) = await tenant.Employ(name, role);
        (await tenant.Administrator.Patch("/v1/staff/" + id, new { managerId }, "*")).Is(200);
        return (id, client);
    }
}
