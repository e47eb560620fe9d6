using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Tenants;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Tenants;

public sealed record ReviseSettings(Patch<TenantSettings> Changes, IfMatch IfMatch) : ICatalogCommand<SettingsDetails>;

internal sealed class ReviseSettingsHandler(ICatalogDb catalog, Func<ICrmDb> db, Caller caller, TimeProvider clock, IValidator<TenantSettings> validator)
    : ICatalogCommandHandler<ReviseSettings, SettingsDetails>
{
    public async Task<Result<SettingsDetails>> Handle(ReviseSettings command, CancellationToken ct)
    {
        if ((await catalog.Tenants.Load(caller.Tenant.Id, command.IfMatch, ct)).Failed(out var error, out var tenant)
            || command.Changes.ApplyTo(tenant.Settings).Failed(out error, out var settings))
        {
            return error;
        }
        if (Validation.Check(validator, settings) is { } invalid)
        {
            return invalid;
        }
        if (settings.DefaultCalendarId is { } calendar && calendar != tenant.Settings.DefaultCalendarId
            && !await db().Calendars.AnyAsync(c => c.Id == calendar && c.RetiredAt == null, ct))
        {
            return CalendarErrors.Unknown.About("/defaultCalendarId");
        }
        return tenant.Revise(tenant.Name, settings, tenant.Limits, clock.GetUtcNow()).Failed(out error) ? error : SettingsDetails.Of(tenant);
    }
}
