using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That the customer takes a complaint back.</summary>
/// <param name="Reason">Why, as they say; at most 2,000 characters.</param>
public sealed record ComplaintWithdrawalBody(string? Reason = null)
{
    public static readonly ComplaintWithdrawalBody Example = new("It has arrived meanwhile.");
}

public sealed record WithdrawComplaint(ComplaintId Id, ComplaintWithdrawalBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class ComplaintWithdrawalBodyValidator : AbstractValidator<ComplaintWithdrawalBody>
{
    public ComplaintWithdrawalBodyValidator() => RuleFor(x => x.Reason).MaximumLength(Complaint.ReasonMaxLength);
}

internal sealed class WithdrawComplaintHandler(PracticeSteps steps, Caller caller, IValidator<ComplaintWithdrawalBody> validator) : ICommandHandler<WithdrawComplaint, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(WithdrawComplaint command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.Withdraw(command.Body.Reason, caller.StaffId, now), ct);
}
