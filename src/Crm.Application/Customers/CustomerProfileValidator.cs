using Crm.Domain.Customers;
using FluentValidation;

namespace Crm.Application.Customers;

internal sealed class CustomerProfileValidator : AbstractValidator<CustomerProfile>
{
    public CustomerProfileValidator()
    {
        RuleFor(x => x.GivenName).MaximumLength(CustomerProfile.NameMaxLength);
        RuleFor(x => x.FamilyName).MaximumLength(CustomerProfile.NameMaxLength);
        RuleFor(x => x.OrganisationName).MaximumLength(CustomerProfile.NameMaxLength);
        RuleFor(x => x.PreferredName).MaximumLength(CustomerProfile.NameMaxLength);
        RuleFor(x => x.Pronunciation).MaximumLength(CustomerProfile.NameMaxLength);
        RuleFor(x => x.Honorific).MaximumLength(CustomerProfile.HonorificMaxLength);
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.TimeZone).IanaTimeZone();
        RuleFor(x => x.ExternalId).ExternalId();
        RuleFor(x => x.ContactPoints).AtMost(ContactPoint.MaxCount);
        RuleForEach(x => x.ContactPoints).NotNull().SetValidator(new ContactPointValidator());
        RuleFor(x => x.Tags).AtMost(CustomerProfile.MaxTags);
        RuleForEach(x => x.Tags).NotEmpty().MaximumLength(CustomerProfile.TagMaxLength);
        RuleFor(x => x.Attributes).AtMost(CustomerProfile.MaxAttributes);
    }
}

internal sealed class ContactPointValidator : AbstractValidator<ContactPoint>
{
    public ContactPointValidator()
    {
        RuleFor(x => x.Value).NotEmpty().MaximumLength(ContactPoint.ValueMaxLength);
        RuleFor(x => x.Label).MaximumLength(ContactPoint.LabelMaxLength);
    }
}
