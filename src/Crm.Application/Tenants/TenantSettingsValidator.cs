using Crm.Domain;
using Crm.Domain.AfterSale;
using Crm.Domain.BestCustomers;
using Crm.Domain.Tenants;
using FluentValidation;

namespace Crm.Application.Tenants;

internal sealed class TenantSettingsValidator : AbstractValidator<TenantSettings>
{
    public TenantSettingsValidator()
    {
        RuleFor(x => x.Locale).NotEmpty().MaximumLength(TenantSettings.LocaleMaxLength).LanguageTag();
        RuleFor(x => x.TimeZone).NotEmpty().MaximumLength(TenantSettings.TimeZoneMaxLength).IanaTimeZone();
        RuleFor(x => x.Currency).NotEmpty().CurrencyCode();
        RuleFor(x => x.Country).NotEmpty().CountryCode();
        RuleFor(x => x.WorkingDays)
            .Must(d => d.Count is >= 1 and <= TenantSettings.MaxWorkingDays && d.Distinct().Count() == d.Count)
            .Code("working_days_invalid", "One to seven working days are needed, each at most once.");
        RuleForEach(x => x.WorkingDays).IsInEnum();
        RuleFor(x => x.FormsOfAddress).AtMost(TenantSettings.MaxFormsOfAddress);
        RuleForEach(x => x.FormsOfAddress).NotEmpty().MaximumLength(TenantSettings.FormOfAddressMaxLength);
        RuleFor(x => x.DefaultFormality).IsInEnum();
        RuleFor(x => x.HoldLimit).Must(l => l >= TenantSettings.ShortestHoldLimit && l <= TenantSettings.LongestHoldLimit)
            .Code("hold_limit_out_of_range", "A limit from PT5S to PT1H is accepted.");
        RuleFor(x => x.CallbackWithin).Must(w => w >= TenantSettings.ShortestCallbackWithin && w <= TenantSettings.LongestCallbackWithin)
            .Code("callback_within_out_of_range", "A duration from PT1M to P14D is accepted.");
        RuleFor(x => x.RecurrenceThreshold).InclusiveBetween(TenantSettings.LeastRecurrences, TenantSettings.MostRecurrences);
        RuleFor(x => x.RecurrenceDays).InclusiveBetween(TenantSettings.LeastRecurrenceDays, TenantSettings.MostRecurrenceDays);
        RuleFor(x => x.AfterSaleDays).AtMost(TenantSettings.MaxAfterSaleDays);
        RuleForEach(x => x.AfterSaleDays).InclusiveBetween(1, AfterSaleCheck.MostDays);
        RuleFor(x => x.RfmSegments).AtMost(RfmSegment.MaxCount);
        RuleFor(x => x.RfmSegments).Must(s => s.DistinctBy(x => x.Name, StringComparer.Ordinal).Count() == s.Count).Code("rfm_names_repeated", "Each name stands once.");
        RuleForEach(x => x.RfmSegments).SetValidator(new RfmSegmentValidator());
    }
}

internal sealed class RfmSegmentValidator : AbstractValidator<RfmSegment>
{
    public RfmSegmentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(RfmSegment.NameMaxLength);
        RuleFor(x => x.MinRecency).InclusiveBetween(RfmSegment.Least, RfmSegment.Most);
        RuleFor(x => x.MaxRecency).InclusiveBetween(RfmSegment.Least, RfmSegment.Most).GreaterThanOrEqualTo(x => x.MinRecency).Code("rfm_bounds_reversed", "The most is below the least.");
        RuleFor(x => x.MinFrequency).InclusiveBetween(RfmSegment.Least, RfmSegment.Most);
        RuleFor(x => x.MaxFrequency).InclusiveBetween(RfmSegment.Least, RfmSegment.Most).GreaterThanOrEqualTo(x => x.MinFrequency).Code("rfm_bounds_reversed", "The most is below the least.");
        RuleFor(x => x.MinMoney).InclusiveBetween(RfmSegment.Least, RfmSegment.Most);
        RuleFor(x => x.MaxMoney).InclusiveBetween(RfmSegment.Least, RfmSegment.Most).GreaterThanOrEqualTo(x => x.MinMoney).Code("rfm_bounds_reversed", "The most is below the least.");
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

/// <summary>Rules of tenants that provisioning, revising and the tenant's own settings share.</summary>
internal static class TenantRules
{
    public static IRuleBuilderOptions<T, string?> CurrencyCode<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(TenantSettings.CurrencyMaxLength).Matches(@"^[A-Z]{3}\z");

    public static IRuleBuilderOptions<T, string?> CountryCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(TenantSettings.CountryMaxLength).Must(c => string.IsNullOrEmpty(c) || Countries.Exists(c)).Code("country_unknown", "This is no ISO 3166-1 alpha-2 country code. Use one such as IR.");
}
