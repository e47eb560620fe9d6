using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.AfterSale;

namespace Crm.Application.AfterSale;

public sealed record CallOffCheck(AfterSaleCheckId Id) : ICommand<CheckDetails>;

internal sealed class CallOffCheckHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<CallOffCheck, CheckDetails>
{
    public async Task<Result<CheckDetails>> Handle(CallOffCheck command, CancellationToken ct)
    {
        if ((await db.AfterSaleChecks.Load(command.Id, default, ct)).Failed(out var error, out var check))
        {
            return error;
        }
        var (waited, now) = (check.State == CheckState.Scheduled, clock.GetUtcNow());
        if (!check.CallOff(now))
        {
            return AfterSaleErrors.NotScheduled;
        }
        if (waited)
        {
            db.DropAlarm(Alarms.AfterSaleDue, check.Id.Value);
        }
        else
        {
            await db.CloseWork(RecordId.Of(check.Id), done: false, caller, now, ct);
        }
        return CheckDetails.Of(check);
    }
}
