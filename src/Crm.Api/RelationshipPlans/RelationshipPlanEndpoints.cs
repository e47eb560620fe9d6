using Crm.Application;
using Crm.Application.RelationshipPlans;
using Crm.Domain;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.RelationshipPlans;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Api.RelationshipPlans;

/// <summary>Journeys with customers: where we are, where we want to be, and how we come there.</summary>
internal static class RelationshipPlanEndpoints
{
    private static readonly Error[] Contents =
    [
        PlanErrors.EndBeforeStart, PlanErrors.ReviewOutside, PlanErrors.MilestoneBeforeStart, PlanErrors.MilestoneAfterEnd, PlanErrors.MilestoneTwice, PlanErrors.OwnerUnknown,
        CustomerErrors.Merged, CustomerErrors.Erased,
    ];

    public static void MapRelationshipPlans(this IEndpointRouteBuilder app)
    {
        var plans = app.MapGroup("/v1/relationship-plans").WithTags("RelationshipPlans");
        plans.MapPost("", MakePlan).Operation<PlanDetails>(
            Permission.PlansWrite, 201, [InteractionErrors.CustomerUnknown, PlanErrors.TemplateOrContent, PlanErrors.TemplateUnknown, PlanErrors.AccountElsewhere, .. Contents]);
        plans.MapGet("", ListPlans).Operation<Page<PlanDetails>>(Permission.PlansRead, 200, ListErrors.CursorInvalid);
        plans.MapGet("{id}", GetPlan).Operation<PlanDetails>(Permission.PlansRead, 200);
        plans.MapPatch("{id}", RevisePlan).Operation<PlanDetails>(Permission.PlansWrite, 200, [PlanErrors.Ended, PlanErrors.TooManyVersions, .. Contents]);
        plans.MapGet("{id}/versions", ListPlanVersions).Operation<PlanEditions>(Permission.PlansRead, 200);
        plans.MapGet("{id}/comparison", ComparePlanVersions).Operation<PlanDiff>(Permission.PlansRead, 200, PlanVersionErrors.NotFound);
        plans.MapPost("{id}/milestones", ReachMilestone).Operation<PlanDetails>(
            Permission.PlansWrite, 200, PlanErrors.Ended, PlanErrors.MilestoneElsewhere, CustomerErrors.Merged, CustomerErrors.Erased);
        plans.MapPost("{id}/end", EndPlan).Operation<PlanDetails>(Permission.PlansWrite, 200, PlanErrors.Ended, CustomerErrors.Merged, CustomerErrors.Erased);
        plans.MapPost("{id}/link", RenewPlanLink).Operation<PlanDetails>(Permission.PlansWrite, 200, CustomerErrors.Merged, CustomerErrors.Erased);
        var shared = app.MapGroup("/v1/public/{tenantSlug}/plans").WithTags("RelationshipPlans");
        shared.MapGet("{token}", ReadSharedPlan).PublicOperation<SharedPlan>(Error.NotFound<RelationshipPlan>());
        shared.MapPost("{token}/agreement", AgreeToPlan).PublicOperation<SharedPlan>(
            200, Error.NotFound<RelationshipPlan>(), PlanErrors.Ended, PlanErrors.ChangedSince, CustomerErrors.Merged, CustomerErrors.Erased);
        var templates = app.MapGroup("/v1/plan-templates").WithTags("PlanTemplates");
        templates.MapPost("", WritePlanTemplate).Operation<PlanTemplateDetails>(Permission.PlanTemplatesWrite, 201);
        templates.MapGet("", ListPlanTemplates).Operation<Page<PlanTemplateDetails>>(Permission.PlansRead, 200, ListErrors.CursorInvalid);
        templates.MapGet("{id}", GetPlanTemplate).Operation<PlanTemplateDetails>(Permission.PlansRead, 200);
        templates.MapPatch("{id}", RevisePlanTemplate).Operation<PlanTemplateDetails>(Permission.PlanTemplatesWrite, 200, PlanErrors.TemplateRetired);
        templates.MapDelete("{id}", RetirePlanTemplate).Operation(Permission.PlanTemplatesWrite);
    }

    /// <summary>Makes a plan</summary>
    /// <remarks>
    /// A journey with a customer (S4-PLAN-1), given whole or by a template of the tenant. Milestones lie between start and end and are owned by members of staff who work here.
    /// The answer has the secret link by which the customer reads it and agrees; it is told this once, and hides notes, risks and what is not shared.
    /// </remarks>
    private static Task<IResult> MakePlan(MakePlan plan, Dispatcher send, CancellationToken ct) =>
        send.Send(plan, ct).Created(p => $"/v1/relationship-plans/{p.Id}");

    /// <summary>Lists plans</summary>
    /// <remarks>Newest first. Orders: createdAt.</remarks>
    private static Task<IResult> ListPlans([AsParameters] ListPlans query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a plan</summary>
    /// <remarks>In its present version, with how far it came.</remarks>
    /// <param name="id">The plan.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetPlan(RelationshipPlanId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetPlan(id), ct).Ok();

    /// <summary>Makes a plan anew</summary>
    /// <remarks>
    /// Changes the given members of the content and leaves the others; lists are replaced as a whole. The version before is kept. What was reached stays with the key of its
    /// milestone, and what the customer agreed to was the version before.
    /// </remarks>
    /// <param name="id">The plan.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> RevisePlan(
        RelationshipPlanId id, Patch<PlanContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RevisePlan(id, changes, ifMatch), ct).Ok();

    /// <summary>Reads every version of a plan</summary>
    /// <remarks>Oldest first.</remarks>
    /// <param name="id">The plan.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> ListPlanVersions(RelationshipPlanId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new ListPlanVersions(id), ct).Ok();

    /// <summary>Compares two versions of a plan</summary>
    /// <remarks>The newest with the one before where none is named.</remarks>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> ComparePlanVersions([AsParameters] ComparePlanVersions query, string? fields, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Records that a milestone was reached</summary>
    /// <remarks>One of the present version, by its key; one of another plan is refused. Repeating it changes nothing.</remarks>
    /// <param name="id">The plan.</param>
    private static Task<IResult> ReachMilestone(RelationshipPlanId id, MilestoneBody milestone, Dispatcher send, CancellationToken ct) =>
        send.Send(new ReachMilestone(id, milestone), ct).Ok();

    /// <summary>Ends a plan</summary>
    /// <remarks>It was completed, or is abandoned, and does not change any more.</remarks>
    /// <param name="id">The plan.</param>
    private static Task<IResult> EndPlan(RelationshipPlanId id, PlanEndBody end, Dispatcher send, CancellationToken ct) => send.Send(new EndPlan(id, end), ct).Ok();

    /// <summary>Makes another link to a plan</summary>
    /// <remarks>The customer's link before this is dead. The new one is told this once.</remarks>
    /// <param name="id">The plan.</param>
    private static Task<IResult> RenewPlanLink(RelationshipPlanId id, Dispatcher send, CancellationToken ct) => send.Send(new RenewPlanLink(id), ct).Ok();

    /// <summary>Reads a shared plan without a login</summary>
    /// <remarks>What the customer may know of it. A token that is wrong, was renewed, or belongs to another tenant is 404, all alike.</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the link.</param>
    private static Task<IResult> ReadSharedPlan(string tenantSlug, string token, Dispatcher send, CancellationToken ct) => send.Send(new ReadSharedPlan(token), ct).Ok();

    /// <summary>Agrees to a shared plan</summary>
    /// <remarks>To the version that was read: one that was made anew since is read first. Agreeing again is the same agreement.</remarks>
    /// <param name="tenantSlug">The tenant's name in addresses.</param>
    /// <param name="token">The secret of the link.</param>
    private static Task<IResult> AgreeToPlan(string tenantSlug, string token, PlanAgreementBody agreement, Dispatcher send, CancellationToken ct) =>
        send.Send(new AgreeToPlan(token, agreement), ct).Ok();

    /// <summary>Writes a template of plans</summary>
    /// <remarks>Its days count from the start of the plan that is made by it.</remarks>
    private static Task<IResult> WritePlanTemplate(TemplateContent template, Dispatcher send, CancellationToken ct) =>
        send.Send(new WritePlanTemplate(template), ct).Created(t => $"/v1/plan-templates/{t.Id}");

    /// <summary>Lists templates of plans</summary>
    /// <remarks>Newest first. Orders: createdAt.</remarks>
    private static Task<IResult> ListPlanTemplates([AsParameters] ListPlanTemplates query, Dispatcher send, CancellationToken ct) => send.Send(query, ct).Ok();

    /// <summary>Reads a template of plans</summary>
    /// <remarks>Also one that is out of use.</remarks>
    /// <param name="id">The template.</param>
    /// <param name="fields">The members to answer, separated by commas; all where absent.</param>
    private static Task<IResult> GetPlanTemplate(PlanTemplateId id, string? fields, Dispatcher send, CancellationToken ct) => send.Send(new GetPlanTemplate(id), ct).Ok();

    /// <summary>Revises a template of plans</summary>
    /// <remarks>Plans that were made by it stay as they are.</remarks>
    /// <param name="id">The template.</param>
    /// <param name="ifMatch">The ETag of the version that the change is based on.</param>
    private static Task<IResult> RevisePlanTemplate(
        PlanTemplateId id, Patch<TemplateContent> changes, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RevisePlanTemplate(id, changes, ifMatch), ct).Ok();

    /// <summary>Retires a template of plans</summary>
    /// <remarks>No plan is made by it any more.</remarks>
    /// <param name="id">The template.</param>
    /// <param name="ifMatch">The ETag of the version that is to go.</param>
    private static Task<IResult> RetirePlanTemplate(PlanTemplateId id, [FromHeader(Name = "If-Match")] IfMatch ifMatch, Dispatcher send, CancellationToken ct) =>
        send.Send(new RetirePlanTemplate(id, ifMatch), ct).NoContent();
}
