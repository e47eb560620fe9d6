namespace Crm.Domain.Calendars;

public static class CalendarErrors
{
    public static readonly Error NeverOpens = new(ErrorKind.Invalid, "calendar.never_opens",
        "The calendar does not open, or not for long enough before the year 2200. Give it hours, or check its exceptions.");

    public static readonly Error Retired = new(ErrorKind.Conflict, "calendar.retired",
        "The calendar is out of use and does not change any more. Make a new one.");

    public static readonly Error IsDefault = new(ErrorKind.Conflict, "calendar.is_default",
        "This is the tenant's default calendar. Name another one in defaultCalendarId of the settings first.");

    public static readonly Error VersionUnknown = new(ErrorKind.NotFound, "calendar.version_unknown",
        "The calendar has no version of this number.");

    public static readonly Error Unknown = new(ErrorKind.Invalid, "calendar_unknown",
        "There is no calendar in use with this id. Make one first, or leave the member out.");

    public static readonly Error TooManyExceptions = new(ErrorKind.Invalid, "calendar.too_many_exceptions",
        "A calendar has at most 1,000 exceptions. Take old ones out first.");

    public static readonly Error FeedMalformed = new(ErrorKind.Invalid, "calendar.feed_malformed",
        "The content is no well-formed iCalendar document. detail names the line.");

    public static readonly Error FeedUnsupported = new(ErrorKind.Invalid, "calendar.feed_unsupported",
        "The feed has something that is no whole day, once or every year. detail names the line; take it out or give the days one by one.");

    public static readonly Error FeedEmpty = new Error(ErrorKind.Invalid, "calendar.feed_empty",
        "The feed has no event that is a holiday. Check that it is the right document.").About("/content");
}
