namespace Crm.Domain.Calendars;

[EventType("calendar.established", 1, "A calendar came into use.")]
public sealed record CalendarEstablished(CalendarId CalendarId) : IDomainEvent;

[EventType("calendar.revised", 1, "Hours or exceptions of a calendar changed; it has a new version. Running clocks keep theirs.")]
public sealed record CalendarRevised(CalendarId CalendarId, int CalendarVersion) : IDomainEvent;

[EventType("calendar.retired", 1, "A calendar went out of use. Its versions stay readable.")]
public sealed record CalendarRetired(CalendarId CalendarId) : IDomainEvent;
