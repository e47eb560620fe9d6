namespace Crm.Domain.Purchases;

public static class PurchaseErrors
{
    public static readonly Error IsFixed = new(ErrorKind.Conflict, "purchase.is_fixed",
        "A recorded purchase does not change. Record what comes back of it as a return, and what was bought besides as another purchase.");

    public static readonly Error ReturnAbovePurchase = new(ErrorKind.Conflict, "purchase.return_above_purchase",
        "More would come back than is left of the purchase. detail says how much is left.");

    public static readonly Error ReturnedWhole = new(ErrorKind.Conflict, "purchase.returned_whole",
        "Everything of this purchase has come back already.");

    public static readonly Error ReturnKnown = new(ErrorKind.Conflict, "purchase.return_known",
        "A return of this purchase with this externalId is recorded already.");

    public static readonly Error TooManyReturns = new(ErrorKind.Conflict, "purchase.too_many_returns",
        "A purchase has at most 100 returns. Return the rest at once.");

    internal static FieldError InFuture(string pointer) => new(pointer, "event_in_future", "This lies in the future. Send what has happened.");
}
