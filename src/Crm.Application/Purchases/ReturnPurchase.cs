using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Purchases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Purchases;

/// <summary>What comes back of a purchase: lines, an amount, or all that is left where neither is given.</summary>
/// <param name="Lines">How many of which lines, at most 200. Of each as much money goes back as its part of the quantity.</param>
/// <param name="Amount">How much money goes back, where no lines are told; in the currency of the purchase.</param>
/// <param name="ReturnedAt">When it came back; now where absent, and at most 5 minutes in the future.</param>
/// <param name="ExternalId">Your own key for the return, unique in the purchase; at most 100 characters.</param>
public sealed record ReturnBody(IReadOnlyList<ReturnedLine>? Lines = null, Money? Amount = null, DateTimeOffset? ReturnedAt = null, string? ExternalId = null)
{
    public static readonly ReturnBody Example = new([new(2, 1)], null, null, "R-77");
}

public sealed record ReturnPurchase(PurchaseId Id, ReturnBody Body) : ICommand<PurchaseDetails>, IHandledAgain;

internal sealed class ReturnBodyValidator : AbstractValidator<ReturnBody>
{
    public ReturnBodyValidator()
    {
        RuleFor(x => x.Lines).AtMost(PurchaseContent.MaxLines);
        RuleForEach(x => x.Lines).ChildRules(line =>
        {
            line.RuleFor(x => x.Line).InclusiveBetween(1, PurchaseContent.MaxLines);
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, PurchaseLine.MaxQuantity);
        });
        RuleFor(x => x.Amount!).SetValidator(new MoneyValidator()).When(x => x.Amount is not null);
        RuleFor(x => x.Amount).Must((x, amount) => amount is null || x.Lines is null or { Count: 0 }).Code("return_twice", "Give lines or an amount, not both.");
        RuleFor(x => x.Amount).Must(amount => amount is not { Amount: 0 }).Code("return_of_nothing", "An amount above zero is needed.");
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class ReturnPurchaseHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<ReturnBody> validator) : ICommandHandler<ReturnPurchase, PurchaseDetails>
{
    public async Task<Result<PurchaseDetails>> Handle(ReturnPurchase command, CancellationToken ct)
    {
        var body = command.Body;
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        if ((await db.Purchases.Include(p => p.Returns).Load(command.Id, default, ct)).Failed(out var error, out var purchase)
            || purchase.Return(new(body.Amount, body.Lines ?? [], body.ReturnedAt, body.ExternalId), caller.StaffId, clock.GetUtcNow()).Failed(out error, out var returned))
        {
            return error;
        }
        db.Tell(caller, purchase.CustomerId, "purchase.returned", purchase.ResourceId, returned.ReturnedAt, new { amount = new Money(returned.Amount, purchase.Currency) });
        return PurchaseDetails.Of(purchase);
    }
}
