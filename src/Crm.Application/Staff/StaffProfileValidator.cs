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
        RuleFor(x => x.Skills).AtMost(StaffProfile.MaxSkills);
        RuleForEach(x => x.Skills).SetValidator(new StaffSkillValidator());
        RuleForEach(x => x.Skills).Must((profile, skill) => skill is null || profile.Skills.Count(s => s?.Code == skill.Code) == 1)
            .Code("skill_repeated", "Each skill stands once.");
        RuleFor(x => x.ExternalId).ExternalId();
    }
}

internal sealed class StaffSkillValidator : AbstractValidator<StaffSkill>
{
    public StaffSkillValidator()
    {
        RuleFor(x => x.Code).NotEmpty().SkillCode();
        RuleFor(x => x.Level).InclusiveBetween(StaffSkill.MinLevel, StaffSkill.MaxLevel);
    }
}

internal static class SkillRules
{
    public static IRuleBuilderOptions<T, string?> SkillCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(StaffSkill.CodeMaxLength).Must(code => string.IsNullOrEmpty(code) || StaffSkill.IsWellFormed(code))
            .Code("skill_code_invalid", "A code of a skill is lower-case letters and digits, with single hyphens between them, as in billing-disputes.");
}
