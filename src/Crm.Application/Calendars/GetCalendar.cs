using Crm.Domain;
using Crm.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Calendars;

public sealed record GetCalendar(CalendarId Id) : IQuery<CalendarDetails>;

internal sealed class GetCalendarHandler(ICrmDb db) : IQueryHandler<GetCalendar, CalendarDetails>
{
    public async Task<Result<CalendarDetails>> Handle(GetCalendar query, CancellationToken ct) =>
        await db.Calendars.Where(c => c.Id == query.Id).Select(CalendarDetails.Projection).FirstOrDefaultAsync(ct) is { } calendar
            ? calendar
            : Error.NotFound<Calendar>();
}
