using Crm.Domain;
using Crm.Domain.CorrectiveActions;
using FluentValidation;

namespace Crm.Application.CorrectiveActions;

/// <summary>How often a cause occurred before and after a corrective action.</summary>
/// <param name="WindowDays">How many days before and after the day on which it was done are compared; 1 to 366, and the window after is over.</param>
/// <param name="Before">How often the cause occurred in the window before; 0 to 1000000000.</param>
/// <param name="After">How often it occurred in the window after; 0 to 1000000000.</param>
public sealed record EffectivenessBody(int WindowDays, int Before, int After)
{
    public static readonly EffectivenessBody Example = new(30, 9, 2);
}

/// <summary>The counts come from whoever sends this: a caller over HTTP, or later the query over complaints of the cause. This use case only judges them.</summary>
public sealed record CheckEffectiveness(CorrectiveActionId Id, EffectivenessBody Body) : ICommand<CorrectiveActionDetails>;

internal sealed class EffectivenessBodyValidator : AbstractValidator<EffectivenessBody>
{
    public EffectivenessBodyValidator()
    {
        RuleFor(x => x.WindowDays).InclusiveBetween(EffectivenessCheck.MinWindowDays, EffectivenessCheck.MaxWindowDays);
        RuleFor(x => x.Before).InclusiveBetween(0, EffectivenessCheck.MaxBefore);
        RuleFor(x => x.After).InclusiveBetween(0, EffectivenessCheck.MaxAfter);
    }
}

internal sealed class CheckEffectivenessHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<EffectivenessBody> validator)
    : ICommandHandler<CheckEffectiveness, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(CheckEffectiveness command, CancellationToken ct)
    {
        var counts = command.Body;
        if (Validation.Check(validator, counts) is { } invalid)
        {
            return invalid;
        }
        return (await db.CorrectiveActions.Load(command.Id, default, ct)).Failed(out var error, out var action)
            || action.CheckEffectiveness(counts.Before, counts.After, counts.WindowDays, caller.Today(clock), caller.StaffId, clock.GetUtcNow()).Failed(out error)
            ? error
            : CorrectiveActionDetails.Of(action);
    }
}
