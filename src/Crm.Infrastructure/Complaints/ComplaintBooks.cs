using Crm.Application.Complaints;
using Crm.Domain;
using Crm.Domain.Complaints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Infrastructure.Complaints;

/// <summary>
/// Books what every saved complaint counts for, in its own transaction (ADR 28). It is a part of the save itself, so that no way of changing a complaint can forget it. Cells are
/// read and written in turn: the embedded store has one writer, and on SQL Server the saves of one tenant's complaints wait for one another here.
/// </summary>
internal static class ComplaintBooks
{
    public static void Keep(CrmDbContext db, IReadOnlyList<EntityEntry<Complaint>> complaints)
    {
        var changes = new List<FigureChange>();
        foreach (var entry in complaints)
        {
            var (before, now) = (entry.Entity.Booked, entry.Entity.ToBook());
            changes.AddRange(FigureChange.Between(before, now));
            entry.Property(c => c.Booked).CurrentValue = now;
        }
        if (changes.Count > 0)
        {
            db.AskInTurn("figures of complaints", async ct =>
            {
                await Book(db, changes, ct);
                return Result.Done;
            });
        }
    }

    private static async Task Book(CrmDbContext db, List<FigureChange> changes, CancellationToken ct)
    {
        var cells = db.Set<ComplaintCell>();
        // Where the transaction is tried again, its cells are read again.
        foreach (var tried in db.ChangeTracker.Entries<ComplaintCell>().ToList())
        {
            tried.State = EntityState.Detached;
        }
        var sums = changes.GroupBy(c => (c.Dimension, c.Period, Value: ByteKey.Of(c.Value)))
            .ToDictionary(g => g.Key, g => g.Aggregate(new Figures(), (sum, c) => sum.Add(c.Change)));
        var (dimensions, periods, values) = (sums.Keys.Select(k => k.Dimension).Distinct().ToList(), sums.Keys.Select(k => k.Period).Distinct().ToList(), sums.Keys.Select(k => k.Value).Distinct().ToList());
        var found = await cells.AsNoTracking().Where(c => dimensions.Contains(c.Dimension) && periods.Contains(c.Period) && values.Contains(c.Value)).ToListAsync(ct);
        var known = found.ToDictionary(c => (c.Dimension, c.Period, c.Value));
        foreach (var (key, change) in sums.Where(s => !s.Value.IsEmpty))
        {
            var before = known.GetValueOrDefault(key);
            var cell = new ComplaintCell { Dimension = key.Dimension, Period = key.Period, Value = key.Value, Counts = new(Figures.Parse(before?.Counts.Text ?? "").Add(change).ToString()) };
            if (before is null)
            {
                cells.Add(cell);
            }
            else
            {
                var entry = db.Entry(cell);
                entry.Property(Tenancy.Column).CurrentValue = db.Tenant;
                entry.State = EntityState.Unchanged;
                entry.Property(c => c.Counts).IsModified = true;
            }
        }
    }
}
