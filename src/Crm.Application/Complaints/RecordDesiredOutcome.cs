using Crm.Domain;
using Crm.Domain.Complaints;
using FluentValidation;

namespace Crm.Application.Complaints;

/// <summary>What the customer answered to the question what they want (S1-HELP-5).</summary>
/// <param name="Channel">On which way they were asked.</param>
/// <param name="Words">What they want, in their own words; at most 5,000 characters. Give this, or declinedToSay.</param>
/// <param name="DeclinedToSay">Whether they were asked and did not want to say.</param>
/// <param name="Remedy">The kind of remedy that they named, if any.</param>
/// <param name="Amount">The amount of money that they named, if any.</param>
/// <param name="Points">The points that they named, if any; up to 9,007,199,254,740,991.</param>
public sealed record DesiredOutcomeBody(IntakeChannel Channel, string? Words = null, bool DeclinedToSay = false, RemedyKind? Remedy = null, Money? Amount = null, long? Points = null)
{
    public static readonly DesiredOutcomeBody Example = new(IntakeChannel.Phone, "پولم را پس بدهید", Remedy: RemedyKind.Refund, Amount: new(2_400_000, "IRR"));
}

public sealed record RecordDesiredOutcome(ComplaintId Id, DesiredOutcomeBody Body) : ICommand<ComplaintDetails>, IHandledAgain;

internal sealed class DesiredOutcomeBodyValidator : AbstractValidator<DesiredOutcomeBody>
{
    public DesiredOutcomeBodyValidator()
    {
        RuleFor(x => x.Channel).IsInEnum();
        RuleFor(x => x.Words).MaximumLength(DesiredOutcome.WordsMaxLength).Must((x, words) => x.DeclinedToSay || !string.IsNullOrWhiteSpace(words)).Code("required", "A value is needed here.");
        RuleFor(x => x.Remedy).IsInEnum();
        RuleFor(x => x.Amount!).SetValidator(new MoneyValidator()).When(x => x.Amount is not null);
        RuleFor(x => x.Points).InclusiveBetween(0, Money.Most);
    }
}

internal sealed class RecordDesiredOutcomeHandler(PracticeSteps steps, Caller caller, IValidator<DesiredOutcomeBody> validator) : ICommandHandler<RecordDesiredOutcome, ComplaintDetails>
{
    public Task<Result<ComplaintDetails>> Handle(RecordDesiredOutcome command, CancellationToken ct) =>
        steps.Take(validator, command.Body, command.Id, (c, now) => c.RecordDesiredOutcome(new(command.Body.Words, command.Body.DeclinedToSay, command.Body.Remedy, command.Body.Amount, command.Body.Points), command.Body.Channel, caller.StaffId, now), ct);
}
