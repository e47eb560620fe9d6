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
    private const string OfCell = """WHERE "TenantId" = @0 AND "Dimension" = @1 AND "Period" = @2 AND "Value" = @3""";

    [Statement(StoreProvider.Sqlite)]
    private const string Counts = $"""SELECT "Counts" FROM "ComplaintCells" {OfCell}""";

    [Statement(StoreProvider.Sqlite)]
    private const string Write = $"""UPDATE "ComplaintCells" SET "Counts" = @4 {OfCell}""";

    [Statement(StoreProvider.Sqlite)]
    private const string Open = """INSERT INTO "ComplaintCells" ("TenantId", "Dimension", "Period", "Value", "Counts") VALUES (@0, @1, @2, @3, @4)""";

    public static void Keep(CrmDbContext db, IReadOnlyList<EntityEntry<Complaint>> complaints)
    {
        var changes = new List<FigureChange>();
        foreach (var entry in complaints)
        {
            var (before, now) = (entry.Entity.Booked, entry.Entity.ToBook());
            changes.AddRange(FigureChange.Between(before, now));
            entry.Property(c => c.Booked).CurrentValue = now;
        }
        if (changes.Count == 0)
        {
            return;
        }
        var sums = changes.GroupBy(c => (c.Dimension, c.Period, Value: ByteKey.Of(c.Value)))
            .Select(g => (g.Key, Change: g.Aggregate(new Figures(), (sum, c) => sum.Add(c.Change)))).Where(s => !s.Change.IsEmpty).ToList();
        if (db.GroupCommit is not null)
        {
            db.Alongside(rows => Book(db, rows, sums));
            return;
        }
        db.AskInTurn("figures of complaints", async ct =>
        {
            await Book(db, sums, ct);
            return Result.Done;
        });
    }

    private static void Book(CrmDbContext db, SqliteRowWriter rows, List<((FigureDimension Dimension, int Period, ByteKey Value) Key, Figures Change)> sums)
    {
        var counts = db.Model.FindEntityType(typeof(ComplaintCell))!.FindProperty(nameof(ComplaintCell.Counts))!;
        foreach (var (key, change) in sums)
        {
            (string, object?)[] found = [(Tenancy.Column, db.Tenant), (nameof(ComplaintCell.Dimension), key.Dimension), (nameof(ComplaintCell.Period), key.Period), (nameof(ComplaintCell.Value), key.Value)];
            var before = rows.Ask(PlainStatement.On<ComplaintCell>(db, Counts, found)) as string;
            var now = Figures.Parse(before is null ? "" : ((WrittenFigures)counts.GetTypeMapping().Converter!.ConvertFromProvider(before)!).Text).Add(change);
            rows.Run(PlainStatement.On<ComplaintCell>(db, before is null ? Open : Write, [.. found, (nameof(ComplaintCell.Counts), new WrittenFigures(now.ToString()))]));
        }
    }

    private static async Task Book(CrmDbContext db, List<((FigureDimension Dimension, int Period, ByteKey Value) Key, Figures Change)> sums, CancellationToken ct)
    {
        var cells = db.Set<ComplaintCell>();
        // Where the transaction is tried again, its cells are read again.
        foreach (var tried in db.ChangeTracker.Entries<ComplaintCell>().ToList())
        {
            tried.State = EntityState.Detached;
        }
        var (dimensions, periods, values) = (sums.ConvertAll(s => s.Key.Dimension), sums.ConvertAll(s => s.Key.Period), sums.ConvertAll(s => s.Key.Value));
        var found = await cells.AsNoTracking().Where(c => dimensions.Contains(c.Dimension) && periods.Contains(c.Period) && values.Contains(c.Value)).ToListAsync(ct);
        var known = found.ToDictionary(c => (c.Dimension, c.Period, c.Value));
        foreach (var (key, change) in sums)
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
