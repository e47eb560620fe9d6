using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Purchases;

namespace Crm.Application.Purchases;

/// <summary>What a new purchase needs to know and leaves behind.</summary>
internal static class EnteringPurchases
{
    private static readonly Read<CustomerId, KnownCustomer> ById = new((db, id) => db.Customers.Where(c => c.Id == id).Select(c => new KnownCustomer(c.State, c.SurvivorId)));

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

    /// <summary>Why nothing can be recorded on a customer whom the request names; null where it can. One query.</summary>
    public static async Task<Error?> RefusalOf(this ICrmDb db, CustomerId id, CancellationToken ct) => await db.First(ById, id, ct) switch
    {
        null or { State: CustomerState.Deleted } => InteractionErrors.CustomerUnknown,
        var known => CustomerStates.Refusal(known.State, known.SurvivorId),
    };

    private sealed record KnownCustomer(CustomerState State, CustomerId? SurvivorId);

    private sealed record PurchaseSummary(Money Total, int Lines);
}
