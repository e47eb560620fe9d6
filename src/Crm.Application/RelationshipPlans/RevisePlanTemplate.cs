using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using FluentValidation;

namespace Crm.Application.RelationshipPlans;

public sealed record RevisePlanTemplate(PlanTemplateId Id, Patch<TemplateContent> Changes, IfMatch IfMatch) : ICommand<PlanTemplateDetails>;

internal sealed class RevisePlanTemplateHandler(ICrmDb db, TimeProvider clock, IValidator<TemplateContent> validator) : ICommandHandler<RevisePlanTemplate, PlanTemplateDetails>
{
    public async Task<Result<PlanTemplateDetails>> Handle(RevisePlanTemplate command, CancellationToken ct)
    {
        if ((await db.PlanTemplates.Load(command.Id, command.IfMatch, ct)).Failed(out var error, out var template)
            || command.Changes.ApplyTo(template.Content).Failed(out error, out var content))
        {
            return error;
        }
        if (template.RetiredAt is not null)
        {
            return PlanErrors.TemplateRetired;
        }
        if (Validation.Check(validator, content) is { } invalid)
        {
            return invalid;
        }
        template.Revise(content, clock.GetUtcNow());
        return PlanTemplateDetails.Of(template);
    }
}
