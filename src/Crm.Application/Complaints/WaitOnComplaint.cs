using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That a complaint waits for somebody outside.</summary>
/// <param name="For">For whom.</param>
/// <param name="Reason">For what; 1 to 2,000 characters.</param>
public sealed record WaitingBody(WaitingFor For, string Reason)
{
    public static readonly WaitingBody Example = new(WaitingFor.Customer, "A photograph of the broken switch");
}

public sealed record WaitOnComplaint(ComplaintId Id, WaitingBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class WaitingBodyValidator : AbstractValidator<WaitingBody>
{
    public WaitingBodyValidator()
    {
        RuleFor(x => x.For).IsInEnum();
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(Complaint.ReasonMaxLength);
    }
}

internal sealed class WaitOnComplaintHandler(PracticeSteps steps, Caller caller, IValidator<WaitingBody> validator) : ICommandHandler<WaitOnComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(WaitOnComplaint command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.Wait(command.Body.For, command.Body.Reason, caller.StaffId, now), ct);
}
