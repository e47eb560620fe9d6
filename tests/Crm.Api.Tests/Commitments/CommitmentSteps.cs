using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;
using Crm.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Api.Tests.Commitments;

/// <summary>What tests of promises do over and over.</summary>
internal static class CommitmentSteps
{
    public static async Task<Answer> Promise(this TestTenant tenant, string? within = "PT1H", string? customerId = null, string? responsibleId = null, string? calendarId = null) =>
        (await tenant.Administrator.Post("/v1/commitments", new
        {
            customerId = customerId ?? await tenant.NewCustomer(),
            text = "فردا زنگ می‌زنم",
            within,
            calendarId,
            responsibleId = responsibleId ?? await TestTenantAccess.Employ(tenant, "Sara"),
        })).Is(201);

    public static Task<Answer> Fulfil(this ApiClient client, string id, string evidence = "Called at ten") => client.Post($"/v1/commitments/{id}/fulfilment", new { evidence });

    public static Task<Answer> Renegotiate(this ApiClient client, string id, string within = "P1D", bool customerAgreed = true) =>
        client.Post($"/v1/commitments/{id}/renegotiation", new { reason = "The courier is late", customerAgreed, within });

    public static Task<Answer> Withdraw(this ApiClient client, string id) => client.Post($"/v1/commitments/{id}/withdrawal", new { reason = "Not needed any more" });

    public static async Task<string> State(this TestTenant tenant, string id) => (await tenant.Administrator.Get("/v1/commitments/" + id)).Is(200).Text("state");

    public static async Task<string[]> History(this TestTenant tenant, string id) =>
        [.. (await tenant.Administrator.Get($"/v1/commitments/{id}/history")).Is(200).Body!["events"]!.AsArray().Select(e => e!["kind"]!.GetValue<string>())];

    /// <summary>One turn of the worker.</summary>
    public static Task Ring(this CrmHost host) => host.Services.GetRequiredService<RingAlarms>().RunOnce(CancellationToken.None);

    /// <summary>How many alarms the tenant has.</summary>
    public static async Task<int> Alarms(this TestTenant tenant)
    {
        await using var store = tenant.Host.Services.GetRequiredService<Stores>().TenantStore(await tenant.Caller());
        return await store.Set<Application.Alarm>().CountAsync();
    }

    public static string In(this CrmHost host, TimeSpan time) =>
        (host.Clock.GetUtcNow() + time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
