using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Infrastructure;

/// <summary>
/// What must still be true when a save commits, and what another save at the same moment could make untrue. The embedded store has one writer, so
/// asking inside the transaction is enough; on SQL Server the transactions that ask the same question wait for one another.
/// </summary>
internal static class InTurn
{
    [Statement(StoreProvider.SqlServer)]
    private const string WaitForTurn = "EXEC sp_getapplock @Resource = {0}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 10000";

    public static void AskInTurn(this StoreDbContext store, string turn, Func<CancellationToken, Task<Result>> ask) => store.Alongside(async ct =>
    {
        if (!store.Database.IsSqlite())
        {
            await store.Database.ExecuteSqlRawAsync(WaitForTurn, [turn], ct);
        }
        if ((await ask(ct)).Failed(out var error))
        {
            throw new SaveRefusedException(error);
        }
    });
}

/// <summary>A save that is taken back because of what it found in its transaction.</summary>
internal sealed class SaveRefusedException(Error error) : DbUpdateException(error.Title)
{
    public Error Error { get; } = error;
}
