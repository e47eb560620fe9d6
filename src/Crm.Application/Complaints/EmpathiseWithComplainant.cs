using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What was said to show that we understand how it feels (S1-HELP-3).</summary>
/// <param name="Words">What was said; 1 to 5,000 characters.</param>
/// <param name="Channel">On which way the customer was met.</param>
public sealed record EmpathyBody(string Words, IntakeChannel Channel)
{
    public static readonly EmpathyBody Example = new("I would be angry, too, after three calls.", IntakeChannel.Phone);
}

public sealed record EmpathiseWithComplainant(ComplaintId Id, EmpathyBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class EmpathyBodyValidator : AbstractValidator<EmpathyBody>
{
    public EmpathyBodyValidator()
    {
        RuleFor(x => x.Words).NotEmpty().MaximumLength(Complaint.WordsMaxLength);
        RuleFor(x => x.Channel).IsInEnum();
    }
}

internal sealed class EmpathiseWithComplainantHandler(PracticeSteps steps, Caller caller, IValidator<EmpathyBody> validator) : ICommandHandler<EmpathiseWithComplainant, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(EmpathiseWithComplainant command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.Empathise(command.Body.Words, command.Body.Channel, caller.StaffId, now), ct);
}
