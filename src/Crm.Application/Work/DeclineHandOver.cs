using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Work;
using FluentValidation;

namespace Crm.Application.Work;

/// <summary>That a hand-over is not taken.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record HandOverRefusalBody(string Reason)
{
    public static readonly HandOverRefusalBody Example = new("I am on the telephone until the evening.");
}

public sealed record DeclineHandOver(WorkId Id, HandOverRefusalBody Body) : ICommand<WorkDetails>;

internal sealed class HandOverRefusalBodyValidator : AbstractValidator<HandOverRefusalBody>
{
    public HandOverRefusalBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(WorkItem.ReasonMaxLength);
}

internal sealed class DeclineHandOverValidator : AbstractValidator<DeclineHandOver>
{
    public DeclineHandOverValidator() => RuleFor(x => x.Body).SetValidator(new HandOverRefusalBodyValidator()).OverridePropertyName("");
}

internal sealed class DeclineHandOverHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times) : ICommandHandler<DeclineHandOver, WorkDetails>
{
    public async Task<Result<WorkDetails>> Handle(DeclineHandOver command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if ((await db.LoadForAnswer(command.Id, caller, now, ct)).Failed(out var error, out var item)
            || item.DeclineHandOver(command.Body.Reason, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.Record(item, handOverEnded: true);
        db.TellReturned(item, WorkNotices.HandOverDeclined, now, await db.DeliveryTime(times, caller, now, ct));
        return WorkDetails.Of(item);
    }
}
