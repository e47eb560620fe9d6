using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>That the desired outcome is not possible, and what is possible instead (S1-HELP-6).</summary>
/// <param name="Thanks">How the customer is thanked for saying it; 1 to 2,000 characters.</param>
/// <param name="Reason">Why it is not possible; 1 to 2,000 characters.</param>
/// <param name="Alternatives">What can be done instead, 1 to 10 offers.</param>
/// <param name="Channel">On which way it is said.</param>
public sealed record WishRefusalBody(string Thanks, string Reason, IReadOnlyList<OfferBody> Alternatives, IntakeChannel Channel)
{
    public const int MaxAlternatives = 10;

    public static readonly WishRefusalBody Example = new(
        "Thank you for saying so plainly what you want.", "The money can only be paid back within 14 days of the purchase.", [OfferBody.Example], IntakeChannel.Phone);
}

public sealed record RefuseWish(ComplaintId Id, WishRefusalBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class WishRefusalBodyValidator : AbstractValidator<WishRefusalBody>
{
    public WishRefusalBodyValidator()
    {
        RuleFor(x => x.Thanks).NotEmpty().MaximumLength(WishRefused.ThanksMaxLength);
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(WishRefused.ReasonMaxLength);
        RuleFor(x => x.Alternatives).AtMost(WishRefusalBody.MaxAlternatives);
        RuleForEach(x => x.Alternatives).SetValidator(new OfferBodyValidator());
        RuleFor(x => x.Channel).IsInEnum();
    }
}

internal sealed class RefuseWishHandler(PracticeSteps steps, RemedyAuthority authority, Caller caller, IValidator<WishRefusalBody> validator)
    : ICommandHandler<RefuseWish, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(RefuseWish command, CancellationToken ct)
    {
        var body = command.Body;
        return steps.Take(validator, body, command.Id, async (loaded, now) =>
        {
            var asked = await authority.Ask(loaded.Complaint, [.. body.Alternatives.Select(a => a.Remedies)], now, ct);
            return loaded.Complaint.RefuseWish(body.Thanks, body.Reason, [.. body.Alternatives.Select((a, i) => a.Terms(now, asked[i]))], body.Channel, caller.StaffId, now);
        }, ct);
    }
}
