using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That the customer was heard to the end.</summary>
/// <param name="Channel">On which way the customer was met.</param>
public sealed record HearingBody(IntakeChannel Channel)
{
    public static readonly HearingBody Example = new(IntakeChannel.Phone);
}

public sealed record CompleteHearing(ComplaintId Id, HearingBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class HearingBodyValidator : AbstractValidator<HearingBody>
{
    public HearingBodyValidator() => RuleFor(x => x.Channel).IsInEnum();
}

internal sealed class CompleteHearingHandler(PracticeSteps steps, Caller caller, IValidator<HearingBody> validator) : ICommandHandler<CompleteHearing, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(CompleteHearing command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.CompleteHearing(command.Body.Channel, caller.StaffId, now), ct);
}
