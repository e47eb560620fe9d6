using Crm.Domain;
using Crm.Domain.RelationshipPlans;

namespace Crm.Application.RelationshipPlans;

/// <summary>Which templates to list.</summary>
public sealed record ListPlanTemplates : ListQuery, IQuery<Page<PlanTemplateDetails>>
{
    /// <summary>Only those in use (true) or out of use (false); both where absent.</summary>
    public bool? Active { get; init; }
}

internal sealed class ListPlanTemplatesHandler(ICrmDb db) : IQueryHandler<ListPlanTemplates, Page<PlanTemplateDetails>>
{
    private static readonly Order<PlanTemplate, PlanTemplateDetails>[] Orders = [Order<PlanTemplate, PlanTemplateDetails>.ByCreation(r => r.Id)];

    public Task<Result<Page<PlanTemplateDetails>>> Handle(ListPlanTemplates query, CancellationToken ct)
    {
        IQueryable<PlanTemplate> rows = db.PlanTemplates;
        if (query.Active is { } active)
        {
            rows = rows.Where(t => t.RetiredAt == null == active);
        }
        return rows.ToPage(query, Orders, PlanTemplateDetails.Projection, ct);
    }
}
