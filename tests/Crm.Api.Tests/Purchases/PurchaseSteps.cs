namespace Crm.Api.Tests.Purchases;

/// <summary>What tests of purchases do over and over.</summary>
internal static class PurchaseSteps
{
    public static object Money(long amount, string currency = "IRR") => new { amount, currency };

    public static Dictionary<string, object?> Bought(this CrmHost host, string customerId, long amount, params (string Name, object? Value)[] members)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["customerId"] = customerId,
            ["purchasedAt"] = host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["total"] = Money(amount),
        };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }
        return body;
    }

    public static async Task<Answer> Buy(this TestTenant tenant, string customerId, long amount, params (string Name, object? Value)[] members) =>
        (await tenant.Administrator.Post("/v1/purchases", tenant.Host.Bought(customerId, amount, members))).Is(201);

    public static Task<Answer> GiveBack(this TestTenant tenant, string purchaseId, object? body = null) =>
        tenant.Administrator.Post($"/v1/purchases/{purchaseId}/returns", body ?? new { });

    public static long Amount(this Answer answer, string path) => answer.Find(path + ".amount")!.GetValue<long>();
}
