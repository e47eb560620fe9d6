using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

public sealed record GetPlan(RelationshipPlanId Id) : IQuery<PlanDetails>;

internal sealed class GetPlanHandler(ICrmDb db) : IQueryHandler<GetPlan, PlanDetails>
{
    public async Task<Result<PlanDetails>> Handle(GetPlan query, CancellationToken ct) =>
        await db.RelationshipPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Id, ct) is { } plan ? PlanDetails.Of(plan) : Error.NotFound<RelationshipPlan>();
}
