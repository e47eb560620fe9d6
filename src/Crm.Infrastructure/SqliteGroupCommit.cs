using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Crm.Infrastructure;

/// <summary>
/// The one writer of an embedded store. Saves that arrive while a commit is under way share the next one: each is a savepoint of one
/// transaction and is answered after its COMMIT. A save that is refused takes only its own savepoint back.
/// </summary>
internal sealed class SqliteGroupCommit : IAsyncDisposable
{
    private const int MostPerCommit = 64;

    private readonly Channel<Turn> waiting = Channel.CreateUnbounded<Turn>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection writer;
    private readonly SqliteRowWriter rows;
    private readonly Task loop;

    public SqliteGroupCommit(string connectionString)
    {
        writer = new SqliteRetainingConnection(connectionString);
        rows = new SqliteRowWriter(writer);
        loop = Task.Run(Run);
    }

    public async Task Commit(StoreDbContext context, CancellationToken ct)
    {
        var turn = new Turn(context, ct);
        if (!waiting.Writer.TryWrite(turn))
        {
            throw new InvalidOperationException("The store is shutting down.");
        }
        await turn.Answered.Task;
        context.ChangeTracker.AcceptAllChanges();
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
        rows.Dispose();
        await writer.DisposeAsync();
    }

    private async Task Run()
    {
        var turns = new List<Turn>(MostPerCommit);
        while (await waiting.Reader.WaitToReadAsync())
        {
            turns.Clear();
            while (turns.Count < MostPerCommit && waiting.Reader.TryRead(out var turn))
            {
                turns.Add(turn);
            }
            try
            {
                await CommitTogether(turns);
            }
            catch (Exception failure) // the store itself failed: everybody in this commit is told, and the next one is tried afresh
            {
                turns.ForEach(t => t.Answered.TrySetException(failure));
                rows.Forget();
                await writer.CloseAsync();
            }
        }
    }

    private async Task CommitTogether(List<Turn> turns)
    {
        if (writer.State != System.Data.ConnectionState.Open)
        {
            await writer.OpenAsync();
            SqlitePragmas.ApplyToWriter(writer);
        }
        await using var transaction = writer.BeginTransaction();
        foreach (var turn in turns)
        {
            await transaction.SaveAsync("turn");
            try
            {
                await turn.Context.Write(writer, rows, transaction, turn.Cancelled);
                await transaction.ReleaseAsync("turn");
            }
            catch (Exception refused)
            {
                await transaction.RollbackAsync("turn");
                await transaction.ReleaseAsync("turn");
                turn.Refused = refused;
            }
        }
        await transaction.CommitAsync();
        foreach (var turn in turns)
        {
            if (turn.Refused is { } refused)
            {
                turn.Answered.TrySetException(refused);
            }
            else
            {
                turn.Answered.TrySetResult();
            }
        }
    }

    private sealed class Turn(StoreDbContext context, CancellationToken cancelled)
    {
        public StoreDbContext Context { get; } = context;
        public CancellationToken Cancelled { get; } = cancelled;
        public Exception? Refused { get; set; }
        public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

internal static class SqlitePragmas
{
    [Statement(StoreProvider.Sqlite)]
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY;";

    /// <summary>SQLITE_DBCONFIG_ENABLE_QPSG.</summary>
    private const int StablePlans = 1007;

    [Statement(StoreProvider.Sqlite)]
    private const string WriterPragmas = "PRAGMA cache_size=-32768;";

    /// <summary>Durable to a power cut, with one writer and readers that never wait.</summary>
    public static void Apply(SqliteConnection connection)
    {
        Run(connection, Pragmas);
        // Else every new value of a range has its statement planned again, which costs more than the seek.
        SQLitePCL.raw.sqlite3_db_config(connection.Handle, StablePlans, 1, out _);
    }

    /// <summary>Every save touches a page of every index, so the writer remembers more of them than a reader.</summary>
    public static void ApplyToWriter(SqliteConnection connection)
    {
        Apply(connection);
        Run(connection, WriterPragmas);
    }

    private static void Run(SqliteConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}
