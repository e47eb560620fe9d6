using Crm.Application.Customers;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.AfterSale;
using FluentValidation;

namespace Crm.Application.AfterSale;

/// <summary>What came of asking the customer.</summary>
/// <param name="Outcome">Whether they answered, were not reached, or did not want to answer.</param>
/// <param name="Rating">How satisfied they say they are, 1 not at all to 5 fully. With answered, and only then.</param>
/// <param name="Words">What they said, verbatim; at most 1000 characters.</param>
public sealed record CheckOutcomeBody(CheckOutcome Outcome, int? Rating = null, string? Words = null)
{
    public static readonly CheckOutcomeBody Example = new(CheckOutcome.Answered, 4, "کتری خوب است، اما دیر رسید.");
}

public sealed record RecordCheckOutcome(AfterSaleCheckId Id, CheckOutcomeBody Body) : ICommand<CheckDetails>, IHandledAgain;

internal sealed class CheckOutcomeBodyValidator : AbstractValidator<CheckOutcomeBody>
{
    public CheckOutcomeBodyValidator()
    {
        RuleFor(x => x.Outcome).IsInEnum();
        RuleFor(x => x.Rating).NotNull().When(x => x.Outcome == CheckOutcome.Answered);
        RuleFor(x => x.Rating).InclusiveBetween(AfterSaleCheck.LowestRating, AfterSaleCheck.HighestRating);
        RuleFor(x => x.Rating).Null().When(x => x.Outcome != CheckOutcome.Answered).Code("check_rating_misplaced", "A rating goes with an answer only.");
        RuleFor(x => x.Words).MaximumLength(AfterSaleCheck.WordsMaxLength);
    }
}

internal sealed class RecordCheckOutcomeValidator : AbstractValidator<RecordCheckOutcome>
{
    public RecordCheckOutcomeValidator() => RuleFor(x => x.Body).SetValidator(new CheckOutcomeBodyValidator()).OverridePropertyName("");
}

internal sealed class RecordCheckOutcomeHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RecordCheckOutcome, CheckDetails>
{
    public async Task<Result<CheckDetails>> Handle(RecordCheckOutcome command, CancellationToken ct)
    {
        var ((outcome, rating, words), now) = (command.Body, clock.GetUtcNow());
        if ((await db.AfterSaleChecks.Load(command.Id, default, ct)).Failed(out var error, out var check)
            || check.Record(outcome, rating, words, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.OnlyWhileActive(check.CustomerId);
        await db.CloseWork(RecordId.Of(check.Id), done: true, caller, now, ct);
        db.Tell(caller, check.CustomerId, "after_sale_check.asked", check.ResourceId, now, new { outcome, rating });
        return CheckDetails.Of(check);
    }
}
