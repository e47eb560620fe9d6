using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That the customer declines an offer.</summary>
/// <param name="Channel">On which way they said so.</param>
/// <param name="Reason">Why, as they say; at most 2,000 characters.</param>
public sealed record OfferRefusalBody(IntakeChannel Channel, string? Reason = null)
{
    public static readonly OfferRefusalBody Example = new(IntakeChannel.Phone, "That is not enough.");
}

public sealed record DeclineOffer(ComplaintId Id, OfferId OfferId, OfferRefusalBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class OfferRefusalBodyValidator : AbstractValidator<OfferRefusalBody>
{
    public OfferRefusalBodyValidator()
    {
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Reason).MaximumLength(Complaint.ReasonMaxLength);
    }
}

internal sealed class DeclineOfferHandler(PracticeSteps steps, Caller caller, IValidator<OfferRefusalBody> validator) : ICommandHandler<DeclineOffer, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(DeclineOffer command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.DeclineOffer(command.OfferId, command.Body.Reason, command.Body.Channel, caller.StaffId, now), ct);
}
