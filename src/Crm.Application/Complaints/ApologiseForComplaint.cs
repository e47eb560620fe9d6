using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>An apology (S1-HELP-3).</summary>
/// <param name="Words">What was said; 1 to 5,000 characters.</param>
/// <param name="AdmitsFault">Whether it owns a mistake, apart from its words. It counts without.</param>
/// <param name="Channel">On which way the customer was met.</param>
public sealed record ApologyBody(string Words, bool AdmitsFault, IntakeChannel Channel)
{
    public static readonly ApologyBody Example = new("I am sorry. The mistake was ours.", true, IntakeChannel.Phone);
}

public sealed record ApologiseForComplaint(ComplaintId Id, ApologyBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class ApologyBodyValidator : AbstractValidator<ApologyBody>
{
    public ApologyBodyValidator()
    {
        RuleFor(x => x.Words).NotEmpty().MaximumLength(Complaint.WordsMaxLength);
        RuleFor(x => x.Channel).IsInEnum();
    }
}

internal sealed class ApologiseForComplaintHandler(PracticeSteps steps, Caller caller, IValidator<ApologyBody> validator) : ICommandHandler<ApologiseForComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(ApologiseForComplaint command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.Apologise(command.Body.Words, command.Body.AdmitsFault, command.Body.Channel, caller.StaffId, now), ct);
}
