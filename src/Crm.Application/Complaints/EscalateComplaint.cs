using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That a complaint is taken to a higher level.</summary>
/// <param name="Level">How high, 1 to 5; above the present level.</param>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
public sealed record ComplaintEscalationBody(int Level, string Reason)
{
    public static readonly ComplaintEscalationBody Example = new(1, "The customer asked for somebody above me.");
}

public sealed record EscalateComplaint(ComplaintId Id, ComplaintEscalationBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class ComplaintEscalationBodyValidator : AbstractValidator<ComplaintEscalationBody>
{
    public ComplaintEscalationBodyValidator()
    {
        RuleFor(x => x.Level).InclusiveBetween(1, Complaint.HighestEscalation);
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(Complaint.ReasonMaxLength);
    }
}

internal sealed class EscalateComplaintHandler(PracticeSteps steps, Caller caller, IValidator<ComplaintEscalationBody> validator) : ICommandHandler<EscalateComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(EscalateComplaint command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.Escalate(command.Body.Level, command.Body.Reason, caller.StaffId, now), ct);
}
