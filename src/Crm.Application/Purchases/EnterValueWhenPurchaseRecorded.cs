using Crm.Application.ValueEntries;
using Crm.Domain;
using Crm.Domain.Purchases;
using Crm.Domain.ValueEntries;

namespace Crm.Application.Purchases;

/// <summary>What a purchase was worth to both sides (S4-MUTUAL-1), in the transaction in which it is recorded: revenue and margin to the company, the discount to the customer.</summary>
internal sealed class EnterValueWhenPurchaseRecorded(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<PurchaseRecorded>
{
    public Task Handle(PurchaseRecorded happened, CancellationToken ct)
    {
        var purchase = db.Purchases.Local.First(p => p.Id == happened.PurchaseId);
        db.EnterValue(purchase, purchase.PurchasedAt, purchase.Amount, purchase.MarginAmount, purchase.DiscountAmount, "", caller, clock.GetUtcNow());
        return Task.CompletedTask;
    }
}

/// <summary>What comes back takes its value with it, on the day on which it came back.</summary>
internal sealed class EnterValueWhenPurchaseReturned(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<PurchaseReturned>
{
    public Task Handle(PurchaseReturned happened, CancellationToken ct)
    {
        var purchase = db.Purchases.Local.First(p => p.Id == happened.PurchaseId);
        var returned = purchase.Returns.First(r => r.Number == happened.Number);
        var discount = purchase.DiscountOf(happened.Returned) - purchase.DiscountOf(happened.Returned - happened.Amount);
        db.EnterValue(purchase, returned.ReturnedAt, -returned.Amount, -returned.MarginAmount, -discount, $":{returned.Number}", caller, clock.GetUtcNow());
        return Task.CompletedTask;
    }
}

internal static class PurchaseValue
{
    public static void EnterValue(
        this ICrmDb db, Purchase purchase, DateTimeOffset at, long revenue, long? margin, long discount, string part, Caller caller, DateTimeOffset now)
    {
        var (day, source) = (caller.DayOf(at), RecordId.Of(purchase.Id));
        foreach (var (kind, amount) in new[] { (ValueKind.Revenue, revenue), (ValueKind.Margin, margin ?? 0), (ValueKind.Discount, discount) })
        {
            // What was checked as a purchase is no reason to refuse one.
            _ = db.Enter(purchase.CustomerId, kind, new Money(amount, purchase.Currency), day, source, kind.ToString().ToLowerInvariant() + part, caller, now);
        }
    }
}
