using Crm.Domain;
using Crm.Domain.Purchases;
using FluentValidation;

namespace Crm.Application.Purchases;

/// <summary>What a customer bought, to be recorded.</summary>
public sealed record RecordPurchase : PurchaseContent, ICommand<PurchaseDetails>, IHandledAgain
{
    public static new readonly RecordPurchase Example = new()
    {
        CustomerId = PurchaseContent.Example.CustomerId,
        PurchasedAt = PurchaseContent.Example.PurchasedAt,
        Total = PurchaseContent.Example.Total,
        Discount = PurchaseContent.Example.Discount,
        Margin = PurchaseContent.Example.Margin,
        Lines = PurchaseContent.Example.Lines,
        Channel = PurchaseContent.Example.Channel,
    };
}

internal sealed class PurchaseContentValidator : AbstractValidator<PurchaseContent>
{
    public PurchaseContentValidator()
    {
        RuleFor(x => x.Total).SetValidator(new MoneyValidator());
        RuleFor(x => x.Discount!).SetValidator(new MoneyValidator()).When(x => x.Discount is not null);
        RuleFor(x => x.Margin!).SetValidator(new SignedMoneyValidator()).When(x => x.Margin is not null);
        RuleFor(x => x.Lines).AtMost(PurchaseContent.MaxLines);
        RuleForEach(x => x.Lines).ChildRules(line =>
        {
            line.RuleFor(x => x.Sku).NotEmpty().MaximumLength(PurchaseLine.SkuMaxLength);
            line.RuleFor(x => x.Quantity).InclusiveBetween(1, PurchaseLine.MaxQuantity);
            line.RuleFor(x => x.Amount).SetValidator(new MoneyValidator());
            line.RuleFor(x => x.Name).MaximumLength(PurchaseLine.NameMaxLength);
            line.RuleFor(x => x.Category).MaximumLength(PurchaseLine.CategoryMaxLength);
            line.RuleFor(x => x.Discount!).SetValidator(new MoneyValidator()).When(x => x.Discount is not null);
        });
        RuleFor(x => x.Channel).MaximumLength(PurchaseContent.ChannelMaxLength);
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class RecordPurchaseValidator : AbstractValidator<RecordPurchase>
{
    public RecordPurchaseValidator() => Include(new PurchaseContentValidator());
}

internal sealed class RecordPurchaseHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RecordPurchase, PurchaseDetails>
{
    public async Task<Result<PurchaseDetails>> Handle(RecordPurchase command, CancellationToken ct) =>
        Purchase.Record(command, caller.StaffId, clock.GetUtcNow()).Failed(out var error, out var purchase) || (await db.Enter(purchase, caller, ct)).Failed(out error)
            ? error
            : PurchaseDetails.Of(purchase);
}
