using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Tenants;

namespace Crm.Application.Tenants;

/// <summary>Which tenants to list.</summary>
public sealed record ListTenants : ListQuery, IQuery<Page<TenantRow>>
{
    /// <summary>Only tenants of these statuses, separated by commas.</summary>
    public Choices<TenantStatus>? Status { get; init; }

    /// <summary>Only the tenant with this slug.</summary>
    public string? Slug { get; init; }
}

/// <summary>A tenant in a list.</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Whether it may work.</param>
/// <param name="StatusReason">Why it is suspended or closing.</param>
/// <param name="Placement">The store that holds its data.</param>
/// <param name="ErasesAt">When everything of a closing tenant is erased.</param>
/// <param name="CreatedAt">When it was provisioned.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">Grows by one with every change.</param>
public sealed record TenantRow(
    TenantId Id, string Slug, string Name, TenantStatus Status, string? StatusReason, string Placement, DateTimeOffset? ErasesAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly TenantRow Example = new(
        TenantDetails.Example.Id, TenantDetails.Example.Slug, TenantDetails.Example.Name, TenantStatus.Active, null, TenantDetails.Example.Placement, null,
        TenantDetails.Example.CreatedAt, TenantDetails.Example.UpdatedAt, 1);

    public static readonly Expression<Func<Tenant, TenantRow>> Projection = t =>
        new TenantRow(t.Id, t.Slug, t.Name, t.Status, t.StatusReason, t.Placement, t.ErasesAt, t.CreatedAt, t.UpdatedAt, t.Version);
}

internal sealed class ListTenantsHandler(ICatalogDb catalog) : IQueryHandler<ListTenants, Page<TenantRow>>
{
    private static readonly Order<Tenant, TenantRow>[] Orders = [Order<Tenant, TenantRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<TenantRow>>> Handle(ListTenants query, CancellationToken ct)
    {
        IQueryable<Tenant> rows = catalog.Tenants;
        if (query.Status is { } statuses)
        {
            rows = rows.Where(t => statuses.Values.Contains(t.Status));
        }
        if (query.Slug is { } slug)
        {
            rows = rows.Where(t => t.Slug == slug);
        }
        return rows.ToPage(query, Orders, TenantRow.Projection, ct);
    }
}
