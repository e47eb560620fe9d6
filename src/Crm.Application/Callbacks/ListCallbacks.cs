using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Callbacks;

namespace Crm.Application.Callbacks;

/// <summary>Which callbacks to list.</summary>
public sealed record ListCallbacks : ListQuery, IQuery<Page<CallbackRow>>
{
    /// <summary>Only those of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only what this member of staff makes.</summary>
    public StaffId? OwnerId { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<CallbackState>? State { get; init; }

    /// <summary>Only those whose window ends before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>Only of these priorities, separated by commas.</summary>
    public Choices<Priority>? Priority { get; init; }

    /// <summary>Only of these origins, separated by commas.</summary>
    public Choices<CallbackOrigin>? Origin { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A callback in a list; its attempts are read by its id.</summary>
/// <param name="Id">The callback's id.</param>
/// <param name="CustomerId">Whom to call.</param>
/// <param name="Number">The number to call, in E.164.</param>
/// <param name="WindowFrom">From when on to call.</param>
/// <param name="WindowTo">Until when to call.</param>
/// <param name="TimeZone">IANA name of the time zone in which the customer reads the window.</param>
/// <param name="Reason">Why; empty after the customer was erased.</param>
/// <param name="Priority">How soon it wants to be made among others.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="InteractionId">The contact from which it comes.</param>
/// <param name="OwnerId">Who makes it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MissedWindows">How many windows passed without an attempt.</param>
/// <param name="Attempts">How many attempts there were.</param>
/// <param name="LastAttemptAt">When the last one was.</param>
/// <param name="LastOutcome">What came of it.</param>
/// <param name="ReachedAt">When the customer was reached.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record CallbackRow(
    CallbackId Id, CustomerId CustomerId, string? Number, DateTimeOffset WindowFrom, DateTimeOffset WindowTo, string TimeZone, string Reason, Priority Priority, CallbackOrigin Origin,
    InteractionId? InteractionId, StaffId? OwnerId, CallbackState State, int MissedWindows, int Attempts, DateTimeOffset? LastAttemptAt, AttemptOutcome? LastOutcome,
    DateTimeOffset? ReachedAt, string? ExternalId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly CallbackRow Example = new(
        CallbackDetails.ExampleId, CallbackDetails.ExampleCustomer, "+982188001234", CallbackDetails.Example.WindowFrom, CallbackDetails.Example.WindowTo, "Asia/Tehran",
        CallbackDetails.Example.Reason, Priority.Normal, CallbackOrigin.Requested, null, CallbackDetails.ExampleStaff, CallbackState.Open, 0, 1, CallbackDetails.Morning.AddHours(1.5),
        AttemptOutcome.NoAnswer, null, null, CallbackDetails.Morning, CallbackDetails.Morning.AddHours(1.5), 2);

    public static readonly Expression<Func<Callback, CallbackRow>> Projection = c => new CallbackRow(
        c.Id, c.CustomerId, c.Number, c.WindowFrom, c.WindowTo, c.TimeZone, c.Reason, c.Priority, c.Origin, c.InteractionId, c.OwnerId, c.State, c.MissedWindows, c.Attempts,
        c.LastAttemptAt, c.LastOutcome, c.ReachedAt, c.ExternalId, c.CreatedAt, c.UpdatedAt, c.Version);
}

internal sealed class ListCallbacksHandler(ICrmDb db) : IQueryHandler<ListCallbacks, Page<CallbackRow>>
{
    private static readonly Order<Callback, CallbackRow>[] Orders =
    [
        Order<Callback, CallbackRow>.ByCreation(r => r.Id),
        Order<Callback, CallbackRow>.By("windowTo", c => c.WindowTo, r => r.WindowTo, r => r.Id),
        Order<Callback, CallbackRow>.By("updatedAt", c => c.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<CallbackRow>>> Handle(ListCallbacks query, CancellationToken ct)
    {
        var rows = ByWhat(ByWhom(db.Callbacks, query), query);
        return query.UpdatedSince is { } since
            ? rows.Where(c => c.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, CallbackRow.Projection, ct)
            : rows.ToPage(query, Orders, CallbackRow.Projection, ct);
    }

    private static IQueryable<Callback> ByWhom(IQueryable<Callback> rows, ListCallbacks query)
    {
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(c => c.CustomerId == customer);
        }
        return query.OwnerId is { } owner ? rows.Where(c => c.OwnerId == owner) : rows;
    }

    private static IQueryable<Callback> ByWhat(IQueryable<Callback> rows, ListCallbacks query)
    {
        if (query.State is { } states)
        {
            rows = rows.Where(c => states.Values.Contains(c.State));
        }
        if (query.Priority is { } priorities)
        {
            rows = rows.Where(c => priorities.Values.Contains(c.Priority));
        }
        if (query.Origin is { } origins)
        {
            rows = rows.Where(c => origins.Values.Contains(c.Origin));
        }
        return query.DueBefore is { } before ? rows.Where(c => c.WindowTo < before.Value) : rows;
    }
}
