using System.Linq.Expressions;
using Crm.Domain.Tenants;

namespace Crm.Application.Tenants;

/// <summary>A tenant, as the platform sees it.</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Whether it may work.</param>
/// <param name="StatusReason">Why it is suspended or closing.</param>
/// <param name="Placement">The store that holds its data.</param>
/// <param name="Settings">Its customs.</param>
/// <param name="Limits">How much of the service it may take.</param>
/// <param name="ErasesAt">When everything of a closing tenant is erased.</param>
/// <param name="Erased">What the erasure removed so far: rows by table.</param>
/// <param name="CreatedAt">When it was provisioned.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change; the ETag.</param>
/// <param name="AdministratorKey">The first administrator's API key. Only in the answer to the provisioning; it is kept nowhere.</param>
public sealed record TenantDetails(
    TenantId Id, string Slug, string Name, TenantStatus Status, string? StatusReason, string Placement, TenantSettings Settings, TenantLimits Limits,
    DateTimeOffset? ErasesAt, IReadOnlyDictionary<string, long>? Erased, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version,
    string? AdministratorKey = null) : IVersioned
{
    public static readonly TenantDetails Example = new(
        TenantId.Parse("tenant_01j00000000000000000000000", null), "parsian-toys", "اسباب‌بازی پارسیان", TenantStatus.Active, null, "main",
        TenantSettings.For("fa-IR", null, null, null), TenantLimits.Usual, null, null,
        new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero), 1,
        "crm_0000000000_0000000000000000000000000000000000000000000000000000");

    public static readonly Expression<Func<Tenant, TenantDetails>> Projection = t => new TenantDetails(
        t.Id, t.Slug, t.Name, t.Status, t.StatusReason, t.Placement, t.Settings, t.Limits, t.ErasesAt, t.Erased, t.CreatedAt, t.UpdatedAt, t.Version, null);

    private static readonly Func<Tenant, TenantDetails> Compiled = Projection.Compile();

    public static TenantDetails Of(Tenant tenant) => Compiled(tenant);
}
