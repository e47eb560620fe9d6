using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What is offered to a customer.</summary>
/// <param name="Text">What is offered, as the customer reads it; 1 to 2,000 characters.</param>
/// <param name="Remedies">What it is made of, 1 to 5. Each becomes a promise when the customer accepts.</param>
/// <param name="Channel">On which way it is made.</param>
/// <param name="ValidUntil">Until when it can be accepted; in the future and within 366 days. Give this or validFor.</param>
/// <param name="ValidFor">For how long it can be accepted: an ISO 8601 duration of up to P366D, as in P14D.</param>
/// <param name="Within">How soon after acceptance it is done: an ISO 8601 duration of open time of the tenant's default calendar, up to P3660D; P7D where absent.</param>
public sealed record OfferBody(
    string Text, IReadOnlyList<OfferedRemedy> Remedies, IntakeChannel Channel, DateTimeOffset? ValidUntil = null, string? ValidFor = null, string? Within = null)
{
    public static readonly OfferBody Example = new(
        "We send you a new kettle tomorrow, and 500 points for the trouble.",
        [new(RemedyKind.Replacement, "A new kettle K2 by courier"), new(RemedyKind.Points, "500 points", Points: 500)], IntakeChannel.Phone, ValidFor: "P14D", Within: "P1D");

    internal OfferTerms Terms(DateTimeOffset now, OfferAuthority authority) =>
        new(Text, Remedies, ValidUntil?.ToUniversalTime() ?? (Durations.TryParse(ValidFor, out var time) ? now + time : now), Within, authority);
}

internal sealed class OfferBodyValidator : AbstractValidator<OfferBody>
{
    public OfferBodyValidator()
    {
        RuleFor(x => x.Text).NotEmpty().MaximumLength(Offer.TextMaxLength);
        RuleFor(x => x.Remedies).NotEmpty().AtMost(Offer.MaxRemedies);
        RuleForEach(x => x.Remedies).SetValidator(new OfferedRemedyValidator());
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.ValidUntil).Must((x, until) => until is not null || x.ValidFor is not null).Code("required", "A value is needed here.");
        RuleFor(x => x.ValidFor).Must((x, time) => time is null || x.ValidUntil is null).Code("validity_twice", "Give validUntil or validFor, not both.");
        RuleFor(x => x.ValidFor!).Target().When(x => x.ValidFor is not null);
        RuleFor(x => x.Within!).Target().When(x => x.Within is not null);
    }
}

internal sealed class OfferedRemedyValidator : AbstractValidator<OfferedRemedy>
{
    public OfferedRemedyValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Text).NotEmpty().MaximumLength(OfferedRemedy.TextMaxLength);
        RuleFor(x => x.Amount).Must((x, amount) => x.Kind != RemedyKind.Refund || amount is not null).Code("required", "A value is needed here.");
        RuleFor(x => x.Amount!).SetValidator(new MoneyValidator()).When(x => x.Amount is not null);
        RuleFor(x => x.Points).Must((x, points) => x.Kind == RemedyKind.Points == points is not null).Code("points_misplaced", "Points go with the kind points, and with no other.");
        RuleFor(x => x.Points).InclusiveBetween(1, Money.Most);
    }
}
