using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Calendars;

public sealed record GetCalendarVersion(CalendarId Id, int Number) : IQuery<CalendarVersionDetails>;

/// <summary>A calendar as it stood from one change to the next. It never changes, so that a promise can be reckoned again.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="CalendarId">The calendar.</param>
/// <param name="Number">The version's number, which was the calendar's ETag.</param>
/// <param name="Name">What people called the calendar.</param>
/// <param name="TimeZone">IANA name of the zone whose wall clock counted.</param>
/// <param name="Hours">The hours of the week.</param>
/// <param name="Exceptions">The days with other hours.</param>
/// <param name="RetiredAt">When the calendar went out of use, where this version is that of its end.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When it came to stand.</param>
public sealed record CalendarVersionDetails(
    CalendarVersionId Id, CalendarId CalendarId, int Number, string Name, string TimeZone, IReadOnlyList<WeeklyHours> Hours,
    IReadOnlyList<CalendarException> Exceptions, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
{
    public static readonly CalendarVersionDetails Example = Of(
        CalendarVersionRow.Example.Id, CalendarDetails.ExampleId, 1, CalendarContent.Example, null, CalendarVersionRow.Example.By, CalendarDetails.ExampleTime);

    public static readonly Expression<Func<CalendarVersion, CalendarVersionDetails>> Projection = v =>
        Of(v.Id, v.CalendarId, v.Number, v.Content, v.RetiredAt, v.By, v.At);

    private static CalendarVersionDetails Of(
        CalendarVersionId id, CalendarId calendarId, int number, CalendarContent c, DateTimeOffset? retiredAt, StaffId? by, DateTimeOffset at) =>
        new(id, calendarId, number, c.Name, c.TimeZone, c.Hours, c.Exceptions, retiredAt, by, at);
}

internal sealed class GetCalendarVersionHandler(ICrmDb db) : IQueryHandler<GetCalendarVersion, CalendarVersionDetails>
{
    public async Task<Result<CalendarVersionDetails>> Handle(GetCalendarVersion query, CancellationToken ct) =>
        await db.CalendarVersions.Where(v => v.CalendarId == query.Id && v.Number == query.Number).Select(CalendarVersionDetails.Projection).FirstOrDefaultAsync(ct)
            is { } version ? version : await db.NoVersion(query.Id, ct);
}

internal static class CalendarLookUps
{
    /// <summary>Whether it is the calendar that is unknown or only the version.</summary>
    public static async Task<Error> NoVersion(this ICrmDb db, CalendarId id, CancellationToken ct) =>
        await db.Calendars.AnyAsync(c => c.Id == id, ct) ? CalendarErrors.VersionUnknown : Error.NotFound<Calendar>();
}
