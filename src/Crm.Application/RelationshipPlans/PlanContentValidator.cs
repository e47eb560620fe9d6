using Crm.Domain.RelationshipPlans;
using FluentValidation;

namespace Crm.Application.RelationshipPlans;

internal sealed class PlanContentValidator : AbstractValidator<PlanContent>
{
    public const string KeyForm = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public PlanContentValidator()
    {
        RuleFor(x => x.Title).NotEmpty().MaximumLength(PlanContent.TitleMaxLength);
        RuleFor(x => x.Situation).MaximumLength(PlanContent.TextMaxLength);
        RuleFor(x => x.Goal).NotEmpty().MaximumLength(PlanContent.TextMaxLength);
        RuleFor(x => x.Prerequisites).AtMost(PlanContent.MaxLines);
        RuleForEach(x => x.Prerequisites).NotEmpty().MaximumLength(PlanContent.LineMaxLength);
        RuleFor(x => x.Milestones).AtMost(PlanContent.MaxMilestones);
        RuleForEach(x => x.Milestones).NotNull().SetValidator(new PlanMilestoneValidator());
        RuleFor(x => x.Resources).AtMost(PlanContent.MaxLines);
        RuleForEach(x => x.Resources).NotEmpty().MaximumLength(PlanContent.LineMaxLength);
        RuleFor(x => x.Risks).AtMost(PlanContent.MaxLines);
        RuleForEach(x => x.Risks).NotNull().SetValidator(new PlanRiskValidator());
        RuleFor(x => x.InternalNotes).MaximumLength(PlanContent.TextMaxLength);
    }
}

internal sealed class PlanMilestoneValidator : AbstractValidator<PlanMilestone>
{
    public PlanMilestoneValidator()
    {
        RuleFor(x => x.Key).NotEmpty().MaximumLength(PlanContent.KeyMaxLength).Matches(PlanContentValidator.KeyForm);
        RuleFor(x => x.Title).NotEmpty().MaximumLength(PlanContent.MilestoneTitleMaxLength);
        RuleFor(x => x.Note).MaximumLength(PlanContent.NoteMaxLength);
    }
}

internal sealed class PlanRiskValidator : AbstractValidator<PlanRisk>
{
    public PlanRiskValidator()
    {
        RuleFor(x => x.Text).NotEmpty().MaximumLength(PlanContent.LineMaxLength);
        RuleFor(x => x.Answer).MaximumLength(PlanContent.LineMaxLength);
    }
}

internal sealed class TemplateContentValidator : AbstractValidator<TemplateContent>
{
    public TemplateContentValidator()
    {
        RuleFor(x => x.Name).NotEmpty().MaximumLength(PlanContent.TitleMaxLength);
        RuleFor(x => x.Goal).NotEmpty().MaximumLength(PlanContent.TextMaxLength);
        RuleFor(x => x.Prerequisites).AtMost(PlanContent.MaxLines);
        RuleForEach(x => x.Prerequisites).NotEmpty().MaximumLength(PlanContent.LineMaxLength);
        RuleFor(x => x.Milestones).AtMost(PlanContent.MaxMilestones);
        RuleForEach(x => x.Milestones).NotNull().SetValidator(new TemplateMilestoneValidator());
        RuleForEach(x => x.Milestones).Must((x, m) => m is null || m.AfterDays <= x.LastsDays).Code("milestone_after_end", "The milestone lies after the end of its plan. Move it, or let the plan last longer.");
        RuleFor(x => x.Milestones).Must(all => all.All(m => m is not null) && all.DistinctBy(m => m.Key).Count() == all.Count).Code("milestone_twice", "Two milestones have the same key. Each has its own.");
        RuleFor(x => x.Resources).AtMost(PlanContent.MaxLines);
        RuleForEach(x => x.Resources).NotEmpty().MaximumLength(PlanContent.LineMaxLength);
        RuleFor(x => x.LastsDays).InclusiveBetween(1, TemplateContent.MostDays);
    }
}

internal sealed class TemplateMilestoneValidator : AbstractValidator<TemplateMilestone>
{
    public TemplateMilestoneValidator()
    {
        RuleFor(x => x.Key).NotEmpty().MaximumLength(PlanContent.KeyMaxLength).Matches(PlanContentValidator.KeyForm);
        RuleFor(x => x.Title).NotEmpty().MaximumLength(PlanContent.MilestoneTitleMaxLength);
        RuleFor(x => x.AfterDays).InclusiveBetween(0, TemplateContent.MostDays);
        RuleFor(x => x.Note).MaximumLength(PlanContent.NoteMaxLength);
    }
}
