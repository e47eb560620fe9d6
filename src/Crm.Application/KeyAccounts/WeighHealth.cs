using Crm.Domain;
using Crm.Domain.KeyAccounts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>What the factors of health weigh.</summary>
/// <param name="Weights">A weight for each factor, once; a factor that is not named does not count.</param>
public sealed record HealthWeightsBody(IReadOnlyList<HealthWeight> Weights)
{
    public const int MaxWeights = 5;

    public static readonly HealthWeightsBody Example = new(AccountHealth.UsualWeights);
}

/// <summary>What the factors of health weigh in the tenant.</summary>
/// <param name="Weights">A weight for each factor.</param>
/// <param name="UpdatedAt">When they last changed; null where they are those that were shipped.</param>
/// <param name="Version">Grows by one with every change, from 0 for what was shipped; the ETag.</param>
public sealed record HealthWeights(IReadOnlyList<HealthWeight> Weights, DateTimeOffset? UpdatedAt, int Version) : IVersioned
{
    public static readonly HealthWeights Example = new(AccountHealth.UsualWeights, null, 0);
}

internal sealed class HealthWeightsBodyValidator : AbstractValidator<HealthWeightsBody>
{
    public HealthWeightsBodyValidator()
    {
        RuleFor(x => x.Weights).NotEmpty().AtMost(HealthWeightsBody.MaxWeights);
        RuleForEach(x => x.Weights).NotNull().SetValidator(new HealthWeightValidator());
    }
}

internal sealed class HealthWeightValidator : AbstractValidator<HealthWeight>
{
    public HealthWeightValidator()
    {
        RuleFor(x => x.Factor).IsInEnum();
        RuleFor(x => x.Weight).InclusiveBetween(0, 100);
    }
}

public sealed record WeighHealth(HealthWeightsBody Body, IfMatch IfMatch) : ICommand<HealthWeights>;

internal sealed class WeighHealthHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<HealthWeightsBody> validator) : ICommandHandler<WeighHealth, HealthWeights>
{
    public async Task<Result<HealthWeights>> Handle(WeighHealth command, CancellationToken ct)
    {
        var weights = command.Body.Weights;
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        if (weights.DistinctBy(w => w.Factor).Count() != weights.Count || weights.All(w => w.Weight == 0))
        {
            return KeyAccountErrors.WeightsInvalid;
        }
        var (now, scale) = (clock.GetUtcNow(), await db.HealthScales.FirstOrDefaultAsync(ct));
        if (!command.IfMatch.Allows(scale?.Version ?? 0))
        {
            return Error.Stale.At(scale?.Version ?? 0);
        }
        if (scale is null)
        {
            db.HealthScales.Add(scale = HealthScale.Establish(caller.Tenant.Id, weights, now));
        }
        else
        {
            scale.Weigh(weights, now);
        }
        return new HealthWeights(scale.Weights, scale.UpdatedAt, scale.Version);
    }
}
