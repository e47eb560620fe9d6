using Crm.Domain;
using Crm.Domain.ApiKeys;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Interactions;

/// <summary>What tests of interactions do over and over.</summary>
internal static class InteractionSteps
{
    public static async Task<string> NewCustomer(this TestTenant tenant, string name = "مریم") =>
        (await tenant.Administrator.Post("/v1/customers?allowDuplicate=true", new { kind = "person", givenName = name, familyName = "احمدی" })).Is(201).Id;

    public static Dictionary<string, object?> Call(string customerId, int minutesAgo = 10, params (string Name, object? Value)[] members)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["customerId"] = customerId,
            ["channel"] = "phone",
            ["direction"] = "inbound",
            ["startedAt"] = At(-minutesAgo),
        };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }
        return body;
    }

    public static string At(double minutes) =>
        DateTimeOffset.UtcNow.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<Answer> Record(this TestTenant tenant, string customerId, int minutesAgo = 10, params (string Name, object? Value)[] members) =>
        (await tenant.Administrator.Post("/v1/interactions", Call(customerId, minutesAgo, members))).Is(201);
}

/// <summary>Staff and keys, set up behind the API: this feature is about what they see.</summary>
internal static class Colleagues
{
    /// <summary>A member of staff and a client that acts as them, with a role's permissions or the given ones.</summary>
    public static async Task<(string Id, ApiClient Client)> Employ(this TestTenant tenant, string name, Role? role = Role.Agent, params string[] permissions)
    {
        var caller = (await tenant.Host.Services.GetRequiredService<Infrastructure.Credentials>().FindTenant(tenant.Slug, CancellationToken.None))!;
        await using var scope = tenant.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Application.Caller>().BecomeWorker(caller, "test");
        var now = DateTimeOffset.UtcNow;
        var member = Domain.Staff.StaffMember.Employ(new() { Name = name }, now);
        var db = scope.ServiceProvider.GetRequiredService<Application.ICrmDb>();
        db.Staff.Add(member);
        Assert.False((await db.Save("employ", null, CancellationToken.None)).Failed(out _));
        var catalog = scope.ServiceProvider.GetRequiredService<Application.ICatalogDb>();
        var secret = ApiKeySecret.New();
        catalog.ApiKeys.Add(ApiKey.Issue(caller.Number, name, secret, role, permissions, member.Id, null, now));
        Assert.False((await catalog.Save("issue", null, CancellationToken.None)).Failed(out _));
        return (member.Id.ToString(), tenant.Host.ClientWith(secret.Text));
    }

    /// <summary>The payloads of the events of this type that wait in the tenant's outbox.</summary>
    public static async Task<IReadOnlyList<string>> Events(this TestTenant tenant, string type)
    {
        var caller = (await tenant.Host.Services.GetRequiredService<Infrastructure.Credentials>().FindTenant(tenant.Slug, CancellationToken.None))!;
        await using var scope = tenant.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Application.Caller>().BecomeWorker(caller, "test");
        var outbox = scope.ServiceProvider.GetRequiredService<Application.ICrmDb>().Outbox;
        return [.. outbox.Where(m => m.Type == type).OrderBy(m => m.Id).Select(m => m.Payload)];
    }
}
