using Crm.Application;
using Crm.Application.Calendars;
using Crm.Domain;
using Crm.Domain.Calendars;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.Calendars;

/// <summary>When the tenant works, and what that makes of a promise.</summary>
internal static class CalendarEndpoints
{
    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        var calendars = app.MapGroup("/v1/calendars").WithTags("Calendars");
        calendars.MapPost("", EstablishCalendar).Operation<CalendarDetails>(Permission.CalendarsWrite, 201, CalendarErrors.NeverOpens);
        calendars.MapGet("", ListCalendars).Operation<Page<CalendarRow>>(Permission.CalendarsRead, 200, ListErrors.CursorInvalid);
        calendars.MapGet("{id}", GetCalendar).Operation<CalendarDetails>(Permission.CalendarsRead, 200);
        calendars.MapPatch("{id}", ReviseCalendar).Operation<CalendarDetails>(Permission.CalendarsWrite, 200, CalendarErrors.NeverOpens, CalendarErrors.Retired);
        calendars.MapDelete("{id}", RetireCalendar).Operation(Permission.CalendarsWrite, CalendarErrors.IsDefault);
        calendars.MapGet("{id}/versions", ListCalendarVersions).Operation<Page<CalendarVersionRow>>(Permission.CalendarsRead, 200, ListErrors.CursorInvalid);
        calendars.MapGet("{id}/versions/{number}", GetCalendarVersion).Operation<CalendarVersionDetails>(Permission.CalendarsRead, 200, CalendarErrors.VersionUnknown);
        calendars.MapPost("{id}/holidays", ImportHolidays).Operation<ImportDetails>(Permission.CalendarsWrite, 200,
            CalendarErrors.FeedMalformed, CalendarErrors.FeedUnsupported, CalendarErrors.FeedEmpty, CalendarErrors.TooManyExceptions, CalendarErrors.Retired);
        calendars.MapPost("{id}/deadline", FindDeadline).Operation<DeadlineDetails>(Permission.CalendarsRead, 200, CalendarErrors.NeverOpens, CalendarErrors.VersionUnknown);
        calendars.MapPost("{id}/measure", MeasureOpenTime).Operation<MeasureDetails>(Permission.CalendarsRead, 200, CalendarErrors.VersionUnknown);
    }

    /// <summary>Establishes a calendar</summary>
    /// <remarks>
    /// From hours of its own or from a preset: alwaysOpen, iran (Saturday to Wednesday 08:30 to 13:00 and 14:00 to 17:00, Thursday 08:30 to 12:30, and
    /// the official holidays of the solar year), mondayToFriday (09:00 to 17:00). Hours are on the wall clock of the zone, from a time up to another
    /// one; hours over midnight are given as two. Where clocks go forward, what does not exist snaps to the change; where they go back, an ambiguous
    /// begin is the first and an ambiguous end the second of the two (S4-CULT-1). It must open at some time.
    /// </remarks>
    private static Task<IResult> EstablishCalendar(EstablishCalendar calendar, Dispatcher send, CancellationToken ct) =>
        send.Send(calendar, ct).Created(c => $"/v1/calendars/{c.Id}");

    /// <summary>Lists the calendars</summary>
    /// <remarks>Newest first, without their hours; retired ones included unless retired=false.</remarks>
    private static Task<IResult> ListCalendars([AsParameters] ListCalendars query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a calendar</summary>
    /// <remarks>Its present version, also after it went out of use.</remarks>
    /// <param name="id">The calendar.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCalendar(CalendarId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetCalendar(id), ct).Ok();

    /// <summary>Revises a calendar</summary>
    /// <remarks>Changes the given members and leaves the others; lists are replaced whole. Every change makes a new version; promises that were made under an older one keep it (S4-POLICY-1).</remarks>
    /// <param name="id">The calendar.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> ReviseCalendar(
        CalendarId id, Patch<CalendarContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReviseCalendar(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a calendar</summary>
    /// <remarks>It does not change any more and cannot become the default. Its versions stay, and promises that rest on them. Refused while it is the tenant's default.</remarks>
    /// <param name="id">The calendar.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetireCalendar(CalendarId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetireCalendar(id, ifMatch), ct).NoContent();

    /// <summary>Lists the versions of a calendar</summary>
    /// <remarks>Newest first, without their hours. None is ever changed or removed.</remarks>
    private static Task<IResult> ListCalendarVersions([AsParameters] ListCalendarVersions query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a version of a calendar</summary>
    /// <remarks>The calendar as it stood when its ETag was this number.</remarks>
    /// <param name="id">The calendar.</param>
    /// <param name="number">The number of the version.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetCalendarVersion(CalendarId id, int number, string? fields, Dispatcher send, CancellationToken ct) =>
        send.Send(new GetCalendarVersion(id, number), ct).Ok();

    /// <summary>Imports holidays</summary>
    /// <remarks>
    /// Every day of the feed that is no exception yet becomes one on which the calendar is closed; that makes one new version, or none where there is
    /// nothing to add. Read are whole days (VALUE=DATE) with DTEND or DURATION, once or RRULE:FREQ=YEARLY; cancelled events are left out; anything else
    /// is refused with its line, and then nothing is imported.
    /// </remarks>
    /// <param name="id">The calendar.</param>
    private static Task<IResult> ImportHolidays(CalendarId id, ImportHolidaysBody feed, Dispatcher send, CancellationToken ct) =>
        send.Send(new ImportHolidays(id, feed.Content), ct).Ok();

    /// <summary>Finds a deadline</summary>
    /// <remarks>
    /// What would be due when, and the open time that says so; nothing is stored. The deadline is the first instant at which as much open and unpaused
    /// time has passed as the target says. A pause outside open hours changes nothing (S3-SPEED-1).
    /// </remarks>
    /// <param name="id">The calendar.</param>
    private static Task<IResult> FindDeadline(CalendarId id, FindDeadlineBody question, Dispatcher send, CancellationToken ct) =>
        send.Send(new FindDeadline(id, question.Start, question.Target, question.Pauses, question.CalendarVersion), ct).Ok();

    /// <summary>Measures open time</summary>
    /// <remarks>How much of the time between two instants counts, and which; nothing is stored. What is measured up to a deadline is its target.</remarks>
    /// <param name="id">The calendar.</param>
    private static Task<IResult> MeasureOpenTime(CalendarId id, MeasureOpenTimeBody question, Dispatcher send, CancellationToken ct) =>
        send.Send(new MeasureOpenTime(id, question.From, question.To, question.Pauses, question.CalendarVersion), ct).Ok();
}
