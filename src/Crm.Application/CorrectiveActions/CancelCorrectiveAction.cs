using Crm.Domain;
using Crm.Domain.CorrectiveActions;
using FluentValidation;

namespace Crm.Application.CorrectiveActions;

/// <summary>That a corrective action will not be done.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record ActionCancellationBody(string Reason)
{
    public static readonly ActionCancellationBody Example = new("The supplier takes the product off the market.");
}

public sealed record CancelCorrectiveAction(CorrectiveActionId Id, ActionCancellationBody Body) : ICommand<CorrectiveActionDetails>;

internal sealed class ActionCancellationBodyValidator : AbstractValidator<ActionCancellationBody>
{
    public ActionCancellationBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(CorrectiveAction.CancellationReasonMaxLength);
}

internal sealed class CancelCorrectiveActionHandler(ICrmDb db, TimeProvider clock, IValidator<ActionCancellationBody> validator)
    : ICommandHandler<CancelCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(CancelCorrectiveAction command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        return (await db.CorrectiveActions.Load(command.Id, default, ct)).Failed(out var error, out var action)
            || action.Cancel(command.Body.Reason, clock.GetUtcNow()).Failed(out error)
            ? error
            : CorrectiveActionDetails.Of(action);
    }
}
