using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That a need was said back to the customer (S1-HELP-2).</summary>
/// <param name="StatedNeed">What the customer said they need, in their words; 1 to 5,000 characters.</param>
/// <param name="UnderstoodNeed">What was said back to them; 1 to 5,000 characters.</param>
/// <param name="Answer">Whether they confirmed it. What they corrected is played back again.</param>
/// <param name="Channel">On which way the customer was met.</param>
public sealed record PlaybackBody(string StatedNeed, string UnderstoodNeed, PlaybackAnswer Answer, IntakeChannel Channel)
{
    public static readonly PlaybackBody Example = new("یک کتری که کار کند", "You need a kettle that works before the guests come on Friday.", PlaybackAnswer.Confirmed, IntakeChannel.Phone);
}

public sealed record PlayBackNeed(ComplaintId Id, PlaybackBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class PlaybackBodyValidator : AbstractValidator<PlaybackBody>
{
    public PlaybackBodyValidator()
    {
        RuleFor(x => x.StatedNeed).NotEmpty().MaximumLength(Complaint.NeedMaxLength);
        RuleFor(x => x.UnderstoodNeed).NotEmpty().MaximumLength(Complaint.NeedMaxLength);
        RuleFor(x => x.Answer).IsInEnum();
        RuleFor(x => x.Channel).IsInEnum();
    }
}

internal sealed class PlayBackNeedHandler(PracticeSteps steps, Caller caller, IValidator<PlaybackBody> validator) : ICommandHandler<PlayBackNeed, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(PlayBackNeed command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.PlayBack(command.Body.StatedNeed, command.Body.UnderstoodNeed, command.Body.Answer, command.Body.Channel, caller.StaffId, now), ct);
}
