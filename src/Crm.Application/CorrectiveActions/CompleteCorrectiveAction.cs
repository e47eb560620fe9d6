using Crm.Domain;
using Crm.Domain.CorrectiveActions;
using FluentValidation;

namespace Crm.Application.CorrectiveActions;

/// <summary>That a corrective action was done.</summary>
/// <param name="Evidence">What shows it; 1 to 2000 characters.</param>
/// <param name="DoneOn">The day on which it was done, not in the future; the present day where the tenant is where absent. Its effect is checked from this day on.</param>
public sealed record CompletionBody(string Evidence, DateOnly? DoneOn = null)
{
    public static readonly CompletionBody Example = new("Twelve of twelve were trained; the checklist hangs at the door.");
}

public sealed record CompleteCorrectiveAction(CorrectiveActionId Id, CompletionBody Body) : ICommand<CorrectiveActionDetails>;

internal sealed class CompletionBodyValidator : AbstractValidator<CompletionBody>
{
    public CompletionBodyValidator() => RuleFor(x => x.Evidence).NotEmpty().MaximumLength(CorrectiveAction.EvidenceMaxLength);
}

internal sealed class CompleteCorrectiveActionHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<CompletionBody> validator)
    : ICommandHandler<CompleteCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<Result<CorrectiveActionDetails>> Handle(CompleteCorrectiveAction command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Body) is { } invalid)
        {
            return invalid;
        }
        var today = caller.Today(clock);
        return (await db.CorrectiveActions.Load(command.Id, default, ct)).Failed(out var error, out var action)
            || action.Complete(command.Body.Evidence, command.Body.DoneOn ?? today, today, clock.GetUtcNow()).Failed(out error)
            ? error
            : CorrectiveActionDetails.Of(action);
    }
}
