using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

public sealed record RevisePlan(RelationshipPlanId Id, Patch<PlanContent> Changes, IfMatch IfMatch) : ICommand<PlanDetails>;

internal sealed class RevisePlanHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<PlanContent> validator) : ICommandHandler<RevisePlan, PlanDetails>
{
    public async Task<Result<PlanDetails>> Handle(RevisePlan command, CancellationToken ct)
    {
        if ((await db.RelationshipPlans.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var plan)
            || command.Changes.ApplyTo(plan.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        // Who owned a milestone before may have left since; somebody new must work here.
        var owners = content.Milestones.Select(m => m.OwnerId).Except(plan.Content.Milestones.Select(m => m.OwnerId)).Distinct().ToList();
        if (owners.Count > 0 && await db.Staff.CountAsync(s => owners.Contains(s.Id) && s.Active, ct) != owners.Count)
        {
            return PlanErrors.OwnerUnknown;
        }
        var now = clock.GetUtcNow();
        if (plan.Replan(content, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.Record(plan, "replanned", caller, now);
        return PlanDetails.Of(plan);
    }
}
