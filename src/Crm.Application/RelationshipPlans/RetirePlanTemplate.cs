using Crm.Domain;
using Crm.Domain.RelationshipPlans;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

public sealed record RetirePlanTemplate(PlanTemplateId Id, IfMatch IfMatch) : ICommand<Nothing>;

internal sealed class RetirePlanTemplateHandler(ICrmDb db, TimeProvider clock) : ICommandHandler<RetirePlanTemplate, Nothing>
{
    public async Task<Result<Nothing>> Handle(RetirePlanTemplate command, CancellationToken ct)
    {
        var template = await db.PlanTemplates.FirstOrDefaultAsync(t => t.Id == command.Id, ct);
        if (template is null)
        {
            return Error.NotFound<PlanTemplate>();
        }
        if (template.RetiredAt is null && !command.IfMatch.Allows(template.Version))
        {
            return Error.Stale;
        }
        template.Retire(clock.GetUtcNow());
        return default(Nothing);
    }
}
