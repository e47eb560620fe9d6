using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using FluentValidation;

namespace Crm.Application.RelationshipPlans;

/// <summary>That a milestone was reached.</summary>
/// <param name="Key">The milestone: its key in the plan, at most 40 characters.</param>
/// <param name="Evidence">What shows it; at most 1000 characters.</param>
public sealed record MilestoneBody(string Key, string? Evidence = null)
{
    public static readonly MilestoneBody Example = new("plant-visit", "Both plants seen; minutes sent");
}

internal sealed class MilestoneBodyValidator : AbstractValidator<MilestoneBody>
{
    public MilestoneBodyValidator()
    {
        RuleFor(x => x.Key).NotEmpty().MaximumLength(PlanContent.KeyMaxLength);
        RuleFor(x => x.Evidence).MaximumLength(PlanContent.NoteMaxLength);
    }
}

public sealed record ReachMilestone(RelationshipPlanId Id, MilestoneBody Body) : ICommand<PlanDetails>, IHandledAgain;

internal sealed class ReachMilestoneHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<MilestoneBody> validator) : ICommandHandler<ReachMilestone, PlanDetails>
{
    public async Task<Result<PlanDetails>> Handle(ReachMilestone command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var now = clock.GetUtcNow();
        if ((await db.RelationshipPlans.Load(command.Id, default, ct)).Failed(out var error, out var plan))
        {
            return error;
        }
        var before = plan.Version;
        if (plan.Reach(command.Body.Key, command.Body.Evidence, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        if (plan.Version != before)
        {
            db.Record(plan, "milestone_reached", caller, now);
        }
        return PlanDetails.Of(plan);
    }
}
