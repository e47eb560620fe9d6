using Crm.Application.Segments;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Segments;

namespace Crm.Application.Customers;

/// <summary>Which needs of all customers to list (S3-FUTURE-1).</summary>
public sealed record ForecastNeeds : ListQuery, IQuery<Page<NeedDetails>>
{
    /// <summary>Only needs that may be expected on or after this day, as YYYY-MM-DD. A month counts with all its days.</summary>
    public DateOnly? ExpectedFrom { get; init; }

    /// <summary>Only needs that may be expected on or before this day, as YYYY-MM-DD.</summary>
    public DateOnly? ExpectedTo { get; init; }

    /// <summary>Only needs in these states, separated by commas.</summary>
    public Choices<NeedStatus>? Status { get; init; }

    /// <summary>Only needs that a task sees to, or by which they were met (true), or that nobody has taken up (false).</summary>
    public bool? TakenUp { get; init; }

    /// <summary>Only the needs of this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only the needs of customers who belong to this segment now.</summary>
    public SegmentId? SegmentId { get; init; }
}

internal sealed class ForecastNeedsHandler(ICrmDb db, TimeProvider clock) : IQueryHandler<ForecastNeeds, Page<NeedDetails>>
{
    public async Task<Result<Page<NeedDetails>>> Handle(ForecastNeeds query, CancellationToken ct)
    {
        var needs = db.Needs.Where(n => !n.Removed);
        if (query.ExpectedFrom is { } from)
        {
            needs = needs.Where(n => n.ExpectedTo >= from && n.ExpectedFrom < Need.NoDay);
        }
        if (query.ExpectedTo is { } to)
        {
            needs = needs.Where(n => n.ExpectedFrom <= to && n.ExpectedFrom < Need.NoDay);
        }
        if (query.TakenUp is { } taken)
        {
            needs = needs.Where(n => n.WorkId != null == taken);
        }
        if (query.Status is { } states)
        {
            needs = needs.Where(n => states.Values.Contains(n.Status));
        }
        if (query.CustomerId is { } customer)
        {
            needs = needs.Where(n => n.CustomerId == customer);
        }
        if (query.SegmentId is { } segment)
        {
            if (await db.RuleOf(segment, ct) is not { } rule)
            {
                return Error.NotFound<Segment>();
            }
            var members = db.MembersOf(rule, clock.GetUtcNow());
            needs = needs.Where(n => members.Select(c => c.Id).Contains(n.CustomerId));
        }
        return await needs.ToPage(query with { Sort = query.Sort ?? "expectedOn" }, ListNeedsHandler.Orders, NeedDetails.Projection, ct);
    }
}
