using Crm.Domain;
using Crm.Domain.AfterSale;

namespace Crm.Application.AfterSale;

public sealed record CallOffCheck(AfterSaleCheckId Id) : ICommand<CheckDetails>;

internal sealed class CallOffCheckHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<CallOffCheck, CheckDetails>
{
    public async Task<Result<CheckDetails>> Handle(CallOffCheck command, CancellationToken ct)
    {
        if ((await db.AfterSaleChecks.Load(command.Id, default, ct)).Failed(out var error, out var check))
        {
            return error;
        }
        if (!check.CallOff(clock.GetUtcNow()))
        {
            return AfterSaleErrors.NotScheduled;
        }
        db.DropAlarm(Alarms.AfterSaleDue, check.Id.Value);
        return CheckDetails.Of(check);
    }
}
