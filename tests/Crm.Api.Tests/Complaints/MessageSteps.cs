using Crm.Api.Tests.Interactions;
using Crm.Domain;

namespace Crm.Api.Tests.Complaints;

/// <summary>What tests of messages and of the customer's link do over and over.</summary>
internal static class MessageSteps
{
    public static Task<Answer> Write(this ApiClient client, string complaint, string words, string? purpose = null, string direction = "outgoing", object? more = null) =>
        client.Post($"/v1/complaints/{complaint}/messages", Body(words, purpose, direction, more));

    public static string Link(this TestTenant tenant, string token, string path = "") => $"/v1/public/{tenant.Slug}/complaints/{token}{path}";

    public static Task<Answer> Track(this TestTenant tenant, string token) => tenant.Host.Anonymous.Get(tenant.Link(token));

    public static Task<Answer> ByLink(this TestTenant tenant, string token, string path, object? body = null) => tenant.Host.Anonymous.Post(tenant.Link(token, "/" + path), body);

    public static object Intake(string statement = "کتری خراب است") => new { statement, contacts = new[] { new { kind = "phone", value = "0912 111 22 33" } } };

    /// <summary>A complaint of a customer, owned by an agent; its id and token, and both who may write.</summary>
    public static async Task<(TestTenant Tenant, ApiClient Agent, ApiClient Supervisor, string Id, string Token)> Told(this CrmHost host)
    {
        var tenant = await host.NewTenant();
        var ((sara, saras), (_, boss)) = (await tenant.Employ("Sara", Role.Agent), await tenant.Employ("Boss", Role.Supervisor));
        var filed = await saras.File(tenant, "web", ("ownerId", sara));
        return (tenant, saras, boss, filed.Id, filed.Text("trackingToken"));
    }

    private static Dictionary<string, object?> Body(string words, string? purpose, string direction, object? more)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["direction"] = direction, ["channel"] = "email", ["words"] = words, ["purpose"] = purpose };
        foreach (var member in more?.GetType().GetProperties() ?? [])
        {
            body[member.Name] = member.GetValue(more);
        }
        return body;
    }
}
