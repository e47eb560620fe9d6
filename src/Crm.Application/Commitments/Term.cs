using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Commitments;

namespace Crm.Application.Commitments;

/// <summary>A calendar as it stands now, read along with something else.</summary>
internal sealed record PresentCalendar
{
    public required int Version { get; init; }
    public required CalendarContent Content { get; init; }
}

/// <summary>When a promise is to be due: an instant, or so much time of a calendar.</summary>
internal sealed record Term(DateTimeOffset? At, TimeSpan Within, CalendarId? CalendarId, bool IsDefault)
{
    public static Term Of(DateTimeOffset? due, string? within, CalendarId? calendar, Caller caller)
    {
        _ = Durations.TryParse(within, out var target);
        return due is not null ? new(due, default, null, false) : new(null, target, calendar ?? caller.Tenant.Settings.DefaultCalendarId, calendar is null);
    }

    /// <summary>The calendar to read, if any. One that went out of use still reckons where it is the tenant's default.</summary>
    public IQueryable<Calendar> Calendars(ICrmDb db) => db.Calendars.Where(c => c.Id == CalendarId && (IsDefault || c.RetiredAt == null));

    public Result<CommitmentDue> Due(OpenTimes times, Caller caller, PresentCalendar? calendar, DateTimeOffset now)
    {
        if (At is { } at)
        {
            return new CommitmentDue(at.ToUniversalTime());
        }
        if (CalendarId is { } id && calendar is null)
        {
            return CalendarErrors.Unknown.About("/calendarId");
        }
        var openTime = CalendarId is { } known ? times.Keep(caller.Tenant.Number, known, calendar!.Version, calendar.Content) : OpenTime.Always;
        return openTime.Deadline(now, Within).Failed(out var error, out var deadline) ? error.About("/within") : new CommitmentDue(deadline!.Value, CalendarId, calendar?.Version);
    }
}
