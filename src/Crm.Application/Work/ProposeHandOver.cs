using Crm.Application.Calendars;
using Crm.Application.Notifications;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Work;
using FluentValidation;

namespace Crm.Application.Work;

/// <summary>A warm hand-over: whom to ask, and what they must know.</summary>
/// <param name="ToId">The active and present member of staff who is asked to take it over.</param>
/// <param name="Note">What the receiver must know, so that the customer need not tell it again; 1 to 1000 characters.</param>
/// <param name="AnswerWithin">How much time there is to answer: an ISO 8601 duration above zero and up to P30D, in the open hours of the tenant's default calendar; PT4H where absent.</param>
public sealed record HandOverBody(StaffId ToId, string Note, string? AnswerWithin = null)
{
    public static readonly HandOverBody Example = new(
        StaffId.Parse("staff_01j00000000000000000000002", null), "She has waited since Monday and was promised a call before noon.", "PT2H");
}

public sealed record ProposeHandOver(WorkId Id, HandOverBody Body) : ICommand<WorkDetails>;

internal sealed class HandOverBodyValidator : AbstractValidator<HandOverBody>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public HandOverBodyValidator()
    {
        RuleFor(x => x.Note).NotEmpty().MaximumLength(WorkItem.NoteMaxLength);
        RuleFor(x => x.AnswerWithin!).Target().When(x => x.AnswerWithin is not null);
        RuleFor(x => x.AnswerWithin).Must(within => !Durations.TryParse(within, out var time) || time <= Longest || time > OpenTime.LongestTarget)
            .Code("answer_too_late", "There are at most 30 open days to answer a hand-over.");
    }
}

internal sealed class ProposeHandOverValidator : AbstractValidator<ProposeHandOver>
{
    public ProposeHandOverValidator() => RuleFor(x => x.Body).SetValidator(new HandOverBodyValidator()).OverridePropertyName("");
}

internal sealed class ProposeHandOverHandler(ICrmDb db, Caller caller, TimeProvider clock, OpenTimes times, ImpartialOwners impartial) : ICommandHandler<ProposeHandOver, WorkDetails>
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(4);

    public async Task<Result<WorkDetails>> Handle(ProposeHandOver command, CancellationToken ct)
    {
        var (body, now) = (command.Body, clock.GetUtcNow());
        if ((await db.LoadWork(command.Id, caller, now, ct)).Failed(out var error, out var loaded))
        {
            return error;
        }
        if (!loaded.MayHandOver(caller))
        {
            return WorkErrors.NotYours;
        }
        var item = loaded.Item;
        if (await impartial.RefusalToMove(item, caller.StaffId, ct) is { } kept)
        {
            return kept;
        }
        if (await db.Receiver(body.ToId, now, ct) is not { } receiver)
        {
            return WorkErrors.ReceiverUnknown;
        }
        if (body.ToId != item.OwnerId && receiver.Refusal() is { } refusal)
        {
            return refusal;
        }
        if (await impartial.RefusalOf(item, body.ToId, ct) is { } partial)
        {
            return partial;
        }
        var open = await db.DefaultOpenTime(times, caller, ct);
        var within = Durations.TryParse(body.AnswerWithin, out var asked) ? asked : Usual;
        if (open.Deadline(now, within).Failed(out error, out var answerBy))
        {
            return error.About("/answerWithin");
        }
        if (item.ProposeHandOver(body.ToId, body.Note, answerBy!.Value, caller.StaffId, now).Failed(out error))
        {
            return error;
        }
        db.SetAlarm(Alarms.HandOverDue, item.Id.Value, answerBy.Value);
        db.Record(item);
        db.Notify(body.ToId, WorkNotices.HandOverProposed, RecordId.Of(item.Id), item.CustomerId, now, open.NextOpening(now));
        return WorkDetails.Of(item);
    }
}
