using Crm.Application.Customers;
using Crm.Domain;
using Crm.Domain.Complaints;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.RelationshipPlans;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Application.RelationshipPlans;

/// <summary>A plan for a customer: by its content, or by a template.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="KeyAccountId">The key account that it is for: one of this customer that stands.</param>
/// <param name="Content">The plan.</param>
/// <param name="TemplateId">A template in use, instead of a content; it goes with startOn and ownerId.</param>
/// <param name="StartOn">The first day of a plan by a template.</param>
/// <param name="OwnerId">Who answers for all its milestones at first.</param>
public sealed record MakePlan(
    CustomerId CustomerId, KeyAccountId? KeyAccountId = null, PlanContent? Content = null, PlanTemplateId? TemplateId = null, DateOnly? StartOn = null, StaffId? OwnerId = null)
    : ICommand<PlanDetails>
{
    public static readonly MakePlan Example = new(CustomerDetails.Example.Id, Content: PlanContent.Example);
}

internal sealed class MakePlanValidator : AbstractValidator<MakePlan>
{
    public MakePlanValidator() => RuleFor(x => x.Content!).SetValidator(new PlanContentValidator()).When(x => x.Content is not null);
}

internal sealed class MakePlanHandler(ICrmDb db, Caller caller, TimeProvider clock) : ICommandHandler<MakePlan, PlanDetails>
{
    public async Task<Result<PlanDetails>> Handle(MakePlan command, CancellationToken ct)
    {
        if (command is not ({ Content: not null, TemplateId: null, StartOn: null, OwnerId: null } or { Content: null, TemplateId: not null, StartOn: not null, OwnerId: not null }))
        {
            return PlanErrors.TemplateOrContent;
        }
        var owners = command.Content is { } own ? own.Milestones.Select(m => m.OwnerId).Distinct().ToList() : [command.OwnerId!.Value];
        var known = await db.Customers.Where(c => c.Id == command.CustomerId).Select(c => new
        {
            c.State,
            c.SurvivorId,
            HasAccount = command.KeyAccountId == null || db.KeyAccounts.Any(k => k.Id == command.KeyAccountId && k.CustomerId == c.Id && k.EndedAt == null),
            Owners = db.Staff.Count(s => owners.Contains(s.Id) && s.Active),
            Template = db.PlanTemplates.Where(t => t.Id == command.TemplateId && t.RetiredAt == null).Select(t => t.Content).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (known is null || known.State == CustomerState.Deleted)
        {
            return InteractionErrors.CustomerUnknown;
        }
        if (CustomerStates.Refusal(known.State, known.SurvivorId) is { } refusal)
        {
            return refusal;
        }
        if (!known.HasAccount)
        {
            return PlanErrors.AccountElsewhere;
        }
        if (command.Content is null && known.Template is null)
        {
            return PlanErrors.TemplateUnknown;
        }
        if (known.Owners != owners.Count)
        {
            return command.Content is null ? PlanErrors.OwnerUnknown.About("/ownerId") : PlanErrors.OwnerUnknown.Inside("/content");
        }
        var (link, now) = (TrackingToken.New(), clock.GetUtcNow());
        var content = command.Content ?? known.Template!.From(command.StartOn!.Value, command.OwnerId!.Value);
        if (RelationshipPlan.Make(command.CustomerId, command.KeyAccountId, content, link, caller.StaffId, now).Failed(out var error, out var plan))
        {
            return command.Content is null ? error : error.Inside("/content");
        }
        db.RelationshipPlans.Add(plan);
        db.Record(plan, "made", caller, now, isNew: true);
        return PlanDetails.Of(plan, PlanDetails.LinkOf(link, caller));
    }
}
