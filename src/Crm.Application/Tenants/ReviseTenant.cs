using Crm.Domain;
using Crm.Domain.Calendars;
using Crm.Domain.Tenants;
using FluentValidation;

namespace Crm.Application.Tenants;

/// <summary>What the platform may change of a tenant.</summary>
/// <param name="Name">Its name; 1 to 200 characters.</param>
/// <param name="Settings">Its customs.</param>
/// <param name="Limits">How much of the service it may take; null brings the defaults back.</param>
public sealed record TenantBody(string Name, TenantSettings Settings, TenantLimits? Limits = null)
{
    public static readonly TenantBody Example = new("اسباب‌بازی پارسیان", TenantSettings.For("fa-IR", null, null, null), new(24_000, 12_000));
}

public sealed record ReviseTenant(TenantId Id, Patch<TenantBody> Changes, IfMatch IfMatch) : ICatalogCommand<TenantDetails>;

internal sealed class TenantBodyValidator : AbstractValidator<TenantBody>
{
    public TenantBodyValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(Tenant.NameMaxLength);
        RuleFor(x => x.Settings).SetValidator(new TenantSettingsValidator());
        RuleFor(x => x.Limits!).SetValidator(new TenantLimitsValidator()).When(x => x.Limits is not null);
    }
}

internal sealed class ReviseTenantHandler(ICatalogDb catalog, TimeProvider clock, IValidator<TenantBody> validator)
    : ICatalogCommandHandler<ReviseTenant, TenantDetails>
{
    public async Task<Result<TenantDetails>> Handle(ReviseTenant command, CancellationToken ct)
    {
        if ((await catalog.Tenants.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var tenant)
            || command.Changes.ApplyTo(new(tenant.Name, tenant.Settings, tenant.Limits)).Failed(out error, out var body))
        {
            return error;
        }
        if (Validation.Check(validator, body) is { } invalid)
        {
            return invalid;
        }
        if (body.Settings.DefaultCalendarId != tenant.Settings.DefaultCalendarId)
        {
            // Calendars lie in the tenant's own store, where the platform does not look.
            return CalendarErrors.Unknown.About("/settings/defaultCalendarId");
        }
        return tenant.Revise(body.Name, body.Settings, body.Limits ?? TenantLimits.Usual, clock.GetUtcNow()).Failed(out error)
            ? error
            : TenantDetails.Of(tenant);
    }
}
