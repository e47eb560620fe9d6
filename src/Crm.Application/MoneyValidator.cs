using Crm.Application.Tenants;
using Crm.Domain;
using FluentValidation;

namespace Crm.Application;

/// <summary>An amount that is not negative, in a currency that has the form of one.</summary>
internal sealed class MoneyValidator : AbstractValidator<Money>
{
    public MoneyValidator()
    {
        RuleFor(x => x.Amount).InclusiveBetween(0, Money.Most);
        RuleFor(x => x.Currency).NotEmpty().CurrencyCode();
    }
}

/// <summary>An amount that may be below zero, in a currency that has the form of one.</summary>
internal sealed class SignedMoneyValidator : AbstractValidator<Money>
{
    public SignedMoneyValidator()
    {
        RuleFor(x => x.Amount).InclusiveBetween(-Money.Most, Money.Most);
        RuleFor(x => x.Currency).NotEmpty().CurrencyCode();
    }
}
