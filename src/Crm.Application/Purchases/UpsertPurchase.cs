using Crm.Domain;
using Crm.Domain.Purchases;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Purchases;

public sealed record UpsertPurchase(string ExternalId, PurchaseContent Content, IfMatch? IfMatch) : ICommand<Upserted<PurchaseDetails>>, IHandledAgain;

internal sealed class UpsertPurchaseValidator : AbstractValidator<UpsertPurchase>
{
    public UpsertPurchaseValidator(IValidator<PurchaseContent> content)
    {
        RuleFor(x => x.ExternalId).ExternalId();
        RuleFor(x => x.Content).SetValidator(content).OverridePropertyName("");
    }
}

internal sealed class UpsertPurchaseHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<UpsertPurchase, Upserted<PurchaseDetails>>
{
    public async Task<Result<Upserted<PurchaseDetails>>> Handle(UpsertPurchase command, CancellationToken ct)
    {
        var key = FoldedText.Nfc(command.ExternalId.Trim());
        if (Upserting.Mismatch(command.Content.ExternalId is { } given ? FoldedText.Nfc(given.Trim()) : null, key) is { } mismatch)
        {
            return mismatch;
        }
        if ((await db.LoadForUpsert(db.Purchases.Include(p => p.Returns), key, command.IfMatch, ct)).Failed(out var error, out var existing))
        {
            return error;
        }
        var content = command.Content with { ExternalId = key };
        if (existing.Record is { } known)
        {
            // A fact that is told again is the same fact.
            return known.IsAs(content) ? new Upserted<PurchaseDetails>(PurchaseDetails.Of(known), false) : PurchaseErrors.IsFixed;
        }
        return Purchase.Record(content, caller.StaffId, clock.GetUtcNow()).Failed(out error, out var purchase) || (await db.Enter(purchase, caller, ct)).Failed(out error)
            ? error
            : new Upserted<PurchaseDetails>(PurchaseDetails.Of(purchase), true);
    }
}
