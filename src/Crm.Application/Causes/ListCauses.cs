using Crm.Domain;
using Crm.Domain.Causes;

namespace Crm.Application.Causes;

/// <summary>Which causes to list.</summary>
public sealed record ListCauses : ListQuery, IQuery<Page<CauseDetails>>
{
    /// <summary>Only those in use (true) or retired (false); both where absent.</summary>
    public bool? Active { get; init; }

    /// <summary>Only those directly below this cause.</summary>
    public CauseId? ParentId { get; init; }

    /// <summary>Only the cause with this code.</summary>
    public string? Code { get; init; }
}

internal sealed class ListCausesHandler(ICrmDb db) : IQueryHandler<ListCauses, Page<CauseDetails>>
{
    private static readonly Order<Cause, CauseDetails>[] Orders =
    [
        Order<Cause, CauseDetails>.By("tree", c => c.Place, r => r.Place(), r => r.Id),
        Order<Cause, CauseDetails>.ByCreation(r => r.Id),
    ];

    public Task<Result<Page<CauseDetails>>> Handle(ListCauses query, CancellationToken ct)
    {
        IQueryable<Cause> rows = db.Causes;
        if (query.Active is { } active)
        {
            rows = rows.Where(c => c.RetiredAt == null == active);
        }
        if (query.ParentId is { } parent)
        {
            rows = rows.Where(c => c.ParentId == parent);
        }
        if (query.Code is { } code)
        {
            var key = ByteKey.Of(code);
            rows = rows.Where(c => c.CodeKey == key);
        }
        return rows.ToPage(query with { Sort = query.Sort ?? "tree" }, Orders, CauseDetails.Projection, ct);
    }
}
