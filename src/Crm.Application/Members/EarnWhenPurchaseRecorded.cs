using Crm.Application.Programmes;
using Crm.Domain;
using Crm.Domain.Members;
using Crm.Domain.Programmes;
using Crm.Domain.Purchases;

namespace Crm.Application.Members;

/// <summary>A purchase earns in the transaction in which it is recorded, in every programme that its customer is in. What a programme refuses to give is no reason to refuse a purchase.</summary>
internal sealed class EarnWhenPurchaseRecorded(ICrmDb db, Caller caller, ProgrammesInForce programmes, MemberLedgers ledgers) : IEventHandler<PurchaseRecorded>
{
    private static readonly Read<CustomerId, Member> OfCustomer = new((db, id) => db.Members.Where(m => m.CustomerId == id && m.LeftAt == null));

    public async Task Handle(PurchaseRecorded happened, CancellationToken ct)
    {
        var giving = (await programmes.Of(db, caller.Tenant.Number, ct)).Where(p => !p.Retired && p.Content.Rules!.Any(r => r.Event == EarningEvent.Purchase)).ToList();
        if (giving.Count == 0)
        {
            return;
        }
        var purchase = db.Purchases.Local.First(p => p.Id == happened.PurchaseId);
        var facts = new EarningFacts(
            EarningEvent.Purchase, purchase.PurchasedAt, purchase.Amount, purchase.Currency, purchase.ChannelCode, null, null,
            [.. purchase.Lines.Select(l => new EarningLine(l.Sku, l.Category, l.Amount.Amount))]);
        var members = await db.All(OfCustomer, happened.CustomerId, ct);
        foreach (var member in members.Where(m => giving.Exists(p => p.Id == m.ProgrammeId)))
        {
            await ledgers.Earn(await ledgers.Of(member, ct), new(facts, happened.PurchaseId.ToString(), RecordId.Of(happened.PurchaseId), caller.StaffId), ct);
        }
    }
}
