using Crm.Domain;
using Crm.Domain.Gestures;

namespace Crm.Application.Gestures;

/// <summary>Which gestures to list.</summary>
public sealed record ListGestures : ListQuery, IQuery<Page<GestureDetails>>
{
    /// <summary>Only those to this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only those for this complaint.</summary>
    public ComplaintId? ComplaintId { get; init; }

    /// <summary>Only those of this member of staff.</summary>
    public StaffId? GivenById { get; init; }

    /// <summary>Only those that this standing gesture gives.</summary>
    public StandingGestureId? StandingGestureId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<GestureState>? State { get; init; }
}

internal sealed class ListGesturesHandler(ICrmDb db) : IQueryHandler<ListGestures, Page<GestureDetails>>
{
    private static readonly Order<Gesture, GestureDetails>[] Orders = [Order<Gesture, GestureDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<GestureDetails>>> Handle(ListGestures query, CancellationToken ct)
    {
        IQueryable<Gesture> rows = db.Gestures;
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(g => g.CustomerId == customer);
        }
        if (query.ComplaintId is { } complaint)
        {
            rows = rows.Where(g => g.ComplaintId == complaint);
        }
        if (query.GivenById is { } staff)
        {
            rows = rows.Where(g => g.GivenById == staff);
        }
        if (query.StandingGestureId is { } standing)
        {
            rows = rows.Where(g => g.StandingGestureId == standing);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(g => states.Values.Contains(g.State));
        }
        return rows.ToPage(query, Orders, GestureDetails.Projection, ct);
    }
}
