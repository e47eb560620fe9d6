using Crm.Api.Tests.Commitments;
using Crm.Api.Tests.Interactions;
using Crm.Api.Tests.Product;

namespace Crm.Api.Tests.Callbacks;

/// <summary>What tests of callbacks do over and over.</summary>
internal static class CallbackSteps
{
    public const string Number = "+982188001234";

    public static async Task<Answer> AskForCallback(this TestTenant tenant, string within = "PT1H", string? customerId = null, string? ownerId = null, string? from = null, string? to = null) =>
        (await tenant.Administrator.Post("/v1/callbacks", new
        {
            customerId = customerId ?? await tenant.NewCustomer(),
            reason = "می‌خواهد بداند بسته کجاست",
            within = to is null ? within : null,
            from,
            to,
            number = "۰۲۱ ۸۸۰۰ ۱۲۳۴",
            ownerId = ownerId ?? await TestTenantAccess.Employ(tenant, "Sara"),
        })).Is(201);

    public static Task<Answer> Attempt(this ApiClient client, string id, string outcome = "noAnswer", string? note = null) =>
        client.Post($"/v1/callbacks/{id}/attempts", new { outcome, note });

    public static Task<Answer> Reschedule(this ApiClient client, string id, string within = "PT2H", bool customerAgreed = true) =>
        client.Post($"/v1/callbacks/{id}/window", new { reason = "She is in a meeting", customerAgreed, within });

    public static Task<Answer> CancelCallback(this ApiClient client, string id) => client.Post($"/v1/callbacks/{id}/cancellation", new { reason = "Has the answer" });

    public static async Task<Answer> Callback(this TestTenant tenant, string id) => (await tenant.Administrator.Get("/v1/callbacks/" + id)).Is(200);

    public static async Task<string[]> CallbackHistory(this TestTenant tenant, string id) =>
        [.. (await tenant.Administrator.Get($"/v1/callbacks/{id}/history")).Is(200).Body!["events"]!.AsArray().Select(e => e!["kind"]!.GetValue<string>())];

    /// <summary>The clocks of a callback, oldest first: state, and whether the target was missed.</summary>
    public static async Task<string[]> ClocksOf(this TestTenant tenant, string id) =>
        [.. (await tenant.Administrator.Get("/v1/clocks?sort=createdAt&subject=" + id)).Is(200).Rows.Select(r => r!["state"]!.GetValue<string>() + (r["breachedAt"] is null ? "" : " breached"))];

    /// <summary>The callbacks of a customer, newest first.</summary>
    public static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode?>> CallbacksOf(this TestTenant tenant, string customerId) =>
        (await tenant.Administrator.Get("/v1/callbacks?customerId=" + customerId)).Is(200).Rows.ToList();

    public static async Task Pass(this CrmHost own, TimeSpan time)
    {
        own.Clock.Advance(time);
        await own.Ring();
    }
}
