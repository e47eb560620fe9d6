using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using FluentValidation;

namespace Crm.Application.RelationshipPlans;

public sealed record WritePlanTemplate(TemplateContent Content) : ICommand<PlanTemplateDetails>;

internal sealed class WritePlanTemplateHandler(ICrmDb db, TimeProvider clock, IValidator<TemplateContent> validator) : ICommandHandler<WritePlanTemplate, PlanTemplateDetails>
{
    public Task<Result<PlanTemplateDetails>> Handle(WritePlanTemplate command, CancellationToken ct)
    {
        if (Validation.Check(validator, command.Content) is { } invalid)
        {
            return Task.FromResult<Result<PlanTemplateDetails>>(invalid);
        }
        var template = PlanTemplate.Write(command.Content, clock.GetUtcNow());
        db.PlanTemplates.Add(template);
        return Task.FromResult<Result<PlanTemplateDetails>>(PlanTemplateDetails.Of(template));
    }
}
