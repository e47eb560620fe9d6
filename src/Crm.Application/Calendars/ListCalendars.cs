using System.Linq.Expressions;
using Crm.Domain;
using Crm.Domain.Calendars;

namespace Crm.Application.Calendars;

/// <summary>Which calendars to list.</summary>
public sealed record ListCalendars : ListQuery, IQuery<Page<CalendarRow>>
{
    /// <summary>Only those in use (false) or retired (true); both where absent.</summary>
    public bool? Retired { get; init; }
}

/// <summary>A calendar in a list, without its hours.</summary>
/// <param name="Id">The calendar's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="TimeZone">IANA name of the zone whose wall clock counts.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The number of the present version.</param>
public sealed record CalendarRow(
    CalendarId Id, string Name, string TimeZone, DateTimeOffset? RetiredAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version)
{
    public static readonly CalendarRow Example = new(
        CalendarDetails.ExampleId, "ساعت کاری", "Asia/Tehran", null, CalendarDetails.ExampleTime, CalendarDetails.ExampleTime, 1);

    public static readonly Expression<Func<Calendar, CalendarRow>> Projection = c =>
        Of(c.Id, c.Content, c.RetiredAt, c.CreatedAt, c.UpdatedAt, c.Version);

    private static CalendarRow Of(CalendarId id, CalendarContent c, DateTimeOffset? retiredAt, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version) =>
        new(id, c.Name, c.TimeZone, retiredAt, createdAt, updatedAt, version);
}

internal sealed class ListCalendarsHandler(ICrmDb db) : IQueryHandler<ListCalendars, Page<CalendarRow>>
{
    private static readonly Order<Calendar, CalendarRow>[] Orders = [Order<Calendar, CalendarRow>.ByCreation(r => r.Id)];

    public Task<Result<Page<CalendarRow>>> Handle(ListCalendars query, CancellationToken ct) =>
        (query.Retired is { } retired ? db.Calendars.Where(c => c.RetiredAt != null == retired) : db.Calendars)
            .ToPage(query, Orders, CalendarRow.Projection, ct);
}
