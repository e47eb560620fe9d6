using Crm.Domain;
using Crm.Domain.Customers;

namespace Crm.Application.Customers;

/// <summary>Which needs of a customer to list.</summary>
public sealed record ListNeeds : ListQuery, IQuery<Page<NeedDetails>>
{
    /// <summary>The customer.</summary>
    public CustomerId Id { get; init; }

    /// <summary>Only needs in these states, separated by commas.</summary>
    public Choices<NeedStatus>? Status { get; init; }

    /// <summary>Only needs that a task sees to, or by which they were met (true), or that nobody has taken up (false).</summary>
    public bool? TakenUp { get; init; }
}

internal sealed class ListNeedsHandler(ICrmDb db) : IQueryHandler<ListNeeds, Page<NeedDetails>>
{
    internal static readonly Order<Need, NeedDetails>[] Orders =
    [
        Order<Need, NeedDetails>.ByCreation(r => r.Id),
        Order<Need, NeedDetails>.By("expectedOn", n => n.ExpectedFrom, r => r.FirstDay(), r => r.Id),
    ];

    public Task<Result<Page<NeedDetails>>> Handle(ListNeeds query, CancellationToken ct)
    {
        var needs = db.Needs.Where(n => n.CustomerId == query.Id && !n.Removed);
        if (query.TakenUp is { } taken)
        {
            needs = needs.Where(n => n.WorkId != null == taken);
        }
        if (query.Status is { } states)
        {
            needs = needs.Where(n => states.Values.Contains(n.Status));
        }
        return needs.ToPage(query, Orders, NeedDetails.Projection, ct).OfKnown(db, query.Id, ct);
    }
}
