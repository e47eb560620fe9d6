using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What a second person says to an offer above somebody's authority (S3-EMPOWER-1).</summary>
/// <param name="Approved">Whether they agree, so that the customer may be offered it.</param>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
public sealed record OfferApprovalBody(bool Approved, string Reason)
{
    public static readonly OfferApprovalBody Example = new(true, "She waited for three weeks.");
}

public sealed record ApproveOffer(ComplaintId Id, OfferId OfferId, OfferApprovalBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class OfferApprovalBodyValidator : AbstractValidator<OfferApprovalBody>
{
    public OfferApprovalBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(OfferApproval.ReasonMaxLength);
}

internal sealed class ApproveOfferHandler(
    ICrmDb db, PracticeSteps steps, RemedyAuthority authority, Caller caller, TimeProvider clock, IValidator<OfferApprovalBody> validator) : ICommandHandler<ApproveOffer, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(ApproveOffer command, CancellationToken ct)
    {
        var body = command.Body;
        return steps.Take(validator, body, command.Id, async (loaded, now) =>
        {
            var colleagues = await Colleagues.Of(db, loaded.Complaint, caller.Today(clock), ct, caller.StaffId);
            return loaded.Complaint.DecideOnOffer(command.OfferId, body.Approved, body.Reason, await authority.Version(ct), colleagues.Impartiality, caller.StaffId, now);
        }, ct);
    }
}
