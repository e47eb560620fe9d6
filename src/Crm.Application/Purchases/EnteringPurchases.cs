using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Purchases;

namespace Crm.Application.Purchases;

/// <summary>What a new purchase needs to know and leaves behind.</summary>
internal static class EnteringPurchases
{
    /// <summary>Adds the purchase and its place in the customer's timeline, unless nothing can be recorded on the customer. One query.</summary>
    public static async Task<Result> Enter(this ICrmDb db, Purchase purchase, Caller caller, CancellationToken ct)
    {
        if (await db.RefusalOf(purchase.CustomerId, ct) is { } refusal)
        {
            return refusal;
        }
        db.OnlyWhileActive(purchase.CustomerId);
        db.Purchases.Add(purchase);
        db.Tell(caller, purchase.CustomerId, "purchase.recorded", purchase.ResourceId, purchase.PurchasedAt, new PurchaseSummary(new Money(purchase.Amount, purchase.Currency), purchase.Lines.Count));
        return Result.Done;
    }

    private sealed record PurchaseSummary(Money Total, int Lines);
}
