namespace Crm.Domain.Calendars;

public static class CalendarErrors
{
    public static readonly Error NeverOpens = new(ErrorKind.Invalid, "calendar.never_opens",
        "The calendar does not open for long enough before the year 2200. Give it hours, or check its exceptions.");
}
