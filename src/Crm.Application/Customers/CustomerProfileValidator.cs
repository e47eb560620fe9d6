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
        RuleFor(x => x.ContactPoints).Must(p => p.Count <= ContactPoint.MaxCount).Code("too_many", "At most 20 contact points are accepted.");
        RuleForEach(x => x.ContactPoints).NotNull().SetValidator(new ContactPointValidator());
        RuleFor(x => x.Tags).Must(t => t.Count <= CustomerProfile.MaxTags).Code("too_many", "At most 50 tags are accepted.");
        RuleForEach(x => x.Tags).NotEmpty().MaximumLength(CustomerProfile.TagMaxLength);
        RuleFor(x => x.Attributes).Must(a => a.Count <= CustomerProfile.MaxAttributes).Code("too_many", "At most 100 attributes are accepted.");
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
