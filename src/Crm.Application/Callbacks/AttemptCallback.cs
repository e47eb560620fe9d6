using Crm.Application.Clocks;
using Crm.Application.Interactions;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Commitments;
using Crm.Domain.Policies;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

/// <summary>One attempt to call.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What is to be remembered of it; at most 1000 characters.</param>
/// <param name="InteractionId">The contact with this customer that it was.</param>
public sealed record AttemptBody(AttemptOutcome Outcome, string? Note = null, InteractionId? InteractionId = null)
{
    public static readonly AttemptBody Example = new(AttemptOutcome.NoAnswer, "Rang for a minute.");
}

public sealed record AttemptCallback(CallbackId Id, AttemptBody Body) : ICommand<CallbackDetails>;

internal sealed class AttemptBodyValidator : AbstractValidator<AttemptBody>
{
    public AttemptBodyValidator()
    {
        RuleFor(x => x.Outcome).IsInEnum();
        RuleFor(x => x.Note).MaximumLength(Callback.NoteMaxLength);
    }
}

internal sealed class AttemptCallbackValidator : AbstractValidator<AttemptCallback>
{
    public AttemptCallbackValidator() => RuleFor(x => x.Body).SetValidator(new AttemptBodyValidator()).OverridePropertyName("");
}

internal sealed class AttemptCallbackHandler(ICrmDb db, Caller caller, RunningClocks clocks, OpeningCallbacks callbacks) : ICommandHandler<AttemptCallback, CallbackDetails>
{
    public async Task<Result<CallbackDetails>> Handle(AttemptCallback command, CancellationToken ct)
    {
        var (body, now) = (command.Body, callbacks.Now());
        if ((await db.LoadCallback(command.Id, ct)).Failed(out var error, out var found))
        {
            return error;
        }
        var (callback, earlier) = found;
        if (body.InteractionId is { } interaction
            && !await db.Interactions.SeenBy(caller).AnyAsync(i => i.Id == interaction && i.CustomerId == callback.CustomerId, ct))
        {
            return CommitmentErrors.InteractionUnknown;
        }
        if (callback.Attempt(body.Outcome, body.Note, body.InteractionId, caller.StaffId, now).Failed(out error)
            || (await clocks.Of(RecordId.Of(callback.Id), ct)).Failed(out error, out var running))
        {
            return error;
        }
        if (callback.HasCalled)
        {
            running.Fulfil(Metric.Callback);
        }
        if (callback.HasEnded)
        {
            await db.CloseWork(RecordId.Of(callback.Id), done: true, caller, now, ct);
        }
        db.OnlyWhileActive(callback.CustomerId);
        db.Record(callback, caller, now);
        return CallbackDetails.Of(callback, earlier);
    }
}
