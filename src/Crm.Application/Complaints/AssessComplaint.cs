using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>How bad a complaint is, and what must be done at once.</summary>
/// <param name="Severity">How bad it is for the customer.</param>
/// <param name="SafetyAtRisk">Whether somebody could be harmed, which makes it urgent.</param>
/// <param name="Complex">Whether more than one unit must act, or the facts are unclear.</param>
/// <param name="Impact">What it does to the customer; at most 2,000 characters.</param>
/// <param name="ImmediateAction">What must be done at once, if anything; at most 2,000 characters.</param>
public sealed record AssessmentBody(ComplaintSeverity Severity, bool SafetyAtRisk = false, bool Complex = false, string? Impact = null, string? ImmediateAction = null)
{
    public static readonly AssessmentBody Example = new(
        ComplaintSeverity.High, Impact: ComplaintDetails.AssessmentExample.Impact, ImmediateAction: ComplaintDetails.AssessmentExample.ImmediateAction);
}

public sealed record AssessComplaint(ComplaintId Id, AssessmentBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class AssessmentBodyValidator : AbstractValidator<AssessmentBody>
{
    public AssessmentBodyValidator()
    {
        RuleFor(x => x.Severity).IsInEnum();
        RuleFor(x => x.Impact).MaximumLength(ComplaintAssessment.ImpactMaxLength);
        RuleFor(x => x.ImmediateAction).MaximumLength(ComplaintAssessment.ImmediateActionMaxLength);
    }
}

internal sealed class AssessComplaintHandler(PracticeSteps steps, Caller caller, IValidator<AssessmentBody> validator) : ICommandHandler<AssessComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(AssessComplaint command, CancellationToken ct)
    {
        var body = command.Body;
        var assessment = new ComplaintAssessment(body.Severity, body.SafetyAtRisk, body.Complex, body.Impact, body.ImmediateAction);
        return steps.Take(validator, body, command.Id, (c, now) => c.Assess(assessment, caller.StaffId, now), ct);
    }
}
