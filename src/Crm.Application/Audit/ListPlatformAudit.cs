using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Audit;

/// <summary>Which audit entries of the catalog to list.</summary>
public sealed record ListPlatformAudit : AuditQuery, IQuery<Page<AuditRow>>
{
    /// <summary>Only what concerns this tenant.</summary>
    public TenantId? TenantId { get; init; }
}

internal sealed class ListPlatformAuditHandler(ICatalogDb catalog) : IQueryHandler<ListPlatformAudit, Page<AuditRow>>
{
    public async Task<Result<Page<AuditRow>>> Handle(ListPlatformAudit query, CancellationToken ct)
    {
        if (AuditReading.Start(query).Failed(out var error, out var after))
        {
            return error;
        }
        var rows = catalog.Audit.AsNoTracking().Filter(query);
        if (query.TenantId is { } tenant)
        {
            rows = rows.Where(a => catalog.Tenants.Any(t => t.Number == a.TenantNumber && t.Id == tenant));
        }
        var found = await rows.Newest(after).Take(query.Take + 1)
            .Select(a => new { Entry = a, Tenant = catalog.Tenants.Where(t => t.Number == a.TenantNumber).Select(t => (TenantId?)t.Id).FirstOrDefault() })
            .ToListAsync(ct);
        return found.Select(f => (f.Entry, f.Tenant)).ToPage(query);
    }
}
