using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Channels;
using Crm.Domain.Notifications;

namespace Crm.Application.Notifications;

/// <summary>How a feature tells a member of staff that something wants their attention, in the save of its cause.</summary>
internal static class Notifying
{
    /// <summary>Tells somebody, from an instant on: <see cref="DeliveryTime"/>, or now for what is critical.</summary>
    /// <param name="kind">A code in the domain's words, such as <c>clock.at_risk</c>; at most 60 characters.</param>
    public static Notification Notify(
        this ICrmDb db, StaffId to, string kind, RecordId subject, CustomerId? customer, DateTimeOffset now, DateTimeOffset deliverAt)
    {
        var told = Notification.Tell(to, kind, subject, customer, now, deliverAt);
        db.Notifications.Add(told);
        return told;
    }

    /// <summary>Now, where the tenant's default calendar is open or there is none; otherwise when it opens next. One query where there is one.</summary>
    public static async Task<DateTimeOffset> DeliveryTime(this ICrmDb db, OpenTimes times, Caller caller, DateTimeOffset now, CancellationToken ct) =>
        (await db.DefaultOpenTime(times, caller, ct)).NextOpening(now);

    /// <summary>The open time of the tenant's default calendar; all time where there is none.</summary>
    public static async Task<OpenTime> DefaultOpenTime(this ICrmDb db, OpenTimes times, Caller caller, CancellationToken ct) =>
        caller.Tenant.Settings.DefaultCalendarId is { } id && !(await times.OfPresent(db, caller.Tenant.Number, id, ct)).Failed(out _, out var present)
            ? present.OpenTime : OpenTime.Always;

    /// <summary>The first open instant from now on; now where it never opens again.</summary>
    public static DateTimeOffset NextOpening(this OpenTime open, DateTimeOffset now) => Opening.At(now, open) is { Open: false, NextOpenAt: { } at } ? at : now;
}
