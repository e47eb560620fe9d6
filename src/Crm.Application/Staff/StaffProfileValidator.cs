using Crm.Application.Authorities;
using Crm.Domain.Staff;
using FluentValidation;

namespace Crm.Application.Staff;

internal sealed class StaffProfileValidator : AbstractValidator<StaffProfile>
{
    public StaffProfileValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(StaffProfile.NameMaxLength);
        RuleFor(x => x.PreferredName).MaximumLength(StaffProfile.NameMaxLength);
        RuleFor(x => x.Languages).AtMost(StaffProfile.MaxLanguages);
        RuleForEach(x => x.Languages).NotNull().LanguageTag();
        RuleFor(x => x.Authority).NotEmpty().AuthorityCode();
        RuleFor(x => x.ExternalId).ExternalId();
    }
}
