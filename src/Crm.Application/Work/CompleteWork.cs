using Crm.Domain;
using Crm.Domain.Work;
using FluentValidation;

namespace Crm.Application.Work;

/// <summary>That a task was done.</summary>
/// <param name="Note">What came of it; at most 1000 characters.</param>
public sealed record WorkCompletionBody(string? Note = null)
{
    public static readonly WorkCompletionBody Example = new("Sent by e-mail at 11:20.");
}

public sealed record CompleteWork(WorkId Id, WorkCompletionBody Body) : ICommand<WorkDetails>;

internal sealed class WorkCompletionBodyValidator : AbstractValidator<WorkCompletionBody>
{
    public WorkCompletionBodyValidator() => RuleFor(x => x.Note).MaximumLength(WorkItem.NoteMaxLength);
}

internal sealed class CompleteWorkValidator : AbstractValidator<CompleteWork>
{
    public CompleteWorkValidator() => RuleFor(x => x.Body).SetValidator(new WorkCompletionBodyValidator()).OverridePropertyName("");
}

internal sealed class CompleteWorkHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<CompleteWork, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(CompleteWork command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadTask(command.Id, caller, now, ct)).Failed(out var error, out var item)
            || db.Close(item, done: true, command.Body.Note, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        return WorkDetails.Of(item);
    }
}
