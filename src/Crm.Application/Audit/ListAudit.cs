using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Audit;

/// <summary>Which audit entries of the tenant to list.</summary>
public sealed record ListAudit : AuditQuery, IQuery<Page<AuditRow>>;

/// <summary>What both lists of audit entries take. The order is fixed: newest first.</summary>
public abstract record AuditQuery
{
    /// <summary>How many rows a page has, 1 to 200; 50 by default.</summary>
    public int? Limit { get; init; }

    /// <summary>Where to go on: the next of the page before, with the same filters.</summary>
    public string? Cursor { get; init; }

    /// <summary>The members to answer, separated by commas; all where absent.</summary>
    public string? Fields { get; init; }

    /// <summary>Only what was done to records of this sort, such as customer.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Only what was done to this record.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Only this, such as registerCustomer.</summary>
    public string? Action { get; init; }

    /// <summary>Only what this credential did.</summary>
    public string? CredentialId { get; init; }

    /// <summary>Only what was done as this member of staff.</summary>
    public StaffId? StaffId { get; init; }

    /// <summary>Only what was done at or after this instant.</summary>
    public Instant? From { get; init; }

    /// <summary>Only what was done before this instant.</summary>
    public Instant? To { get; init; }

    internal int Take => Limit ?? ListQuery.UsualLimit;

    internal byte[] Fingerprint() => ListQuery.FingerprintOf(this with { Limit = null, Cursor = null, Fields = null });
}

internal sealed class ListAuditHandler(ICrmDb db, ICatalogDb catalog, Caller caller) : IQueryHandler<ListAudit, Page<AuditRow>>
{
    /// <summary>
    /// What was done lies in two databases: the tenant's data in its store, its keys and settings in the catalog. Two queries, whatever the
    /// size of the page, each for a whole page; ids order by time in both, so the newest of the two are the page.
    /// </summary>
    public async Task<Result<Page<AuditRow>>> Handle(ListAudit query, CancellationToken ct)
    {
        if (AuditReading.Start(query).Failed(out var error, out var after))
        {
            return error;
        }
        var ofStore = await db.Audit.AsNoTracking().Filter(query).Newest(after).Take(query.Take + 1).ToListAsync(ct);
        var ofCatalog = await catalog.Audit.AsNoTracking().Where(a => a.TenantNumber == caller.Tenant.Number).Filter(query).Newest(after).Take(query.Take + 1).ToListAsync(ct);
        return ofStore.Concat(ofCatalog).OrderByDescending(a => a.Id).Select(a => (a, (TenantId?)caller.Tenant.Id)).ToPage(query);
    }
}

internal static class AuditReading
{
    public static Result<Position?> Start(AuditQuery query) =>
        query.Limit is < 1 or > ListQuery.MaxLimit ? ListErrors.LimitOutOfRange.About("/limit") : Position.Decode(query.Cursor, query.Fingerprint());

    public static IQueryable<AuditEntry> Newest(this IQueryable<AuditEntry> rows, Position? after) =>
        (after is { Id: var last } ? rows.Where(a => a.Id < last) : rows).OrderByDescending(a => a.Id);

    public static IQueryable<AuditEntry> Filter(this IQueryable<AuditEntry> rows, AuditQuery query)
    {
        if (query.ResourceType is { } type)
        {
            rows = rows.Where(a => a.ResourceType == type);
        }
        if (query.ResourceId is { } resource)
        {
            rows = rows.Where(a => a.ResourceId == resource);
        }
        if (query.Action is { } action)
        {
            rows = rows.Where(a => a.Action == action);
        }
        if (query.CredentialId is { } credential)
        {
            rows = rows.Where(a => a.CredentialId == credential);
        }
        if (query.StaffId is { } staff)
        {
            rows = rows.Where(a => a.StaffId == staff);
        }
        if (query.From is { } from)
        {
            // Ids carry the time, so a range of time is a range of the key.
            var first = UuidV7.FirstAt(from.Value);
            rows = rows.Where(a => a.Id >= first);
        }
        if (query.To is { } to)
        {
            var first = UuidV7.FirstAt(to.Value);
            rows = rows.Where(a => a.Id < first);
        }
        return rows;
    }

    public static Result<Page<AuditRow>> ToPage(this IEnumerable<(AuditEntry Entry, TenantId? Tenant)> newestFirst, AuditQuery query)
    {
        var found = newestFirst.Take(query.Take + 1).ToList();
        var page = found.Take(query.Take).ToList();
        var next = found.Count > query.Take ? new Position("", page[^1].Entry.Id).Encode(query.Fingerprint()) : null;
        return new Page<AuditRow>(page.ConvertAll(f => AuditRow.Of(f.Entry, f.Tenant)), next);
    }
}
