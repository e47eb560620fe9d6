using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record RemoveFact(CustomerId CustomerId, FactId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RemoveFactHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RemoveFact, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveFact command, CancellationToken ct)
    {
        var fact = await db.Facts.FirstOrDefaultAsync(
            f => f.Id == command.Id && f.CustomerId == command.CustomerId && (f.OnlyFor == null || f.OnlyFor == caller.StaffId), ct);
        return fact.Remove(command.IfMatch, clock.GetUtcNow()).Failed(out var error) ? error : new Nothing();
    }
}
