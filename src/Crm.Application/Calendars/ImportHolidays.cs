using Crm.Domain;
using FluentValidation;

namespace Crm.Application.Calendars;

/// <summary>A feed of holidays.</summary>
/// <param name="Content">An iCalendar document (RFC 5545, text/calendar) whose events are whole days, once or RRULE:FREQ=YEARLY; at most 500000 characters.</param>
public sealed record ImportHolidaysBody(string Content)
{
    public static readonly ImportHolidaysBody Example = new(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//holidays//FA\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260616\r\nDTEND;VALUE=DATE:20260617\r\n"
        + "SUMMARY:تاسوعا\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

public sealed record ImportHolidays(CalendarId Id, string Content) : ICommand<ImportDetails>
{
    public const int ContentMaxLength = 500_000;
}

/// <summary>What an import of holidays did.</summary>
/// <param name="Added">How many days became exceptions on which the calendar is closed.</param>
/// <param name="AlreadyThere">How many days of the feed were exceptions already and stay as they are.</param>
/// <param name="Calendar">The calendar as it is now; its version did not grow where nothing was added.</param>
public sealed record ImportDetails(int Added, int AlreadyThere, CalendarDetails Calendar) : IVersioned
{
    public static readonly ImportDetails Example = new(1, 0, CalendarDetails.Example);

    int IVersioned.Version => Calendar.Version;
}

internal sealed class ImportHolidaysValidator : AbstractValidator<ImportHolidays>
{
    public ImportHolidaysValidator() => RuleFor(x => x.Content).NotEmpty().MaximumLength(ImportHolidays.ContentMaxLength);
}

internal sealed class ImportHolidaysHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<ImportHolidays, ImportDetails>
{
    public async Task<Result<ImportDetails>> Handle(ImportHolidays command, CancellationToken ct)
    {
        if (HolidayFeed.Read(command.Content).Failed(out var error, out var days)
            || (await db.Calendars.Load(command.Id, default, ct)).Failed(out error, out var calendar)
            || calendar.Close(days, clock.GetUtcNow()).Failed(out error, out var added))
        {
            return error;
        }
        if (added > 0)
        {
            db.CalendarVersions.Add(calendar.AsVersion(caller.StaffId));
        }
        return new ImportDetails(added, days.Count - added, CalendarDetails.Of(calendar));
    }
}
