using Crm.Domain;
using Crm.Domain.Calendars;
using FluentValidation;

namespace Crm.Application.Calendars;

public sealed record ReviseCalendar(CalendarId Id, Patch<CalendarContent> Changes, IfMatch IfMatch) : ICommand<CalendarDetails>;

internal sealed class ReviseCalendarHandler(ICrmDb db, Caller caller, TimeProvider clock, IValidator<CalendarContent> validator)
    : ICommandHandler<ReviseCalendar, CalendarDetails>
{
    public async Task<Result<CalendarDetails>> Handle(ReviseCalendar command, CancellationToken ct)
    {
        if ((await db.Calendars.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var calendar)
            || command.Changes.ApplyTo(calendar.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        if (calendar.Revise(content, clock.GetUtcNow()).Failed(out error))
        {
            return error;
        }
        db.CalendarVersions.Add(calendar.AsVersion(caller.StaffId));
        return CalendarDetails.Of(calendar);
    }
}
