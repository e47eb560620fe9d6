using Crm.Application.Programmes;
using Crm.Domain.Customers;
using Crm.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Members;

/// <summary>
/// Where both records of a merged customer are in one programme, their memberships become one in the transaction of the merge; a membership that the survivor does not have simply moves. What
/// was headed by the one is headed by the other.
/// </summary>
internal sealed class JoinMembershipsWhenCustomersMerged(ICrmDb db, Caller caller, TimeProvider clock, ProgrammesInForce programmes, MemberLedgers ledgers) : IEventHandler<CustomersMerged>
{
    public async Task Handle(CustomersMerged happened, CancellationToken ct)
    {
        if ((await programmes.Of(db, caller.Tenant.Number, ct)).Count == 0)
        {
            return;
        }
        var now = clock.GetUtcNow();
        var both = await db.Members.WithOpenLots().Where(m => m.MergedIntoId == null && (m.CustomerId == happened.SurvivorId || m.CustomerId == happened.LoserId)).ToListAsync(ct);
        foreach (var pair in both.GroupBy(m => m.ProgrammeId).Where(g => g.Count() == 2))
        {
            var (survivor, loser) = (pair.Single(m => m.CustomerId == happened.SurvivorId), pair.Single(m => m.CustomerId == happened.LoserId));
            var (own, theirs) = (await ledgers.Of(survivor, ct), await ledgers.Of(loser, ct));
            var (gained, given) = survivor.Absorb(own.Programme, loser, happened.MergeId, own.Rolling, theirs.Rolling, now);
            ledgers.Keep(gained);
            ledgers.Keep(given);
            foreach (var household in await db.Members.Where(m => m.HeadId == loser.Id && m.Id != loser.Id && m.Id != survivor.Id).ToListAsync(ct))
            {
                // Where the survivor is of another household, that one has no room for a second head, and they stay as they are.
                household.Join(survivor, now);
            }
        }
    }
}

/// <summary>An undone merge gives back what is left of the points.</summary>
internal sealed class PartMembershipsWhenCustomersUnmerged(ICrmDb db, TimeProvider clock, MemberLedgers ledgers) : IEventHandler<CustomersUnmerged>
{
    public async Task Handle(CustomersUnmerged happened, CancellationToken ct)
    {
        var (now, key) = (clock.GetUtcNow(), happened.MergeId.ToString());
        var merged = await db.Members.WithOpenLots().Where(m => m.CustomerId == happened.LoserId && m.MergedIntoId != null).ToListAsync(ct);
        var into = merged.ConvertAll(m => m.MergedIntoId!.Value);
        var survivors = into.Count == 0 ? [] : await db.Members.WithOpenLots().Where(m => into.Contains(m.Id)).ToListAsync(ct);
        foreach (var loser in merged)
        {
            var survivor = survivors.Find(m => m.Id == loser.MergedIntoId)!;
            var entries = await db.LedgerEntries.Where(e => e.MemberId == survivor.Id && e.Kind == EntryKind.TransferIn && e.SourceKey.StartsWith(key)).Select(e => e.Number).ToListAsync(ct);
            var (own, theirs) = (await ledgers.Of(survivor, ct), await ledgers.Of(loser, ct));
            var (given, gained) = survivor.GiveUp(own.Programme, loser, entries.ToHashSet(), happened.MergeId, own.Rolling, theirs.Rolling, now);
            ledgers.Keep(given);
            ledgers.Keep(gained);
        }
    }
}
