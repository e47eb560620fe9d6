using Crm.Application.Tenants;
using Crm.Domain;
using Crm.Domain.Programmes;
using FluentValidation;

namespace Crm.Application.Programmes;

internal sealed class ProgrammeContentValidator : AbstractValidator<ProgrammeContent>
{
    public ProgrammeContentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(ProgrammeContent.NameMaxLength);
        RuleFor(x => x.TimeZone).IanaTimeZone();
        RuleFor(x => x.Currency).CurrencyCode();
        RuleFor(x => x.Rules).AtMost(ProgrammeContent.MaxRules);
        RuleForEach(x => x.Rules).SetValidator(new EarningRuleValidator());
        RuleFor(x => x.Campaigns).AtMost(ProgrammeContent.MaxCampaigns);
        RuleForEach(x => x.Campaigns).ChildRules(c =>
        {
            c.RuleFor(x => x.Code).NotEmpty().MaximumLength(CampaignBudget.CodeMaxLength).Matches(EarningRule.CodeForm);
            c.RuleFor(x => x.Points).InclusiveBetween(0, Money.Most);
            c.RuleFor(x => x.WhenSpent).IsInEnum();
        });
        RuleFor(x => x.Expiry!).SetValidator(new ExpiryRuleValidator()).When(x => x.Expiry is not null);
        RuleFor(x => x.PendingDays).InclusiveBetween(0, EarningRule.MaxPendingDays);
        RuleFor(x => x.Returns).IsInEnum();
        RuleFor(x => x.Reversals).IsInEnum();
        RuleFor(x => x.GraceDays).InclusiveBetween(1, ProgrammeContent.MaxGraceDays);
        RuleFor(x => x.MostPerTransaction).InclusiveBetween(0, Money.Most);
        RuleFor(x => x.MostPerPeriod!).SetValidator(new PeriodCapValidator()).When(x => x.MostPerPeriod is not null);
        RuleFor(x => x.MostBalance).InclusiveBetween(0, Money.Most);
        RuleFor(x => x.Velocity!).ChildRules(v =>
        {
            v.RuleFor(x => x.Earnings).InclusiveBetween(1, VelocityLimit.MaxEarnings);
            v.RuleFor(x => x.Minutes).InclusiveBetween(1, VelocityLimit.MaxMinutes);
        }).When(x => x.Velocity is not null);
        RuleFor(x => x.Worth!).ChildRules(w =>
        {
            w.RuleFor(x => x.Points).InclusiveBetween(1, EarningRule.MaxPoints);
            w.RuleFor(x => x.Amount).InclusiveBetween(0, EarningRule.MaxPoints);
        }).When(x => x.Worth is not null);
        RuleFor(x => x.ExpectedRedemptionPercent).InclusiveBetween(0, 100);
        RuleFor(x => x.AutoRedemption!).ChildRules(a => a.RuleFor(x => x.Threshold).InclusiveBetween(1, Money.Most)).When(x => x.AutoRedemption is not null);
        RuleFor(x => x.Tiers!).SetValidator(new TierSchemeValidator()).When(x => x.Tiers is not null);
    }
}

internal sealed class EarningRuleValidator : AbstractValidator<EarningRule>
{
    public EarningRuleValidator()
    {
        RuleFor(x => x.Code).NotEmpty().MaximumLength(EarningRule.CodeMaxLength).Matches(EarningRule.CodeForm);
        RuleFor(x => x.Event).IsInEnum();
        RuleFor(x => x.Campaign).MaximumLength(EarningRule.CodeMaxLength);
        RuleFor(x => x.Conditions).AtMost(EarningRule.MaxConditions);
        RuleForEach(x => x.Conditions).ChildRules(c =>
        {
            c.RuleFor(x => x.Fact).IsInEnum();
            c.RuleFor(x => x.Comparison).IsInEnum();
            c.RuleFor(x => x.Values).AtMost(EarningCondition.MaxValues);
            c.RuleForEach(x => x.Values).NotEmpty().MaximumLength(EarningCondition.ValueMaxLength);
            c.RuleFor(x => x.Number).InclusiveBetween(0, Money.Most);
        });
        RuleFor(x => x.Rate!).ChildRules(r =>
        {
            r.RuleFor(x => x.Points).InclusiveBetween(1, EarningRate.MaxPoints);
            r.RuleFor(x => x.Per).InclusiveBetween(1, Money.Most);
        }).When(x => x.Rate is not null);
        RuleFor(x => x.Points).InclusiveBetween(0, EarningRule.MaxPoints);
        RuleFor(x => x.Rounding).IsInEnum();
        RuleFor(x => x.Multipliers).AtMost(EarningRule.MaxMultipliers);
        RuleForEach(x => x.Multipliers).ChildRules(m =>
        {
            m.RuleFor(x => x.Tier).NotEmpty().MaximumLength(EarningRule.CodeMaxLength);
            m.RuleFor(x => x.Percent).InclusiveBetween(0, TierMultiplier.MaxPercent);
        });
        RuleFor(x => x.MostPerTransaction).InclusiveBetween(0, Money.Most);
        RuleFor(x => x.MostPerPeriod!).SetValidator(new PeriodCapValidator()).When(x => x.MostPerPeriod is not null);
        RuleFor(x => x.PendingDays).InclusiveBetween(0, EarningRule.MaxPendingDays);
    }
}

internal sealed class PeriodCapValidator : AbstractValidator<PeriodCap>
{
    public PeriodCapValidator()
    {
        RuleFor(x => x.Points).InclusiveBetween(0, Money.Most);
        RuleFor(x => x.Period).IsInEnum();
    }
}

internal sealed class ExpiryRuleValidator : AbstractValidator<ExpiryRule>
{
    public ExpiryRuleValidator()
    {
        RuleFor(x => x.Kind).IsInEnum();
        RuleFor(x => x.Length).InclusiveBetween(1, ExpiryRule.MaxLength);
        // Three thousand years of points would end behind every calendar.
        RuleFor(x => x.Length).InclusiveBetween(1, TierScheme.MaxValidityMonths).When(x => x.Unit is PeriodUnit.Months or PeriodUnit.Years);
        RuleFor(x => x.Unit).IsInEnum();
        RuleFor(x => x.RoundUp).IsInEnum();
        RuleFor(x => x.Dates).AtMost(ExpiryRule.MaxDates);
    }
}

internal sealed class TierSchemeValidator : AbstractValidator<TierScheme>
{
    public TierSchemeValidator()
    {
        RuleFor(x => x.Tiers).NotEmpty().AtMost(TierScheme.MaxTiers);
        RuleForEach(x => x.Tiers).ChildRules(t =>
        {
            t.RuleFor(x => x.Code).NotEmpty().MaximumLength(EarningRule.CodeMaxLength).Matches(EarningRule.CodeForm);
            t.RuleFor(x => x.Name).NotEmpty().MaximumLength(TierDefinition.NameMaxLength);
            t.RuleFor(x => x.Threshold).InclusiveBetween(1, Money.Most);
            t.RuleFor(x => x.Benefits).MaximumLength(TierDefinition.BenefitsMaxLength);
        });
        RuleFor(x => x.Basis).IsInEnum();
        RuleFor(x => x.Window).IsInEnum();
        RuleFor(x => x.WindowMonths).InclusiveBetween(1, TierScheme.MaxWindowMonths);
        RuleFor(x => x.Upgrade).IsInEnum();
        RuleFor(x => x.Validity).IsInEnum();
        RuleFor(x => x.ValidityMonths).InclusiveBetween(1, TierScheme.MaxValidityMonths);
        RuleFor(x => x.GraceDays).InclusiveBetween(0, TierScheme.MaxDays);
        RuleFor(x => x.Downgrade).IsInEnum();
        RuleFor(x => x.WarnDays).InclusiveBetween(0, TierScheme.MaxDays);
    }
}
