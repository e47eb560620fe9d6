using Crm.Domain;
using Crm.Domain.Complaints;

namespace Crm.Application.RelationshipPlans;

public sealed record RenewPlanLink(RelationshipPlanId Id) : ICommand<PlanDetails>;

internal sealed class RenewPlanLinkHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RenewPlanLink, PlanDetails>
{
    public async Task<Result<PlanDetails>> Handle(RenewPlanLink command, CancellationToken ct)
    {
        if ((await db.RelationshipPlans.Load(command.Id, default, ct)).Failed(out var error, out var plan))
        {
            return error;
        }
        var link = TrackingToken.New();
        plan.Relink(link, clock.GetUtcNow());
        db.OnlyWhileActive(plan.CustomerId);
        return PlanDetails.Of(plan, PlanDetails.LinkOf(link, caller));
    }
}
