using Crm.Domain.Staff;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Infrastructure.Staff;

/// <summary>
/// Keeps what a member of staff has to do, and when they were last given work, true to the work there is, in the transaction that writes it (ADR 45). It is a part of the save itself, so that no
/// way of changing work can forget it; the row's version stands still, since nothing of the record changed.
/// </summary>
internal static class StaffLoads
{
    [Statement(StoreProvider.SqlServer)]
    private const string Change = """
        UPDATE "Staff" SET "Load" = "Load" + @0, "GivenWorkAt" = CASE WHEN "GivenWorkAt" > @1 THEN "GivenWorkAt" ELSE COALESCE(@1, "GivenWorkAt") END
        WHERE "TenantId" = @2 AND "Id" = @3
        """;

    public static void Keep(CrmDbContext db, IReadOnlyList<EntityEntry> pending)
    {
        var changes = new SortedDictionary<StaffId, (int Load, DateTimeOffset? Given)>();
        foreach (var entry in pending.Where(e => e.Entity is WorkItem).Select(e => db.Entry((WorkItem)e.Entity)))
        {
            var item = entry.Entity;
            var (owner, state, priority) = (entry.Property(w => w.OwnerId), entry.Property(w => w.State), entry.Property(w => w.Priority));
            if (entry.State != EntityState.Added && owner.OriginalValue is { } before)
            {
                Note(before, state.OriginalValue == WorkState.Open ? -Assignment.Weight(priority.OriginalValue) : 0, null);
            }
            if (entry.State != EntityState.Deleted && item.OwnerId is { } now)
            {
                Note(now, item.State == WorkState.Open ? Assignment.Weight(item.Priority) : 0, entry.State == EntityState.Added || owner.OriginalValue != now ? item.OwnedSince : null);
            }
        }
        foreach (var employed in pending.Where(e => e is { Entity: StaffMember, State: EntityState.Added }).Select(e => db.Entry((StaffMember)e.Entity)))
        {
            // Their row is written after the statements, with what waited for somebody to come.
            if (changes.Remove(employed.Entity.Id, out var own))
            {
                (employed.Property(s => s.Load).CurrentValue, employed.Property(s => s.GivenWorkAt).CurrentValue) = own;
            }
        }
        foreach (var (id, (load, given)) in changes.Where(c => c.Value is not { Load: 0, Given: null }))
        {
            db.Alongside(PlainStatement.On<StaffMember>(
                db, Change, (nameof(StaffMember.Load), load), (nameof(StaffMember.GivenWorkAt), given), (Tenancy.Column, db.Tenant), (nameof(StaffMember.Id), id)));
        }

        void Note(StaffId id, int load, DateTimeOffset? given)
        {
            var known = changes.GetValueOrDefault(id);
            changes[id] = (known.Load + load, given > known.Given || known.Given is null ? given : known.Given);
        }
    }
}
