using System.Linq.Expressions;
using Crm.Domain.Calendars;

namespace Crm.Application.Calendars;

/// <summary>When the tenant works: a week on the wall clock of a zone, and the days that are exceptions.</summary>
/// <param name="Id">The calendar's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="TimeZone">IANA name of the zone whose wall clock counts.</param>
/// <param name="Hours">The hours of the week. A day without any is closed.</param>
/// <param name="Exceptions">The days with other hours.</param>
/// <param name="RetiredAt">When it went out of use; null while it is in use.</param>
/// <param name="CreatedAt">When it came into use.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="Version">The number of the present version; the ETag.</param>
public sealed record CalendarDetails(
    CalendarId Id, string Name, string TimeZone, IReadOnlyList<WeeklyHours> Hours, IReadOnlyList<CalendarException> Exceptions, DateTimeOffset? RetiredAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static readonly DateTimeOffset ExampleTime = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);
    internal static readonly CalendarId ExampleId = CalendarId.Parse("calendar_01j00000000000000000000000", null);

    public static readonly CalendarDetails Example = Of(ExampleId, CalendarContent.Example, null, ExampleTime, ExampleTime, 1);

    public static readonly Expression<Func<Calendar, CalendarDetails>> Projection = c => Of(c.Id, c.Content, c.RetiredAt, c.CreatedAt, c.UpdatedAt, c.Version);

    public static CalendarDetails Of(Calendar c) => Of(c.Id, c.Content, c.RetiredAt, c.CreatedAt, c.UpdatedAt, c.Version);

    private static CalendarDetails Of(CalendarId id, CalendarContent c, DateTimeOffset? retiredAt, DateTimeOffset createdAt, DateTimeOffset updatedAt, int version) =>
        new(id, c.Name, c.TimeZone, c.Hours, c.Exceptions, retiredAt, createdAt, updatedAt, version);
}
