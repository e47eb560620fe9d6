using Crm.Domain;
using Crm.Domain.Gestures;

namespace Crm.Application.Gestures;

/// <summary>Which standing gestures to list.</summary>
public sealed record ListStandingGestures : ListQuery, IQuery<Page<StandingGestureDetails>>
{
    /// <summary>Only those in use (true) or retired (false); both where absent.</summary>
    public bool? Active { get; init; }
}

internal sealed class ListStandingGesturesHandler(ICrmDb db) : IQueryHandler<ListStandingGestures, Page<StandingGestureDetails>>
{
    private static readonly Order<StandingGesture, StandingGestureDetails>[] Orders = [Order<StandingGesture, StandingGestureDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<StandingGestureDetails>>> Handle(ListStandingGestures query, CancellationToken ct)
    {
        IQueryable<StandingGesture> rows = db.StandingGestures;
        if (query.Active is { } active)
        {
            rows = rows.Where(g => g.RetiredAt == null == active);
        }
        return rows.ToPage(query, Orders, StandingGestureDetails.Projection, ct);
    }
}
