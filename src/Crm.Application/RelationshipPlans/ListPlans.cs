using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

/// <summary>Which plans to list.</summary>
public sealed record ListPlans : ListQuery, IQuery<Page<PlanDetails>>
{
    /// <summary>Only those for this customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>Only those for this key account.</summary>
    public KeyAccountId? KeyAccountId { get; init; }

    /// <summary>Only those in these states, separated by commas.</summary>
    public Choices<PlanState>? State { get; init; }
}

internal sealed class ListPlansHandler(ICrmDb db) : IQueryHandler<ListPlans, Page<PlanDetails>>
{
    private static readonly Order<RelationshipPlan, PlanDetails>[] Orders = [Order<RelationshipPlan, PlanDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<PlanDetails>>> Handle(ListPlans query, CancellationToken ct)
    {
        var rows = db.RelationshipPlans.AsNoTracking();
        if (query.CustomerId is { } customer)
        {
            rows = rows.Where(p => p.CustomerId == customer);
        }
        if (query.KeyAccountId is { } account)
        {
            rows = rows.Where(p => p.KeyAccountId == account);
        }
        if (query.State is { } states)
        {
            rows = rows.Where(p => states.Values.Contains(p.State));
        }
        return rows.ToPage(query, Orders, PlanDetails.Projection, ct);
    }
}
