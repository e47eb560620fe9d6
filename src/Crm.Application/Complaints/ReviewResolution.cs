using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What a second person says to a resolution that one alone may not make (S1-HELP-4, S1-HELP-10).</summary>
/// <param name="Subject">What was looked at: that the customer is at fault, or that there is no remedy.</param>
/// <param name="Approved">Whether the second person agrees. The last word counts.</param>
/// <param name="Reason">Why; 1 to 2,000 characters.</param>
public sealed record ComplaintReviewBody(ReviewSubject Subject, bool Approved, string Reason)
{
    public static readonly ComplaintReviewBody Example = new(ReviewSubject.CustomerFault, true, "The photographs show that it fell down.");
}

public sealed record ReviewResolution(ComplaintId Id, ComplaintReviewBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class ComplaintReviewBodyValidator : AbstractValidator<ComplaintReviewBody>
{
    public ComplaintReviewBodyValidator()
    {
        RuleFor(x => x.Subject).IsInEnum();
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(SecondReview.ReasonMaxLength);
    }
}

internal sealed class ReviewResolutionHandler(ICrmDb db, PracticeSteps steps, Caller caller, TimeProvider clock, IValidator<ComplaintReviewBody> validator)
    : ICommandHandler<ReviewResolution, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(ReviewResolution command, CancellationToken ct)
    {
        var body = command.Body;
        return steps.Take(validator, body, command.Id, async (loaded, now) =>
        {
            var colleagues = await Colleagues.Of(db, loaded.Complaint, caller.Today(clock), ct, caller.StaffId);
            return loaded.Complaint.Review(body.Subject, body.Approved, body.Reason, colleagues.Impartiality, caller.StaffId, now);
        }, ct);
    }
}
