using Crm.Domain;
using Crm.Domain.Tenants;
using FluentValidation;

namespace Crm.Application.Tenants;

public sealed record ReviseSettings(Patch<TenantSettings> Changes, IfMatch IfMatch) : ICatalogCommand<SettingsDetails>;

internal sealed class ReviseSettingsHandler(ICatalogDb catalog, Caller caller, TimeProvider clock, IValidator<TenantSettings> validator)
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
        return tenant.Revise(tenant.Name, settings, tenant.Limits, clock.GetUtcNow()).Failed(out error) ? error : SettingsDetails.Of(tenant);
    }
}
