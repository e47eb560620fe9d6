using Crm.Domain.Staff;
using FluentValidation;

namespace Crm.Application.Staff;

internal sealed class StaffProfileValidator : AbstractValidator<StaffProfile>
{
    public StaffProfileValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(StaffProfile.NameMaxLength);
        RuleFor(x => x.PreferredName).MaximumLength(StaffProfile.NameMaxLength);
        RuleFor(x => x.Languages).Must(l => l.Count <= StaffProfile.MaxLanguages).Code("too_many", "At most 20 languages are accepted.");
        RuleForEach(x => x.Languages).NotNull().LanguageTag();
        RuleFor(x => x.ExternalId).ExternalId();
    }
}
