using Crm.Domain;
using Crm.Domain.ValueEntries;

namespace Crm.Application.ValueEntries;

/// <summary>Which value entries to list.</summary>
public sealed record ListValueEntries : ListQuery, IQuery<Page<ValueDetails>>
{
    /// <summary>Only those of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only values of these kinds, separated by commas.</summary>
    public Choices<ValueKind>? Kind { get; init; }

    /// <summary>Only those from this day on.</summary>
    public DateOnly? OccurredFrom { get; init; }

    /// <summary>Only those before this day.</summary>
    public DateOnly? OccurredBefore { get; init; }

    /// <summary>Only those that come from this record.</summary>
    public RecordId? Source { get; init; }
}

internal sealed class ListValueEntriesHandler(ICrmDb db) : IQueryHandler<ListValueEntries, Page<ValueDetails>>
{
    private static readonly Order<ValueEntry, ValueDetails>[] Orders =
    [
        Order<ValueEntry, ValueDetails>.ByCreation(r => r.Id),
        Order<ValueEntry, ValueDetails>.By("occurredOn", v => v.OccurredOn, r => r.OccurredOn, r => r.Id),
    ];

    public Task<Result<Page<ValueDetails>>> Handle(ListValueEntries query, CancellationToken ct)
    {
        IQueryable<ValueEntry> rows = db.ValueEntries;
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(v => v.CustomerId == customer);
        }
        if (query.Kind is { } kinds)
        {
            rows = rows.Where(v => kinds.Values.Contains(v.Kind));
        }
        if (query.OccurredFrom is { } from)
        {
            rows = rows.Where(v => v.OccurredOn >= from);
        }
        if (query.OccurredBefore is { } before)
        {
            rows = rows.Where(v => v.OccurredOn < before);
        }
        if (query.Source is { } source)
        {
            rows = rows.Where(v => v.Source == source);
        }
        return rows.ToPage(query, Orders, ValueDetails.Projection, ct);
    }
}
