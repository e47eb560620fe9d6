using Crm.Domain;
using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

public sealed record RecordNeed(CustomerId CustomerId, NeedContent Content) : ICommand<NeedDetails>;

internal sealed class NeedContentValidator : AbstractValidator<NeedContent>
{
    public NeedContentValidator() => RuleFor(x => x.Text).NotEmpty().MaximumLength(NeedContent.TextMaxLength);
}

internal sealed class RecordNeedHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<NeedContent> validator) : ICommandHandler<RecordNeed, NeedDetails>
{
    public async Task<Result<NeedDetails>> Handle(RecordNeed command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return invalid;
        }
        if (Need.Record(command.CustomerId, command.Content, caller.StaffId, now).Failed(out var error, out var need))
        {
            return error;
        }
        db.OnlyWhileActive(command.CustomerId);
        db.Needs.Add(need);
        db.WaitFor(need, caller, now);
        db.Tell(caller, need.CustomerId, "need.recorded", need.ResourceId, now, new { need.Content.ExpectedOn, need.Content.ExpectedMonth });
        return NeedDetails.Of(need);
    }
}
