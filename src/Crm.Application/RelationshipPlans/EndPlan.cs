using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using FluentValidation;

namespace Crm.Application.RelationshipPlans;

/// <summary>How a plan came to its end.</summary>
/// <param name="Completed">Whether it came where it wanted; otherwise it is abandoned.</param>
/// <param name="Note">What came of it; at most 1000 characters.</param>
public sealed record PlanEndBody(bool Completed, string? Note = null)
{
    public static readonly PlanEndBody Example = new(true, "Sole supplier since March");
}

internal sealed class PlanEndBodyValidator : AbstractValidator<PlanEndBody>
{
    public PlanEndBodyValidator() => RuleFor(x => x.Note).MaximumLength(PlanContent.NoteMaxLength);
}

public sealed record EndPlan(RelationshipPlanId Id, PlanEndBody Body) : ICommand<PlanDetails>;

internal sealed class EndPlanHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<PlanEndBody> validator) : ICommandHandler<EndPlan, PlanDetails>
{
    public async Task<Result<PlanDetails>> Handle(EndPlan command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var now = clock.GetUtcNow();
        if ((await db.RelationshipPlans.Load(command.Id, default, ct)).Failed(out var error, out var plan)
            || plan.End(command.Body.Completed, command.Body.Note, now).Failed(out error))
        {
            return error;
        }
        db.Record(plan, "ended", caller, now);
        return PlanDetails.Of(plan);
    }
}
