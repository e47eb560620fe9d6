using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That the customer was told that the complaint has come.</summary>
/// <param name="Channel">On which way they were told.</param>
/// <param name="Words">What they were told; at most 5,000 characters.</param>
public sealed record AcknowledgementBody(IntakeChannel Channel, string? Words = null)
{
    public static readonly AcknowledgementBody Example = new(IntakeChannel.Email, "We have your complaint. Sara Karimi-Rad answers for it and calls you today.");
}

public sealed record AcknowledgeComplaint(ComplaintId Id, AcknowledgementBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class AcknowledgementBodyValidator : AbstractValidator<AcknowledgementBody>
{
    public AcknowledgementBodyValidator()
    {
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Words).MaximumLength(Complaint.WordsMaxLength);
    }
}

internal sealed class AcknowledgeComplaintHandler(PracticeSteps steps, Caller caller, IValidator<AcknowledgementBody> validator) : ICommandHandler<AcknowledgeComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(AcknowledgeComplaint command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.Acknowledge(command.Body.Channel, command.Body.Words, caller.StaffId, now), ct);
}
