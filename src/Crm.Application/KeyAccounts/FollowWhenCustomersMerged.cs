using Crm.Domain.Customers;
using Crm.Domain.KeyAccounts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

/// <summary>One designation stands for a customer, also after two records became one: the survivor's own, else the other's (S4-KEY-1).</summary>
internal sealed class FollowWhenCustomersMerged(ICrmDb db, Caller caller, TimeProvider clock, Designations designations) : IEventHandler<CustomersMerged>
{
    public async Task Handle(CustomersMerged happened, CancellationToken ct)
    {
        var (survivor, loser, now) = (happened.SurvivorId, happened.LoserId, clock.GetUtcNow());
        var standing = await db.KeyAccounts.Where(k => k.EndedAt == null && (k.CustomerId == survivor || k.CustomerId == loser)).ToListAsync(ct);
        foreach (var account in standing.Where(k => k.CustomerId == loser).ToList())
        {
            account.Follow(survivor, standing.Exists(k => k != account && k.CustomerId == survivor), happened.MergeId, caller.StaffId, now);
            if (account.EndedAt is null)
            {
                db.Record(account, caller, now);
            }
            else
            {
                designations.Leave(account);
            }
        }
    }
}

/// <summary>What followed a merge comes back when it is undone.</summary>
internal sealed class ReturnWhenCustomersUnmerged(ICrmDb db, Caller caller, TimeProvider clock, Designations designations) : IEventHandler<CustomersUnmerged>
{
    public async Task Handle(CustomersUnmerged happened, CancellationToken ct)
    {
        var (survivor, merge, now) = (happened.SurvivorId, happened.MergeId.ToString(), clock.GetUtcNow());
        var followed = await db.KeyAccounts.Where(k => k.CustomerId == survivor && db.KeyAccountEvents.Any(e => e.KeyAccountId == k.Id && e.Kind == KeyAccountEventKind.Merged && e.Note == merge)).ToListAsync(ct);
        foreach (var account in followed)
        {
            var had = account.EndedAt is null;
            account.Return(happened.LoserId, happened.MergeId, caller.StaffId, now);
            if (had || account.EndedAt is not null)
            {
                db.Record(account, caller, now);
            }
            else
            {
                designations.Stand(account);
            }
        }
    }
}
