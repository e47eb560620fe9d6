using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Calendars;

/// <summary>Whose versions to list.</summary>
public sealed record ListCalendarVersions : ListQuery, IQuery<Page<CalendarVersionRow>>
{
    /// <summary>The calendar.</summary>
    public CalendarId Id { get; init; }
}

/// <summary>A version of a calendar in a list, without its hours.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="Number">Its number, which was the calendar's ETag.</param>
/// <param name="Name">What people called the calendar.</param>
/// <param name="TimeZone">IANA name of the zone whose wall clock counted.</param>
/// <param name="RetiredAt">When the calendar went out of use, where this version is that of its end.</param>
/// <param name="By">The member of staff who made the change.</param>
/// <param name="At">When it came to stand.</param>
public sealed record CalendarVersionRow(CalendarVersionId Id, int Number, string Name, string TimeZone, DateTimeOffset? RetiredAt, StaffId? By, DateTimeOffset At)
{
    public static readonly CalendarVersionRow Example = new(
        CalendarVersionId.Parse("calendar_version_01j00000000000000000000000", null), 1, "ساعت کاری", "Asia/Tehran", null,
        StaffId.Parse("staff_01j00000000000000000000000", null), CalendarDetails.ExampleTime);

    public static readonly Expression<Func<CalendarVersion, CalendarVersionRow>> Projection = v => Of(v.Id, v.Number, v.Content, v.RetiredAt, v.By, v.At);

    private static CalendarVersionRow Of(CalendarVersionId id, int number, CalendarContent content, DateTimeOffset? retiredAt, StaffId? by, DateTimeOffset at) =>
        new(id, number, content.Name, content.TimeZone, retiredAt, by, at);
}

internal sealed class ListCalendarVersionsHandler(ICrmDb db) : IQueryHandler<ListCalendarVersions, Page<CalendarVersionRow>>
{
    private static readonly Order<CalendarVersion, CalendarVersionRow>[] Orders = [Order<CalendarVersion, CalendarVersionRow>.ByCreation(r => r.Id)];

    public async Task<Result<Page<CalendarVersionRow>>> Handle(ListCalendarVersions query, CancellationToken ct)
    {
        var list = await db.CalendarVersions.Where(v => v.CalendarId == query.Id).ToPage(query, Orders, CalendarVersionRow.Projection, ct);
        // Every calendar has a first version: an empty page is one of none, or lies behind the last.
        return list.Failed(out var error, out var page) ? error
            : page.Data.Count > 0 || await db.Calendars.AnyAsync(c => c.Id == query.Id, ct) ? page
            : Error.NotFound<Calendar>();
    }
}
