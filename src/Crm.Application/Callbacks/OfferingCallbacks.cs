using Crm.Application.Clocks;
using Crm.Application.Work;
using Crm.Domain;
using Crm.Domain.Callbacks;
using Crm.Domain.Interactions;
using Crm.Domain.Work;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Callbacks;

/// <summary>What a call that was recorded obliges us to (S2-HOLD-1): a dropped one is called back at once, a hold beyond the limit without consent too.</summary>
public sealed class OfferingCallbacks(ICrmDb db, Caller caller, OpeningCallbacks callbacks, RunningClocks clocks)
{
    /// <summary>Tells of a hold beyond the limit, and opens the callback that a recent call asks for. Two queries where it does, none where it does not.</summary>
    /// <param name="corrected">The wrong interaction that this one stands for: what that one led to is not done again.</param>
    public async Task<Result> After(Interaction call, Interaction? corrected, CancellationToken ct)
    {
        var (limit, now) = (caller.Tenant.Settings.HoldLimit, callbacks.Now());
        call.MeasureHolds(limit, corrected);
        if (CallbackObligation.Of(call, limit) is not { } origin || !CallbackObligation.IsRecent(call, now)
            || (corrected?.CustomerId == call.CustomerId && CallbackObligation.Of(corrected, limit) is not null))
        {
            return Result.Done;
        }
        var staff = db.Staff.Where(s => s.Id == call.StaffId && s.Active);
        var known = await db.Customers.Where(c => c.Id == call.CustomerId).Select(c => new
        {
            c.Profile,
            Owner = staff.Select(s => (StaffId?)s.Id).FirstOrDefault(),
            Manager = staff.Select(s => s.ManagerId).FirstOrDefault(),
        }).AsNoTracking().FirstAsync(ct);
        var owner = known.Owner is { } same ? new Owner(same, known.Manager ?? same, [AssignmentReason.ByName]) : await db.ChooseOwner(caller, null, null, [], now, ct);
        var number = call.Content.Number is { } e164 ? new PhoneNumber(e164) : known.Profile.Phone();
        var window = new CallbackWindow(now, await Until(now, ct), known.Profile.TimeZone ?? caller.Tenant.Settings.TimeZone);
        var terms = new CallbackTerms(
            call.CustomerId, number, window, Reason(origin), origin, origin == CallbackOrigin.DroppedCall ? Priority.Urgent : Priority.Normal, owner?.Id,
            // Of a private contact nobody else is told.
            call.Visibility == Visibility.Private ? null : call.Id);
        return (await callbacks.Open(terms, owner, now, ct)).Failed(out var error, out _) ? error : Result.Done;
    }

    /// <summary>After the tenant's time in which its default calendar is open; of all time where there is none or it does not open for long enough. 14 days at most.</summary>
    private async Task<DateTimeOffset> Until(DateTimeOffset now, CancellationToken ct)
    {
        var (within, calendar, latest) = (caller.Tenant.Settings.CallbackWithin, caller.Tenant.Settings.DefaultCalendarId, now + CallbackWindow.Longest);
        if ((await clocks.PresentVersion(calendar, ct)).Failed(out _, out var version) || (await clocks.OpenTimeOf(calendar, version, ct)).Failed(out _, out var open)
            || open.Deadline(now, within).Failed(out _, out var deadline) || deadline is not { } due)
        {
            return now + within;
        }
        return due < latest ? due : latest;
    }

    private string Reason(CallbackOrigin origin) => (origin, caller.Tenant.Settings.Locale.StartsWith("fa", StringComparison.OrdinalIgnoreCase)) switch
    {
        (CallbackOrigin.DroppedCall, true) => "تماس قطع شد.",
        (CallbackOrigin.DroppedCall, false) => "The call was dropped.",
        (_, true) => "مشتری بدون رضایت خود بیش از حد پشت خط ماند.",
        _ => "The customer was on hold for too long without having agreed.",
    };
}
