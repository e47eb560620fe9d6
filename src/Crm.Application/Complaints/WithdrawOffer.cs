using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That an offer is taken back.</summary>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
public sealed record OfferWithdrawalBody(string Reason)
{
    public static readonly OfferWithdrawalBody Example = new("It is sold out.");
}

public sealed record WithdrawOffer(ComplaintId Id, OfferId OfferId, OfferWithdrawalBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class OfferWithdrawalBodyValidator : AbstractValidator<OfferWithdrawalBody>
{
    public OfferWithdrawalBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Complaint.ReasonMaxLength);
}

internal sealed class WithdrawOfferHandler(PracticeSteps steps, Caller caller, IValidator<OfferWithdrawalBody> validator) : ICommandHandler<WithdrawOffer, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(WithdrawOffer command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.WithdrawOffer(command.OfferId, command.Body.Reason, caller.StaffId, now), ct);
}
