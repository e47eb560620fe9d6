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
/// <param name="Limits">How much of the service it may take; the members that are absent have their default.</param>
public sealed record ProvisionTenant(
    string Slug, string Name, string? Locale = null, string? TimeZone = null, string? Currency = null, string? Country = null,
    string? Placement = null, TenantLimits? Limits = null) : ICatalogCommand<TenantDetails>, ITakesTurns
{
    public static readonly ProvisionTenant Example = new(
        "parsian-toys", "اسباب‌بازی پارسیان", "fa-IR", "Asia/Tehran", "IRR", "IR", Limits: new(RequestsPerMinute: 12_000));
}

internal sealed class ProvisionTenantValidator : AbstractValidator<ProvisionTenant>
{
    public ProvisionTenantValidator()
    {
        RuleFor(x => x.Slug).NotEmpty().Length(2, Tenant.SlugMaxLength).Matches(@"^[a-z0-9]+(-[a-z0-9]+)*\z");
        RuleFor(x => x.Name).NotEmpty().MaximumLength(Tenant.NameMaxLength);
        RuleFor(x => x.Locale).MaximumLength(TenantSettings.LocaleMaxLength).LanguageTag();
        RuleFor(x => x.TimeZone).MaximumLength(TenantSettings.TimeZoneMaxLength).IanaTimeZone();
        RuleFor(x => x.Placement).MaximumLength(Tenant.PlacementMaxLength);
        RuleFor(x => x.Currency).CurrencyCode();
        RuleFor(x => x.Country).NotEmpty().When(x => x.Country is not null).CountryCode();
        RuleFor(x => x.Limits!).SetValidator(new TenantLimitsValidator()).When(x => x.Limits is not null);
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
        if (await catalog.Tenants.Where(t => t.Slug == command.Slug).Select(t => (TenantId?)t.Id).FirstOrDefaultAsync(ct) is { } known)
        {
            return TenantErrors.SlugTaken.With(known.ToString());
        }
        var number = await catalog.Tenants.MaxAsync(t => (int?)t.Number, ct) ?? 0;
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
