namespace Crm.Api.Tests.Tenants;

/// <summary>What platform administrators do.</summary>
internal static class TenantSteps
{
    public static string NewSlug() => "s-" + Guid.NewGuid().ToString("n")[..20];

    public static string Address(this TestTenant tenant, string rest = "") => $"/v1/platform/tenants/{tenant.Id}{rest}";

    public static Task<Answer> Read(this TestTenant tenant) => tenant.Host.Platform.Get(tenant.Address());

    public static Task<Answer> Suspend(this TestTenant tenant) => tenant.Host.Platform.Post(tenant.Address("/suspension"), new { reason = "Unpaid." });

    public static Task<Answer> Close(this TestTenant tenant, string? grace = null) =>
        tenant.Host.Platform.Post(tenant.Address("/closure"), new { reason = "پایان قرارداد", gracePeriod = grace });

    public static Task<Answer> RegisterSomebody(this TestTenant tenant, string name = "Sara") =>
        tenant.Administrator.Post("/v1/customers?allowDuplicate=true", new { kind = "person", givenName = name });
}
