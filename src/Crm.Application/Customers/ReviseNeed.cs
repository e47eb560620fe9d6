using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record ReviseNeed(CustomerId CustomerId, NeedId Id, Patch<NeedContent> Changes, IfMatch IfMatch) : ICommand<NeedDetails>;

internal sealed class ReviseNeedHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<NeedContent> validator) : ICommandHandler<ReviseNeed, NeedDetails>
{
    public async Task<Result<NeedDetails>> Handle(ReviseNeed command, CancellationToken ct)
    {
        if ((await db.Needs.Load(command.CustomerId, command.Id, command.IfMatch, ct)).Failed(out var error, out var need)
            || command.Changes.ApplyTo(need.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        var (before, dueBefore, now) = (need.Status, need.DueIn(caller), clock.GetUtcNow());
        if (need.Revise(content, now).Failed(out error))
        {
            return error;
        }
        if (need.DueIn(caller) != dueBefore)
        {
            db.DropAlarm(Alarms.NeedComesUp, need.Id.Value);
            db.WaitFor(need, caller, now);
        }
        if (need.WorkId is not null && need.Status == NeedStatus.Open)
        {
            await db.MoveTaskOf(need, dueBefore, caller, now, ct);
        }
        if (need.Status != before)
        {
            if (before == NeedStatus.Open)
            {
                await db.CloseWork(RecordId.Of(need.Id), need.Status == NeedStatus.Met, caller, now, ct);
            }
            db.Tell(caller, need.CustomerId, "need.settled", need.ResourceId, now, new { need.Status });
        }
        return NeedDetails.Of(need);
    }
}
