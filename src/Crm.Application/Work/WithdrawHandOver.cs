using Crm.Domain;
using Crm.Domain.Work;

namespace Crm.Application.Work;

public sealed record WithdrawHandOver(WorkId Id) : ICommand<WorkDetails>;

internal sealed class WithdrawHandOverHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<WithdrawHandOver, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(WithdrawHandOver command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadWork(command.Id, caller, now, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        if (!loaded.MayHandOver(caller))
        {
            return WorkErrors.NotYours;
        }
        if (loaded.Item.WithdrawHandOver(caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.Record(loaded.Item, handOverEnded: true);
        return WorkDetails.Of(loaded.Item);
    }
}
