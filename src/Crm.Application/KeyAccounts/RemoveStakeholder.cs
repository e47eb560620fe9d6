using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.KeyAccounts;

public sealed record RemoveStakeholder(KeyAccountId Id, CustomerId CustomerId) : ICommand<Nothing>, IHandledAgain;

internal sealed class RemoveStakeholderHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<RemoveStakeholder, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveStakeholder command, CancellationToken ct)
    {
        if ((await db.KeyAccounts.Load(command.Id, default, ct)).Failed(out var error, out var account))
        {
            return error;
        }
        // With them go the lines that led to them.
        var touched = await db.Stakeholders.Where(s => s.KeyAccountId == command.Id && (s.CustomerId == command.CustomerId || s.ReportsToId == command.CustomerId)).ToListAsync(ct);
        if (touched.Count > 0)
        {
            foreach (var other in touched)
            {
                other.ReportsToId = other.ReportsToId == command.CustomerId ? null : other.ReportsToId;
            }
            db.Stakeholders.RemoveRange(touched.Where(s => s.CustomerId == command.CustomerId));
            account.Mapped(clock.GetUtcNow());
        }
        return default(Nothing);
    }
}
