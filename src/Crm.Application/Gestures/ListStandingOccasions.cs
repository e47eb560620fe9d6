using System.Linq.Expressions;
using Crm.Application.Customers;
using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Gestures;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Gestures;

/// <summary>An occasion for a gesture that is given by rule, and what came of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Cause">The record because of which there is one: a fact, a change of the lifecycle, a membership, a complaint, a promise.</param>
/// <param name="DueOn">The day on which it is settled, where the tenant is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Refusal">Why nothing is given.</param>
/// <param name="GestureId">What is given, or waits for a second person.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record StandingOccasionRow(
    StandingOccasionId Id, CustomerId CustomerId, RecordId Cause, DateOnly DueOn, OccasionState State, OccasionRefusal? Refusal, GestureId? GestureId, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static readonly StandingOccasionRow Example = new(
        StandingOccasionId.Parse("standing_occasion_01j00000000000000000000000", null), CustomerDetails.Example.Id, RecordId.Of(FactDetails.Example.Id), new(2026, 3, 21),
        OccasionState.LeftOut, OccasionRefusal.Cooldown, null, ProgrammeDetails.ExampleTime, ProgrammeDetails.ExampleTime);

    public static readonly Expression<Func<StandingOccasion, StandingOccasionRow>> Projection =
        o => new StandingOccasionRow(o.Id, o.CustomerId, o.Cause, o.DueOn, o.State, o.Refusal, o.GestureId, o.CreatedAt, o.UpdatedAt);
}

/// <summary>Which occasions of a standing gesture to list.</summary>
public sealed record ListStandingOccasions : ListQuery, IQuery<Page<StandingOccasionRow>>
{
    /// <summary>The standing gesture.</summary>
    public StandingGestureId Id { get; init; }

    /// <summary>Only those of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<OccasionState>? State { get; init; }
}

internal sealed class ListStandingOccasionsHandler(ICrmDb db) : IQueryHandler<ListStandingOccasions, Page<StandingOccasionRow>>
{
    private static readonly Order<StandingOccasion, StandingOccasionRow>[] Orders = [Order<StandingOccasion, StandingOccasionRow>.ByCreation(r => r.Id)];

    public async Task<Result<Page<StandingOccasionRow>>> Handle(ListStandingOccasions query, CancellationToken ct)
    {
        var rows = db.StandingOccasions.Where(o => o.StandingGestureId == query.Id);
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(o => o.CustomerId == customer);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(o => states.Values.Contains(o.State));
        }
        if ((await rows.ToPage(query, Orders, StandingOccasionRow.Projection, ct)).Failed(out var error, out var page))
        {
            return error;
        }
        return page.Data.Count > 0 || await db.StandingGestures.AnyAsync(g => g.Id == query.Id, ct) ? page : Error.NotFound<StandingGesture>();
    }
}
