using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record RemoveNeed(CustomerId CustomerId, NeedId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RemoveNeedHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<RemoveNeed, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveNeed command, CancellationToken ct)
    {
        var need = await db.Needs.FirstOrDefaultAsync(n => n.Id == command.Id && n.CustomerId == command.CustomerId, ct);
        return need.Remove(command.IfMatch, clock.GetUtcNow()).Failed(out var error) ? error : new Nothing();
    }
}
