namespace Crm.Domain.Purchases;

[EventType("purchase.recorded", 1, "A customer bought something. Amounts are in the currency's minor unit.")]
public sealed record PurchaseRecorded(PurchaseId PurchaseId, CustomerId CustomerId, DateTimeOffset PurchasedAt, long Amount, string CurrencyCode) : IDomainEvent;

[EventType("purchase.returned", 1, "Something of a purchase came back; returned is all that has come back so far.")]
public sealed record PurchaseReturned(
    PurchaseId PurchaseId, CustomerId CustomerId, int Number, DateTimeOffset ReturnedAt, long Amount, long Returned, string CurrencyCode) : IDomainEvent;
