using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.CorrectiveActions;

namespace Crm.Application.CorrectiveActions;

/// <summary>Which corrective actions to list.</summary>
public sealed record ListCorrectiveActions : ListQuery, IQuery<Page<CorrectiveActionRow>>
{
    /// <summary>Only those about this cause.</summary>
    public CauseId? CauseId { get; init; }

    /// <summary>Only those that this member of staff answers for.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<CorrectiveActionState>? State { get; init; }

    /// <summary>Only those that are overdue (true): planned or in progress, and due before the present day where the tenant is; or all others (false).</summary>
    public bool? Overdue { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A corrective action in a list, without its longer texts.</summary>
/// <param name="Id">The action's id.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="CauseId">The cause that is not to come back.</param>
/// <param name="OwnerId">The one member of staff who answers for it.</param>
/// <param name="DueOn">The day until the end of which it is to be done.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DoneOn">The day on which it was done.</param>
/// <param name="Check">The last check of its effect.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was planned.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record CorrectiveActionRow(
    CorrectiveActionId Id, string Title, CauseId CauseId, StaffId OwnerId, DateOnly DueOn, CorrectiveActionState State, DateOnly? DoneOn, EffectivenessCheck? Check,
    string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly CorrectiveActionRow Example = new(
        CorrectiveActionDetails.Example.Id, CorrectiveActionDetails.Example.Title, CorrectiveActionDetails.Example.CauseId, CorrectiveActionDetails.Example.OwnerId,
        CorrectiveActionDetails.Example.DueOn, CorrectiveActionDetails.Example.State, CorrectiveActionDetails.Example.DoneOn, CorrectiveActionDetails.Example.Check, null,
        CorrectiveActionDetails.Example.CreatedAt, CorrectiveActionDetails.Example.UpdatedAt, CorrectiveActionDetails.Example.Version);

    public static readonly Expression<Func<CorrectiveAction, CorrectiveActionRow>> Projection = a => new CorrectiveActionRow(
        a.Id, a.Title, a.CauseId, a.OwnerId, a.DueOn, a.State, a.DoneOn, a.Check, a.ExternalId, a.CreatedAt, a.UpdatedAt, a.Version);
}

internal sealed class ListCorrectiveActionsHandler(ICrmDb db, Caller caller, TimeProvider clock) : IQueryHandler<ListCorrectiveActions, Page<CorrectiveActionRow>>
{
    private static readonly Order<CorrectiveAction, CorrectiveActionRow>[] Orders =
    [
        Order<CorrectiveAction, CorrectiveActionRow>.ByCreation(r => r.Id),
        Order<CorrectiveAction, CorrectiveActionRow>.By("dueOn", a => a.DueOn, r => r.DueOn, r => r.Id),
        Order<CorrectiveAction, CorrectiveActionRow>.By("updatedAt", a => a.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<CorrectiveActionRow>>> Handle(ListCorrectiveActions query, CancellationToken ct)
    {
        IQueryable<CorrectiveAction> rows = db.CorrectiveActions;
        if (query.CauseId is { } cause)
        {
            rows = rows.Where(a => a.CauseId == cause);
        }
        if (query.OwnerId is { } owner)
        {
            rows = rows.Where(a => a.OwnerId == owner);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(a => states.Values.Contains(a.State));
        }
        if (query.Overdue is { } overdue)
        {
            var today = caller.Today(clock);
            rows = overdue
                ? rows.Where(a => (a.State == CorrectiveActionState.Planned || a.State == CorrectiveActionState.InProgress) && a.DueOn < today)
                : rows.Where(a => (a.State != CorrectiveActionState.Planned && a.State != CorrectiveActionState.InProgress) || a.DueOn >= today);
        }
        return query.UpdatedSince is { } since
            ? rows.Where(a => a.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, CorrectiveActionRow.Projection, ct)
            : rows.ToPage(query, Orders, CorrectiveActionRow.Projection, ct);
    }
}
