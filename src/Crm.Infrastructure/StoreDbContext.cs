using Crm.Application;
using Crm.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Infrastructure;

/// <summary>What the catalog and the tenant stores have in common: one save that also writes what must go with it.</summary>
public abstract class StoreDbContext(DbContextOptions options) : DbContext(options), IStore
{
    private readonly HashSet<IDomainEvent> published = new(ReferenceEqualityComparer.Instance);
    private readonly List<Func<CancellationToken, Task>> alongside = [];
    private readonly List<Action<SqliteRowWriter>> embedded = [];
    private readonly List<object> appended = [];
    private readonly HashSet<object> logged = new(ReferenceEqualityComparer.Instance);
    private readonly List<ChangedRow> changed = [];

    internal Caller Caller { get; private set; } = null!;
    internal TimeProvider Clock { get; private set; } = TimeProvider.System;
    internal SqliteGroupCommit? GroupCommit { get; private set; }

    internal void Enter(Caller caller, TimeProvider clock, SqliteGroupCommit? groupCommit)
    {
        (Caller, Clock, GroupCommit) = (caller, clock, groupCommit);
    }

    /// <summary>A pooled context keeps its fields: what belongs to this unit of work goes with it.</summary>
    protected virtual void Leave()
    {
        (Caller, GroupCommit) = (null!, null);
        Forget();
    }

    public override void Dispose()
    {
        Leave();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Leave();
        return base.DisposeAsync();
    }

    /// <summary>A statement that is no change of a tracked entity, run in the transaction of the next save, before it.</summary>
    internal void Alongside(Func<CancellationToken, Task> statement) => alongside.Add(statement);

    /// <inheritdoc cref="Alongside(Func{CancellationToken, Task})"/>
    internal void Alongside(PlainStatement statement)
    {
        // In the order in which they were said: what the writer runs by itself comes before all others.
        if (GroupCommit is null || alongside.Count > 0)
        {
            alongside.Add(ct => statement.Run(this, ct));
        }
        else
        {
            Alongside(rows => rows.Run(statement));
        }
    }

    /// <summary>The same for the writer of the embedded store alone, which keeps its statements prepared.</summary>
    internal void Alongside(Action<SqliteRowWriter> statements) => embedded.Add(statements);

    /// <summary>A row that is only ever added. On the embedded store it goes past the change tracker.</summary>
    internal void Append(object row)
    {
        if (GroupCommit is null)
        {
            Add(row);
        }
        else
        {
            appended.Add(row);
        }
    }

    public void Append(IEnumerable<object> rows)
    {
        foreach (var row in rows.Where(logged.Add))
        {
            Append(row);
        }
    }

    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        // Aggregates are added by name, so that nothing need be looked for.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<AggregateRoot>().Select(e => e.Entity).Concat(appended.OfType<AggregateRoot>()).SelectMany(a => a.Events).Where(published.Add)];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Runs one plain statement in a transaction of its own, in turn with the saves, and tells how many rows it changed.</summary>
    internal async Task<int> Run(string statement, object[] arguments, CancellationToken ct)
    {
        var rows = 0;
        await Run(async inner => rows = await Database.ExecuteSqlRawAsync(statement, arguments, inner), ct);
        return rows;
    }

    /// <inheritdoc cref="Run(string, object[], CancellationToken)"/>
    internal async Task Run(Func<CancellationToken, Task> statement, CancellationToken ct)
    {
        Alongside(statement);
        await (GroupCommit is { } gate ? gate.Commit(this, ct) : CommitAlone(ct));
        alongside.Clear();
    }

    public void StartAfresh()
    {
        ChangeTracker.Clear();
        ChangeTracker.AutoDetectChangesEnabled = true;
        Forget();
    }

    private void Forget()
    {
        published.Clear();
        alongside.Clear();
        embedded.Clear();
        appended.Clear();
        logged.Clear();
        changed.Clear();
    }

    public async Task<Result> Save(string command, StoredAnswer? answer, CancellationToken ct)
    {
        // Every change is found here; looking again would find the appended rows a second time.
        ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var known in ChangeTracker.Entries().Where(e => e.State is not EntityState.Added).ToList())
        {
            known.DetectChanges();
        }
        SaveRecords.Add(this, command, [.. appended.OfType<AggregateRoot>()]);
        if (answer is not null)
        {
            Append(answer);
        }
        if (GroupCommit is not null)
        {
            PassTracker();
        }
        try
        {
            await (GroupCommit is { } gate ? gate.Commit(this, ct) : CommitAlone(ct));
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Caller.IsConditional ? Error.Stale : StoreErrors.ConcurrentChange;
        }
        catch (DbUpdateException refused) when (RefusedConstraints.Read(refused, Model) is { } conflict)
        {
            return conflict == StoreErrors.ExternalIdTaken && await OwnerOfExternalId(ct) is { } owner ? conflict.With(owner) : conflict;
        }
    }

    /// <summary>
    /// What a save changes, and then what it adds, goes past the change tracker: a change that comes too late is found first. Where that order may be wrong the tracker puts the statements in
    /// order, and only rows that are only ever added go past it: where something is deleted, a change gives up a unique key, or refers to what is added.
    /// </summary>
    private void PassTracker()
    {
        var pending = ChangeTracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        var added = pending.Where(e => e.State == EntityState.Added).Select(e => e.Metadata).ToHashSet();
        var inOrder = pending.TrueForAll(e => e.State == EntityState.Added || (e.State == EntityState.Modified && ChangedRow.CanComeBefore(added, e)));
        foreach (var entry in pending.Where(e => inOrder || (e.State == EntityState.Added && e.Metadata.IsOnlyAdded())))
        {
            if (entry.State == EntityState.Added)
            {
                appended.Add(entry.Entity);
            }
            else if (ChangedRow.Of(entry) is { IsSame: false } row)
            {
                changed.Add(row);
            }
            entry.State = EntityState.Detached;
        }
    }

    private async Task<string?> OwnerOfExternalId(CancellationToken ct)
    {
        var tracked = ChangeTracker.Entries<ExternalIdEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity);
        foreach (var wanted in tracked.Concat(appended.OfType<ExternalIdEntry>()))
        {
            var owner = await Set<ExternalIdEntry>().AsNoTracking()
                .FirstOrDefaultAsync(e => e.ResourceType == wanted.ResourceType && e.ExternalId == wanted.ExternalId, ct);
            if (owner is not null)
            {
                return TypeId.Write(owner.ResourceType, owner.ResourceId);
            }
        }
        return null;
    }

    public Task<StoredAnswer?> FindAnswer(byte[] keyHash, CancellationToken ct) =>
        Set<StoredAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.KeyHash == keyHash, ct);

    public Task<TAnswer?> First<TArg, TAnswer>(Read<TArg, TAnswer> read, TArg arg, CancellationToken ct) => Compiled(read).First(arg, ct);

    public Task<List<TAnswer>> All<TArg, TAnswer>(Read<TArg, TAnswer> read, TArg arg, CancellationToken ct) => Compiled(read).All(arg, ct);

    private protected abstract ICompiledRead<TArg, TAnswer> Compiled<TArg, TAnswer>(Read<TArg, TAnswer> read);

    /// <summary>Writes through a connection and a transaction that are another's.</summary>
    internal async Task Write(SqliteConnection writer, SqliteRowWriter rows, SqliteTransaction transaction, CancellationToken ct)
    {
        embedded.ForEach(statements => statements(rows));
        if (alongside.Count > 0 || ChangeTracker.HasChanges())
        {
            await WriteChanges(writer, transaction, ct);
        }
        rows.Change(changed);
        rows.Insert(Model, Caller.IsOfTenant ? Caller.Tenant.Number : 0, appended);
    }

    private async Task WriteChanges(SqliteConnection writer, SqliteTransaction transaction, CancellationToken ct)
    {
        var own = (SqliteStoreConnection)this.GetService<IRelationalConnection>();
        own.Lend(writer);
        try
        {
            await Database.UseTransactionAsync(transaction, ct);
            await Write(ct);
        }
        finally
        {
            await Database.UseTransactionAsync(null, CancellationToken.None);
            own.Lend(null);
        }
    }

    /// <summary>What the transaction consists of.</summary>
    private async Task Write(CancellationToken ct)
    {
        foreach (var statement in alongside)
        {
            await statement(ct);
        }
        if (ChangeTracker.HasChanges())
        {
            await SaveChangesAsync(acceptAllChangesOnSuccess: false, ct);
        }
    }

    private async Task CommitAlone(CancellationToken ct)
    {
        if (alongside.Count == 0)
        {
            await SaveChangesAsync(ct);
            return;
        }
        await Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(ct);
            await Write(ct);
            await transaction.CommitAsync(ct);
        });
        ChangeTracker.AcceptAllChanges();
    }
}

public static class StoreErrors
{
    public static readonly Error ConcurrentChange = RaceErrors.ConcurrentChange;

    public static readonly Error ExternalIdTaken = new(ErrorKind.Conflict, "external_id_taken",
        "Another record has this externalId. Work on the record named in conflictingId, or choose another key.");

    public static readonly Error ReferenceUnknown = new(ErrorKind.Invalid, "reference_unknown",
        "The request names a record that does not exist. Check the ids that it refers to.");

    public static readonly Error AlreadyExists = new(ErrorKind.Conflict, "already_exists",
        "There is such a record already.");
}
