using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Clocks;
using Crm.Domain.Policies;

namespace Crm.Application.Clocks;

/// <summary>Which clocks to list.</summary>
public sealed record ListClocks : ListQuery, IQuery<Page<ClockRow>>
{
    /// <summary>Only those that run for this record.</summary>
    public RecordId? Subject { get; init; }

    /// <summary>Only those of this customer's matters.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only of these metrics, separated by commas.</summary>
    public Choices<Metric>? Metric { get; init; }

    /// <summary>Only in these states, separated by commas.</summary>
    public Choices<ClockState>? State { get; init; }

    /// <summary>Only those whose target was missed, or only those whose was not.</summary>
    public bool? Breached { get; init; }

    /// <summary>Only what is due at or after this instant.</summary>
    public Instant? DueAfter { get; init; }

    /// <summary>Only what is due before this instant.</summary>
    public Instant? DueBefore { get; init; }

    /// <summary>The change feed: everything that changed at or after this instant, in this order.</summary>
    public Instant? UpdatedSince { get; init; }
}

/// <summary>A clock in a list.</summary>
/// <param name="Id">The clock's id.</param>
/// <param name="Subject">The record that it runs for.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Instance">The how-manieth clock of its metric for this record.</param>
/// <param name="CustomerId">Whose matter it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">Since when it runs.</param>
/// <param name="Target">How much counted time there is.</param>
/// <param name="PercentTold">The highest rung that was reached; 0 before the first.</param>
/// <param name="WaitsFor">For whom it stands still.</param>
/// <param name="DueAt">When it is due; null while it stands still in time.</param>
/// <param name="BreachedAt">When the target was missed.</param>
/// <param name="EndedAt">When it was fulfilled or cancelled.</param>
/// <param name="Lateness">By how much counted time it was fulfilled too late.</param>
/// <param name="ExternalId">Your own key for it.</param>
/// <param name="CreatedAt">When it was entered.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The ETag of the whole.</param>
public sealed record ClockRow(
    ClockId Id, RecordId Subject, Metric Metric, int Instance, CustomerId? CustomerId, ClockState State, DateTimeOffset StartedAt, string Target, int PercentTold,
    WaitState? WaitsFor, DateTimeOffset? DueAt, DateTimeOffset? BreachedAt, DateTimeOffset? EndedAt, string? Lateness, string? ExternalId, DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt, int Version)
{
    public static readonly ClockRow Example = new(
        ClockDetails.ExampleId, ClockDetails.Example.Subject, ClockDetails.Example.Metric, 1, null, ClockState.Paused, ClockDetails.Example.StartedAt, "PT4H", 0,
        Domain.Policies.WaitState.WaitingCustomer, null, null, null, null, ClockDetails.Example.ExternalId, ClockDetails.Example.CreatedAt, ClockDetails.Example.UpdatedAt, 2);

    public static readonly Expression<Func<Clock, ClockRow>> Projection = c => new ClockRow(
        c.Id, c.Subject, c.Metric, c.Instance, c.CustomerId, c.State, c.StartedAt, Durations.Text(TimeSpan.FromMilliseconds(c.TargetMilliseconds)), c.Percent, c.WaitsFor, c.DueAt,
        c.BreachedAt, c.EndedAt, ClockDetails.LatenessOf(c.State, c.ElapsedMilliseconds, c.TargetMilliseconds), c.ExternalId, c.CreatedAt, c.UpdatedAt, c.Version);
}

internal sealed class ListClocksHandler(ICrmDb db) : IQueryHandler<ListClocks, Page<ClockRow>>
{
    private static readonly Order<Clock, ClockRow>[] Orders =
    [
        Order<Clock, ClockRow>.ByCreation(r => r.Id),
        Order<Clock, ClockRow>.By("dueAt", c => c.DueAt!.Value, r => r.DueAt!.Value, r => r.Id),
        Order<Clock, ClockRow>.By("updatedAt", c => c.UpdatedAt, r => r.UpdatedAt, r => r.Id),
    ];

    public Task<Result<Page<ClockRow>>> Handle(ListClocks query, CancellationToken ct)
    {
        var rows = ByWhen(ByWhat(db.Clocks, query), query);
        return query.UpdatedSince is { } since
            ? rows.Where(c => c.UpdatedAt >= since.Value).ToPage(query with { Sort = "updatedAt" }, Orders, ClockRow.Projection, ct)
            : rows.ToPage(query, Orders, ClockRow.Projection, ct);
    }

    private static IQueryable<Clock> ByWhat(IQueryable<Clock> rows, ListClocks query)
    {
        if (query.Subject is { } subject)
        {
            rows = rows.Where(c => c.Subject == subject);
        }
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(c => c.CustomerId == customer);
        }
        if (query.Metric is { } metrics)
        {
            rows = rows.Where(c => metrics.Values.Contains(c.Metric));
        }
        return query.State is { } states ? rows.Where(c => states.Values.Contains(c.State)) : rows;
    }

    private static IQueryable<Clock> ByWhen(IQueryable<Clock> rows, ListClocks query)
    {
        if (query.Breached is { } breached)
        {
            rows = rows.Where(c => c.BreachedAt != null == breached);
        }
        if (query.DueAfter is { } after)
        {
            rows = rows.Where(c => c.DueAt >= after.Value);
        }
        if (query.DueBefore is { } before)
        {
            rows = rows.Where(c => c.DueAt < before.Value);
        }
        return query.Sort?.TrimStart('-') == "dueAt" ? rows.Where(c => c.DueAt != null) : rows;
    }
}
