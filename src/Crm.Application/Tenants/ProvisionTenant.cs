using Crm.Domain;
using Crm.Domain.ApiKeys;
using Crm.Domain.Tenants;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.Tenants;

/// <summary>A tenant to be provisioned. What is absent follows the custom of its locale or country.</summary>
/// <param name="Slug">Its name in addresses: 2 to 40 lower-case letters, digits and inner hyphens; unique for ever.</param>
/// <param name="Name">Its name; 1 to 200 characters.</param>
/// <param name="Locale">BCP 47 tag, such as fa-IR.</param>
/// <param name="TimeZone">IANA name, such as Asia/Tehran.</param>
/// <param name="Currency">ISO 4217 code, such as IRR.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, such as IR; telephone numbers without country code belong to it.</param>
/// <param name="Placement">The configured store that is to hold its data; the default one where absent.</param>
/// <param name="Limits">How much of the service it may take.</param>
public sealed record ProvisionTenant(
    string Slug, string Name, string? Locale = null, string? TimeZone = null, string? Currency = null, string? Country = null,
    string? Placement = null, TenantLimits? Limits = null) : ICatalogCommand<TenantDetails>
{
    public static readonly ProvisionTenant Example = new("saffron-house", "Saffron House", "fa-IR", "Asia/Tehran", "IRR", "IR");
}

internal sealed class ProvisionTenantValidator : AbstractValidator<ProvisionTenant>
{
    public ProvisionTenantValidator()
    {
        RuleFor(x => x.Slug).Length(2, Tenant.SlugMaxLength).Matches("^[a-z0-9]+(-[a-z0-9]+)*$");
        RuleFor(x => x.Name).NotEmpty().MaximumLength(Tenant.NameMaxLength);
        RuleFor(x => x.Locale).LanguageTag();
        RuleFor(x => x.TimeZone).IanaTimeZone();
        RuleFor(x => x.Placement).MaximumLength(Tenant.PlacementMaxLength);
        RuleFor(x => x.Currency).Matches("^[A-Z]{3}$");
        RuleFor(x => x.Country).Matches("^[A-Z]{2}$").Must(c => c is null || Countries.Exists(c)).Code("country_unknown", "This is no ISO 3166-1 alpha-2 country code. Use one such as IR.");
        RuleFor(x => x.Limits!).SetValidator(new TenantLimitsValidator()).When(x => x.Limits is not null);
    }
}

internal sealed class TenantLimitsValidator : AbstractValidator<TenantLimits>
{
    public TenantLimitsValidator()
    {
        RuleFor(x => x.RequestsPerMinute).InclusiveBetween(TenantLimits.Least, TenantLimits.Most);
        RuleFor(x => x.RequestsPerMinutePerCredential).InclusiveBetween(TenantLimits.Least, TenantLimits.Most);
    }
}

internal sealed class ProvisionTenantHandler(ICatalogDb catalog, IPlacements placements, TimeProvider clock) : ICatalogCommandHandler<ProvisionTenant, TenantDetails>
{
    public async Task<Result<TenantDetails>> Handle(ProvisionTenant command, CancellationToken ct)
    {
        var placement = command.Placement ?? placements.Default;
        if (!placements.Has(placement))
        {
            return TenantErrors.UnknownPlacement.About("/placement");
        }
        var now = clock.GetUtcNow();
        // Two at once take the same number; the key refuses the second, which is then told to repeat.
        var number = await catalog.Tenants.MaxAsync(t => (int?)t.Number, ct) ?? 0;
        if (await catalog.Tenants.AnyAsync(t => t.Slug == command.Slug, ct))
        {
            return TenantErrors.SlugTaken;
        }
        var settings = TenantSettings.For(command.Locale, command.TimeZone, command.Currency, command.Country);
        var tenant = Tenant.Provision(number + 1, command.Slug, command.Name, placement, settings, command.Limits ?? TenantLimits.Usual, now);
        var secret = ApiKeySecret.New();
        catalog.Tenants.Add(tenant);
        catalog.ApiKeys.Add(ApiKey.Issue(tenant.Number, "First administrator", secret, Role.Administrator, [], null, null, now));
        return TenantDetails.Of(tenant) with { AdministratorKey = secret.Text };
    }
}

/// <summary>The stores that a tenant can be placed on.</summary>
public interface IPlacements
{
    string Default { get; }
    bool Has(string placement);
}
