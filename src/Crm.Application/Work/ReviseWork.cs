using Crm.Application.Calendars;
using Crm.Application.Staff;
using Crm.Domain;
using Crm.Domain.Work;
using FluentValidation;

namespace Crm.Application.Work;

public sealed record ReviseWork(WorkId Id, Patch<WorkContent> Changes, IfMatch IfMatch) : ICommand<WorkDetails>;

internal sealed class WorkContentValidator : AbstractValidator<WorkContent>
{
    public WorkContentValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(WorkItem.TitleMaxLength);
        RuleFor(x => x.Note).MaximumLength(WorkItem.NoteMaxLength);
        RuleFor(x => x.Priority).IsInEnum();
        RuleFor(x => x.DueAt).OfCalendars();
        RuleFor(x => x.RequiredSkill).SkillCode();
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class ReviseWorkHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<WorkContent> validator) : ICommandHandler<ReviseWork, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(ReviseWork command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadTask(command.Id, caller, now, ct, command.IfMatch)).Failed(out var error, out var item)
            || command.Changes.ApplyTo(item.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (content.DueAt != item.DueAt && content.DueAt <= now)
        {
            return WorkErrors.DuePast.About("/dueAt");
        }
        if (item.Revise(content with { DueAt = content.DueAt?.ToUniversalTime() }, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        if (item.CustomerId is { } customer)
        {
            db.OnlyWhileActive(customer);
        }
        db.Record(item);
        return WorkDetails.Of(item);
    }
}
