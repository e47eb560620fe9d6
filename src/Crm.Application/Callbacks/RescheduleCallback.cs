using Crm.Application.Clocks;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Policies;
using FluentValidation;

namespace Crm.Application.Callbacks;

/// <summary>Another window, on which the customer agrees.</summary>
/// <param name="Reason">Why there is another one; 1 to 500 characters.</param>
/// <param name="CustomerAgreed">That the customer agreed; true, since without consent there is no other window.</param>
/// <param name="From">From when on to call; now where absent.</param>
/// <param name="To">Until when to call: after from, in the future, within 60 days and at most 14 days after from. Give this or within.</param>
/// <param name="Within">How much time there is from now on in place of from and to: an ISO 8601 duration above zero and up to P14D, as in PT4H, of all time.</param>
/// <param name="TimeZone">IANA time zone in which the customer reads the window; that of the window before where absent.</param>
/// <param name="Number">Another number to call, in any spelling and script; the same as before where absent. At most 50 characters.</param>
public sealed record CallbackWindowBody(
    string Reason, bool CustomerAgreed, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Within = null, string? TimeZone = null, string? Number = null)
{
    public static readonly CallbackWindowBody Example = new("She is in a meeting until four.", true, Within: "PT8H");
}

public sealed record RescheduleCallback(CallbackId Id, CallbackWindowBody Body) : ICommand<CallbackDetails>;

internal sealed class CallbackWindowBodyValidator : AbstractValidator<CallbackWindowBody>
{
    public CallbackWindowBodyValidator()
    {
        RuleFor(x => x.Reason).NotEmpty().MaximumLength(Callback.ReasonMaxLength);
        RuleFor(x => x.CustomerAgreed).Equal(true).Code("customer_not_agreed", "Another time needs the customer's consent.");
        this.Window(x => x.From, x => x.To, x => x.To, x => x.Within!);
        RuleFor(x => x.TimeZone).IanaTimeZone();
        RuleFor(x => x.Number).MaximumLength(Callback.NumberMaxLength);
    }
}

internal sealed class RescheduleCallbackValidator : AbstractValidator<RescheduleCallback>
{
    public RescheduleCallbackValidator() => RuleFor(x => x.Body).SetValidator(new CallbackWindowBodyValidator()).OverridePropertyName("");
}

internal sealed class RescheduleCallbackHandler(ICrmDb db, Caller caller, RunningClocks clocks, OpeningCallbacks callbacks) : ICommandHandler<RescheduleCallback, CallbackDetails>
{
    public async Task<Result<CallbackDetails>> Handle(RescheduleCallback command, CancellationToken ct)
    {
        var (body, now) = (command.Body, callbacks.Now());
        if (TelephoneNumbers.Read(body.Number, caller).Failed(out var error, out var number) || (await db.LoadCallback(command.Id, ct)).Failed(out error, out var found))
        {
            return error;
        }
        var (callback, attempts) = found;
        var window = WindowAsked.Of(body.From, body.To, body.Within, body.TimeZone ?? callback.TimeZone, now);
        if (callback.Reschedule(window, number, body.Reason, caller.StaffId, now).Failed(out error)
            || (await clocks.Of(RecordId.Of(callback.Id), ct)).Failed(out error, out var running))
        {
            return error;
        }
        running.Cancel(Metric.Callback);
        if ((await callbacks.StartClock(callback, now, ct)).Failed(out error))
        {
            return error;
        }
        await db.MoveWork(RecordId.Of(callback.Id), callback.WindowTo, caller, now, ct);
        db.OnlyWhileActive(callback.CustomerId);
        db.Record(callback, caller, now);
        return CallbackDetails.Of(callback, attempts);
    }
}
