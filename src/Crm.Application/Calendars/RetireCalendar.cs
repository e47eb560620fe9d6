using Crm.Domain;
using Crm.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Calendars;

public sealed record RetireCalendar(CalendarId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetireCalendarHandler(ICrmDb db, ICatalogDb catalog, Caller caller, TimeProvider clock) : ICommandHandler<RetireCalendar, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetireCalendar command, CancellationToken ct)
    {
        if ((await db.Calendars.Load(command.Id, default, ct)).Failed(out var error, out var calendar))
        {
            return error;
        }
        if (calendar.RetiredAt is not null)
        {
            return new Nothing();
        }
        if (!command.IfMatch.Allows(calendar.Version))
        {
            return Error.Stale;
        }
        var number = caller.Tenant.Number;
        var settings = await catalog.Tenants.Where(t => t.Number == number).Select(t => t.Settings).FirstAsync(ct);
        if (settings.DefaultCalendarId == calendar.Id)
        {
            return CalendarErrors.IsDefault;
        }
        calendar.Retire(clock.GetUtcNow());
        db.CalendarVersions.Add(calendar.AsVersion(caller.StaffId));
        return new Nothing();
    }
}
