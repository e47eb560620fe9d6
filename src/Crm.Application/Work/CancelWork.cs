using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Work;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>That a task is not to be done any more.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record WorkCancellationBody(string Reason)
{
    public static readonly WorkCancellationBody Example = new("The customer has found the invoice.");
}

public sealed record CancelWork(WorkId Id, WorkCancellationBody Body) : ICommand<WorkDetails>;

internal sealed class WorkCancellationBodyValidator : AbstractValidator<WorkCancellationBody>
{
    public WorkCancellationBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(WorkItem.ReasonMaxLength);
}

internal sealed class CancelWorkValidator : AbstractValidator<CancelWork>
{
    public CancelWorkValidator() => RuleFor(x => x.Body).SetValidator(new WorkCancellationBodyValidator()).OverridePropertyName("");
}

internal sealed class CancelWorkHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<CancelWork, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(CancelWork command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadWork(command.Id, caller, now, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        var item = loaded.Item;
        if (!loaded.MayAct(caller))
        {
            return WorkErrors.NotYours;
        }
        if (item.DrivenBy is { } subject && !await IsOfErasedCustomer(item, ct))
        {
            return WorkErrors.DrivenByRecord.With(subject.ToString());
        }
        return db.Close(item, done: false, command.Body.Reason, caller.StaffId, now).Failed(out error) ? error : WorkDetails.Of(item);
    }

    /// <summary>Nothing can be recorded on the record of an erased customer any more, so it closes its work no more either.</summary>
    private async Task<bool> IsOfErasedCustomer(WorkItem item, CancellationToken ct) =>
        item.CustomerId is { } customer && await db.Customers.AnyAsync(c => c.Id == customer && c.State == CustomerState.Erased, ct);
}
