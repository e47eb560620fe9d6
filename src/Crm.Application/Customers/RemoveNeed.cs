using Crm.Application.Work;
using Crm.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Customers;

public sealed record RemoveNeed(CustomerId CustomerId, NeedId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RemoveNeedHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<RemoveNeed, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveNeed command, CancellationToken ct)
    {
        var need = await db.Needs.FirstOrDefaultAsync(n => n.Id == command.Id && n.CustomerId == command.CustomerId, ct);
        var (had, now) = (need?.Removed == false ? need.WorkId : null, clock.GetUtcNow());
        if (need.Remove(command.IfMatch, now).Failed(out var error))
        {
            return error;
        }
        db.DropAlarm(Alarms.NeedComesUp, command.Id.Value);
        if (had is not null)
        {
            await db.CloseWork(RecordId.Of(command.Id), done: false, caller, now, ct);
        }
        return new Nothing();
    }
}
