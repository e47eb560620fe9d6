using Crm.Domain;
using Crm.Domain.ApiKeys;

namespace Crm.Application.ApiKeys;

/// <summary>Which API keys to list.</summary>
public sealed record ListApiKeys : ListQuery, IQuery<Page<ApiKeyRow>>
{
    /// <summary>Only revoked keys, or only those that are not revoked.</summary>
    public bool? Revoked { get; init; }

    /// <summary>Only keys that act as this member of staff.</summary>
    public StaffId? StaffId { get; init; }
}

internal sealed class ListApiKeysHandler(ICatalogDb catalog, Caller caller) : IQueryHandler<ListApiKeys, Page<ApiKeyRow>>
{
    private static readonly Order<ApiKey, ApiKeyRow>[] Orders = [Order<ApiKey, ApiKeyRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<ApiKeyRow>>> Handle(ListApiKeys query, CancellationToken ct)
    {
        var rows = catalog.KeysOf(caller);
        if (query.Revoked is { } revoked)
        {
            rows = rows.Where(k => k.RevokedAt != null == revoked);
        }
        if (query.StaffId is { } staff)
        {
            rows = rows.Where(k => k.StaffId == staff);
        }
        return rows.ToPage(query, Orders, ApiKeyRow.Projection, ct);
    }
}
