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
        var (before, now) = (need.Status, clock.GetUtcNow());
        if (need.Revise(content, now).Failed(out error))
        {
            return error;
        }
        if (need.Status != before)
        {
            db.Tell(caller, need.CustomerId, "need.settled", need.ResourceId, now, new { need.Status });
        }
        return NeedDetails.Of(need);
    }
}
