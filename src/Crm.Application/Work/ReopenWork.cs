using Crm.Domain;
using Crm.Domain.Work;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Work;

/// <summary>That a task is to be done again.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record WorkReopeningBody(string Reason)
{
    public static readonly WorkReopeningBody Example = new("The invoice went to the old address.");
}

public sealed record ReopenWork(WorkId Id, WorkReopeningBody Body) : ICommand<WorkDetails>;

internal sealed class WorkReopeningBodyValidator : AbstractValidator<WorkReopeningBody>
{
    public WorkReopeningBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(WorkItem.ReasonMaxLength);
}

internal sealed class ReopenWorkValidator : AbstractValidator<ReopenWork>
{
    public ReopenWorkValidator() => RuleFor(x => x.Body).SetValidator(new WorkReopeningBodyValidator()).OverridePropertyName("");
}

internal sealed class ReopenWorkHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<ReopenWork, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(ReopenWork command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadTask(command.Id, caller, now, ct)).Failed(out var error, out var item)
            || item.Reopen(command.Body.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        var ownerLeft = item.OwnerId is not { } owner || !await db.Staff.AnyAsync(s => s.Id == owner && s.Active, ct);
        if (ownerLeft && await db.ChooseOwner(caller, item.RequiredSkill, item.Language, [], now, ct) is { } chosen)
        {
            item.Reassign(chosen with { Reasons = [AssignmentReason.OwnerLeft, .. chosen.Reasons] }, now);
        }
        db.Record(item);
        return WorkDetails.Of(item);
    }
}
