using Crm.Application.ValueEntries;
using Crm.Domain;
using Crm.Domain.Commitments;
using Crm.Domain.ValueEntries;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Complaints;

/// <summary>A remedy of money counts as value to the customer from the day on which it was provided, not promised (S4-MUTUAL-1). Points count when they are redeemed.</summary>
internal sealed class EnterValueWhenCommitmentKept(ICrmDb db, Caller caller, TimeProvider clock) : IEventHandler<CommitmentKept>
{
    public async Task Handle(CommitmentKept happened, CancellationToken ct)
    {
        if (db.Commitments.Local.FirstOrDefault(c => c.Id == happened.CommitmentId)?.ComplaintId is not { } complaint)
        {
            return;
        }
        var remedy = await db.ComplaintRemedies.AsNoTracking().Where(r => r.ComplaintId == complaint && r.CommitmentId == happened.CommitmentId)
            .Select(r => new { r.Number, r.Amount, r.Currency }).FirstOrDefaultAsync(ct);
        if (remedy is { Amount: { } amount, Currency: { } currency })
        {
            // What is refused is more than the ledger of value takes, and no reason to refuse that a promise was kept.
            _ = db.Enter(
                happened.CustomerId, ValueKind.Remedy, new Money(amount, currency), caller.Today(clock), RecordId.Of(complaint), $"remedy:{remedy.Number}", caller, clock.GetUtcNow());
        }
    }
}
