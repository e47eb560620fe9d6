using Crm.Domain;
using Crm.Domain.Causes;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Causes;

public sealed record RetireCause(CauseId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireCauseHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<RetireCause, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireCause command, CancellationToken ct)
    {
        var rows = db.Causes.Where(c => c.Id == command.Id || c.ParentId == command.Id);
        var read = await rows.ToListAsync(ct);
        if (read.Find(c => c.Id == command.Id) is not { } cause)
        {
            return Error.NotFound<Cause>();
        }
        if (cause.RetiredAt is not null)
        {
            return new Nothing();
        }
        if (!command.IfMatch.Allows(cause.Version))
        {
            return Error.Stale;
        }
        db.OnlyWhile(rows, read);
        return cause.Retire(read.Exists(c => c.Id != cause.Id && c.RetiredAt is null), clock.GetUtcNow()).Failed(out var error) ? error : new Nothing();
    }
}
