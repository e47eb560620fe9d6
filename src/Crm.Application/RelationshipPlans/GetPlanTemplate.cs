using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

public sealed record GetPlanTemplate(PlanTemplateId Id) : IQuery<PlanTemplateDetails>;

internal sealed class GetPlanTemplateHandler(ICrmDb db) : IQueryHandler<GetPlanTemplate, PlanTemplateDetails>
{
    public async Task<Result<PlanTemplateDetails>> Handle(GetPlanTemplate query, CancellationToken ct) =>
        await db.PlanTemplates.Where(t => t.Id == query.Id).Select(PlanTemplateDetails.Projection).FirstOrDefaultAsync(ct) is { } template ? template : Error.NotFound<PlanTemplate>();
}
