using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using FluentValidation;

namespace Crm.Application.RelationshipPlans;

/// <summary>That the customer agrees.</summary>
/// <param name="Edition">The version that they read.</param>
/// <param name="Name">Who agrees; 1 to 200 characters.</param>
public sealed record PlanAgreementBody(int Edition, string Name)
{
    public static readonly PlanAgreementBody Example = new(1, "مریم احمدی");
}

internal sealed class PlanAgreementBodyValidator : AbstractValidator<PlanAgreementBody>
{
    public PlanAgreementBodyValidator() => RuleFor(x => x.Name).NotEmpty().MaximumLength(PlanContent.TitleMaxLength);
}

public sealed record AgreeToPlan(string Token, PlanAgreementBody Body) : ICommand<SharedPlan>, IHandledAgain
{
    /// <summary>Never the secret, so that it reaches no log.</summary>
    public override string ToString() => nameof(AgreeToPlan);
}

internal sealed class AgreeToPlanHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<PlanAgreementBody> validator) : ICommandHandler<AgreeToPlan, SharedPlan>
{
    public async Task<Result<SharedPlan>> Handle(AgreeToPlan command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        if (await db.FindShared(command.Token, ct) is not { } plan)
        {
            return Error.NotFound<RelationshipPlan>();
        }
        var (now, before) = (clock.GetUtcNow(), plan.Version);
        if (plan.Agree(command.Body.Edition, command.Body.Name, now).Failed(out var error))
        {
            return error;
        }
        if (plan.Version != before)
        {
            db.Record(plan, "agreed", caller, now);
        }
        return SharedPlan.Of(plan);
    }
}
