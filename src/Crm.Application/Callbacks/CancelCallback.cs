using Crm.Application.Clocks;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Policies;
using FluentValidation;

namespace Crm.Application.Callbacks;

/// <summary>That a callback is not to be made any more.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
public sealed record CallbackCancellationBody(string Reason)
{
    public static readonly CallbackCancellationBody Example = new("The customer has called again and has the answer.");
}

public sealed record CancelCallback(CallbackId Id, string Reason) : ICommand<CallbackDetails>;

internal sealed class CallbackCancellationBodyValidator : AbstractValidator<CallbackCancellationBody>
{
    public CallbackCancellationBodyValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Callback.ReasonMaxLength);
}

internal sealed class CancelCallbackValidator : AbstractValidator<CancelCallback>
{
    public CancelCallbackValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(Callback.ReasonMaxLength);
}

internal sealed class CancelCallbackHandler(ICrmDb db, Caller caller, RunningClocks clocks, OpeningCallbacks callbacks) : ICommandHandler<CancelCallback, CallbackDetails>
{
    public async Task<Result<CallbackDetails>> Handle(CancelCallback command, CancellationToken ct)
    {
        var now = callbacks.Now();
        if ((await db.LoadCallback(command.Id, ct)).Failed(out var error, out var found)
            || found.Callback.Cancel(command.Reason, caller.StaffId, now).Failed(out error)
            || (await clocks.Of(RecordId.Of(command.Id), ct)).Failed(out error, out var running))
        {
            return error;
        }
        running.Cancel(Metric.Callback);
        await db.CloseWork(RecordId.Of(command.Id), done: false, caller, now, ct);
        db.OnlyWhileActive(found.Callback.CustomerId);
        db.Record(found.Callback, caller, now);
        return CallbackDetails.Of(found.Callback, found.Attempts);
    }
}
